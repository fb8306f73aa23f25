import { askStates } from '@jonction/domain/census/campaign';
import { beforeEach, describe, expect, it } from 'vitest';
import AskBuyers from '../../../../apps/web/src/lib/census/AskBuyers.svelte';
import AsksTable from '../../../../apps/web/src/lib/census/AsksTable.svelte';
import { type BuyerPromise, type CensusAsk, markOfAsk } from '../../../../apps/web/src/lib/census/campaign.ts';
import Promises from '../../../../apps/web/src/lib/census/Promises.svelte';
import { page as app } from '../../../support/app-state.ts';
import { all, attribute, draw, one, words } from '../../../support/drawn.ts';

beforeEach(() => {
  app.url = new URL('http://jonction.test/facilitateur/marches/recensement/campagnes/k1');
});

const ask = (changes: Partial<CensusAsk> = {}): CensusAsk => ({
  ...{ id: 'a1', buyerId: 'b1', buyerName: 'Ville de Montval', buyerPhone: '+33153674000', directorateName: null },
  ...{ contactName: 'M. Renard', address: 'voirie@ville.test', rows: 12, answered: 0, moved: 0, lastAnswerOn: null },
  ...{ letters: 1, lastLetterOn: '2020-04-01', lastLetter: 'sent', opened: false, state: 'written', mayRemind: true },
  ...changes,
});
const table = (asks: CensusAsk[], more: { closed?: boolean; locale?: 'fr' | 'en' } = {}) =>
  draw(AsksTable, { asks, campaignId: 'k1', closed: more.closed ?? false }, more.locale);

describe('whom a census asks', () => {
  it('say where each stands, how many rows it answered, the letters and what became of the last', () => {
    const said = words(one(table([ask()]), 'tbody'));
    expect(said).toMatch(/Ville de Montval M\. Renard · voirie@ville\.test · 01.53.67.40.00/);
    expect(said).toContain('écrit');
    expect(said).toContain('0 sur 12');
    expect(said).toMatch(/1 lettre la dernière le 1er\savr\.\s2020, remise/);
  });

  it('names the directorate that answers', () => {
    expect(words(table([ask({ directorateName: 'Voirie' })]))).toContain('Ville de Montval, Voirie');
  });

  it.each(askStates)('has a word in both languages and a mark for "%s"', (state) => {
    for (const locale of ['fr', 'en'] as const) {
      expect(words(table([ask({ state })], { locale }))).not.toContain('ask.state');
    }
    expect(markOfAsk[state]).toBeTruthy();
  });

  it.each(['queued', 'sent', 'kept', 'failed', 'returned'] as const)(
    'has a word for a letter that is "%s"',
    (lastLetter) => {
      for (const locale of ['fr', 'en'] as const) {
        expect(words(table([ask({ lastLetter })], { locale }))).not.toContain('ask.letter');
      }
    },
  );

  it('can be reminded where a letter may leave, and answered for while the census runs', () => {
    const acts = (changes: Partial<CensusAsk>, closed = false) => {
      const drawn = one(table([ask(changes)], { closed }), 'tbody');
      return [all(drawn, 'form').length, all(drawn, 'a').length];
    };
    expect(acts({})).toEqual([1, 2]);
    expect(acts({ mayRemind: false })).toEqual([0, 2]);
    expect(acts({ mayRemind: false, answered: 12, state: 'answered' })).toEqual([0, 1]);
    expect(acts({ mayRemind: false }, true)).toEqual([0, 1]);
  });

  it('names whom a button reminds to whoever hears the page', () => {
    const drawn = table([ask({ directorateName: 'Voirie' })]);
    const [button] = all(drawn, 'button').filter((one) => attribute(one, 'aria-label'));
    expect(attribute(button ?? drawn, 'aria-label')).toBe('Relancer Ville de Montval, Voirie');
    expect(attribute(all(one(drawn, 'tbody'), 'a')[0] ?? drawn, 'href')).toBe(
      '/facilitateur/marches/recensement/campagnes/k1/lignes?demande=a1',
    );
  });

  it('says nothing of letters where none left', () => {
    expect(words(table([ask({ letters: 0, lastLetterOn: null, lastLetter: null })]))).not.toContain(
      'lettre la dernière',
    );
  });
});

describe('from the grid to a letter', () => {
  const to = (more: Partial<Parameters<typeof draw<typeof AskBuyers>>[1]> = {}) =>
    draw(AskBuyers, { picked: [], all: false, total: 900, search: '?statut=stopped', ...more });
  const campaigns = '/facilitateur/marches/recensement/campagnes';

  it('asks about all that the address filters, as a link', () => {
    const [first, second] = all(to(), 'a');
    expect(attribute(first ?? to(), 'href')).toBe(`${campaigns}/nouvelle?statut=stopped`);
    expect(words(first ?? to())).toBe('Interroger les acheteurs de ces 900 marchés');
    expect(attribute(second ?? to(), 'href')).toBe(campaigns);
  });

  it('asks about the rows ticked, whatever their number', () => {
    const drawn = to({ picked: ['c1', 'c2'] });
    expect(attribute(one(drawn, 'form'), 'action')).toBe(`${campaigns}/nouvelle?/choisir`);
    expect(all(drawn, 'input').map((input) => attribute(input, 'value'))).toEqual(['c1', 'c2']);
    expect(all(to({ picked: ['c1'], all: true }), 'form')).toEqual([]);
  });

  it('asks about nothing where the list is empty', () => {
    expect(all(to({ total: 0 }), 'a').map((link) => attribute(link, 'href'))).toEqual([campaigns]);
  });
});

describe('a promise kept', () => {
  const kept = (changes: Partial<BuyerPromise> = {}): BuyerPromise => ({
    ...{ buyerId: 'b1', buyerName: 'Ville de Montval', quarter: '2020-T2', asked: 12, inTime: 9, keptBps: 7500 },
    ...changes,
  });

  it('is shown with how many were asked, and its definition beside it', () => {
    const said = words(draw(Promises, { promises: [kept()] }));
    expect(said).toMatch(/2e\strimestre\s2020\s?75\s%\s+9 sur 12 marchés demandés/);
    expect(said).toContain('Part des marchés demandés pour lesquels une réponse est arrivée dans le délai');
    expect(said).not.toContain('Ville de Montval');
  });

  it('names the buyers where there are several', () => {
    expect(words(draw(Promises, { promises: [kept()], named: true }))).toContain('Ville de Montval');
  });

  it('says that no delay has ended, rather than nothing', () => {
    expect(words(draw(Promises, { promises: [] }))).toContain('Aucun délai n’est encore passé.');
    expect(words(draw(Promises, { promises: [] }, 'en'))).toContain('No delay has ended yet.');
  });
});
