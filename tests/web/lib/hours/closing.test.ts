import type { ComponentProps } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import AsKnown from '../../../../apps/web/src/lib/hours/AsKnown.svelte';
import ClosingActs from '../../../../apps/web/src/lib/hours/ClosingActs.svelte';
import ClosingList from '../../../../apps/web/src/lib/hours/ClosingList.svelte';
import ClosingSums from '../../../../apps/web/src/lib/hours/ClosingSums.svelte';
import { knownDay } from '../../../../apps/web/src/lib/hours/known-day.ts';
import MovedSums from '../../../../apps/web/src/lib/hours/MovedSums.svelte';
import { page as app } from '../../../support/app-state.ts';
import { all, attribute, draw, labelOf, one, words } from '../../../support/drawn.ts';

const nothing = { validated: 0, toDecide: 0, waiting: 0, rejected: 0 };
const month = {
  month: '2026-03',
  state: 'closed',
  people: 2,
  now: nothing,
  frozen: nothing,
  closedAt: '2026-04-02T08:00:00Z',
  moved: 0,
} as const;
const acts: ComponentProps<typeof ClosingActs> = {
  month: '2026-03',
  state: 'open',
  lead: false,
  pendingCentihours: 0,
  story: [],
};
const formsOf = (given: Partial<typeof acts>) =>
  all(draw(ClosingActs, { ...acts, ...given }), 'form').map((form) => attribute(form, 'action'));

afterEach(() => {
  app.url = new URL('https://jonction.example/');
});

describe('as it was known on', () => {
  it('asks for a day by the address, and keeps the other choices', () => {
    app.url = new URL('https://jonction.example/facilitateur/heures/lignes?mois=2026-03&etat=pending&page=4');
    const drawn = draw(AsKnown, { past: null, exportHref: '/api/exports/lines?mois=2026-03' });
    const kept = all(drawn, 'input', { type: 'hidden' }).map((input) => [
      attribute(input, 'name'),
      attribute(input, 'value'),
    ]);
    expect(kept).toEqual([
      ['mois', '2026-03'],
      ['etat', 'pending'],
    ]);
    const day = one(drawn, 'input', { name: 'connu' });
    expect(labelOf(drawn, day)).toBe('Comme on le savait le');
    expect(attribute(one(drawn, 'form'), 'method')).toBe('get');
    expect(attribute(one(drawn, 'a'), 'href')).toBe('/api/exports/lines?mois=2026-03');
    expect(words(drawn)).not.toContain('Vous lisez');
  });

  it('says plainly that the past is read, leads back, and exports the same day', () => {
    app.url = new URL('https://jonction.example/x?connu=2026-03-31&mois=2026-03');
    const drawn = draw(AsKnown, { past: '2026-03-31', exportHref: '/api/exports/month?mois=2026-03' });
    expect(words(drawn)).toContain('Vous lisez ce qui était connu le 31\u00a0mars\u00a02026 au soir');
    const hrefs = all(drawn, 'a').map((link) => attribute(link, 'href'));
    expect(hrefs).toEqual(
      ['/x?mois=2026-03', '/api/exports/month?mois=2026-03&amp;connu=2026-03-31'].map((href) =>
        href.replace('&amp;', '&'),
      ),
    );
    const bare = draw(AsKnown, { past: '2026-03-31', exportHref: '/api/exports/lines' });
    expect(
      all(bare, 'a')
        .map((link) => attribute(link, 'href'))
        .at(-1),
    ).toBe('/api/exports/lines?connu=2026-03-31');
    expect(all(draw(AsKnown, { past: null }), 'a')).toEqual([]);
  });

  it.each([
    ['?connu=2026-03-31', '2026-03-31'],
    ['?connu=2026-02-30', null],
    ['?connu=hier', null],
    ['', null],
  ])('reads the day of %s: %s', (query, day) => {
    expect(knownDay(new URL(`https://jonction.example/${query}`))).toBe(day);
  });
});

describe('the list of months', () => {
  it('says where each stands, and opens it as known on the same day', () => {
    const drawn = draw(ClosingList, {
      months: [
        { ...month, moved: 2 },
        { ...month, month: '2026-02', state: 'open', frozen: null, closedAt: null },
      ],
      past: '2026-04-30',
    });
    const text = words(drawn);
    expect(text).toMatch(/Mars\u00a02026.*clos.*clos le 2\u00a0avr\.\u00a02026.*2 personnes corrigées/s);
    expect(text).toMatch(/Février\u00a02026.*à clore/s);
    expect(all(drawn, 'a').map((link) => attribute(link, 'href'))[0]).toBe(
      '/facilitateur/heures/clotures/2026-03?connu=2026-04-30',
    );
  });

  it('says that nothing moved only where a closing was made', () => {
    expect(words(draw(ClosingList, { months: [month] }))).toContain('rien n’a changé');
    expect(words(draw(ClosingList, { months: [{ ...month, frozen: null }] }))).not.toContain('rien n’a changé');
  });

  it('says what to do first where there is none', () => {
    expect(words(draw(ClosingList, { months: [] }))).toContain('Aucun mois à clore');
  });
});

describe('the sums of a closing', () => {
  const lot = {
    ...{ contractId: 'c', contractNumber: 3, contractObject: 'Nettoyage', lotNumber: '2', clauseId: 'k' },
    frozen: { ...nothing, validated: 15_000 },
    now: { ...nothing, validated: 14_000, rejected: 1_000 },
  };

  it('set what was frozen, what stands and the difference side by side, and sum them under', () => {
    const drawn = draw(ClosingSums, {
      month: '2026-03',
      closed: true,
      lots: [lot, { ...lot, clauseId: 'l', lotNumber: null }],
    });
    expect(all(drawn, 'th', { scope: 'col' }).map(words)).toEqual([
      'Marché, lot',
      'Figé à la clôture',
      'Aujourd’hui',
      'Différence',
    ]);
    const foot = words(one(drawn, 'tfoot'));
    expect(foot).toContain('300\u00a0h');
    expect(foot).toContain('280\u00a0h');
    expect(foot).toContain('\u221220\u00a0h');
    expect(foot).toContain('+20\u00a0h');
  });

  it('have nothing frozen to show before the closing, and name the day where the past is read', () => {
    const open = draw(ClosingSums, { month: '2026-03', closed: false, lots: [lot], past: '2026-04-30' });
    expect(all(open, 'th', { scope: 'col' }).map(words)).toEqual(['Marché, lot', 'Le 30\u00a0avr.\u00a02026']);
    expect(words(draw(ClosingSums, { month: '2026-03', closed: false, lots: [] }))).toContain(
      'Aucune heure inscrite pour mars\u00a02026',
    );
  });

  it('say a difference with its sign and its word, and its absence in a word', () => {
    expect(words(draw(MovedSums, { ...lot, same: 'aucune' }))).toMatch(
      /\u221210\u00a0h validées.*\+10\u00a0h non validées/s,
    );
    expect(words(draw(MovedSums, { frozen: nothing, now: nothing, same: 'aucune' }))).toBe('aucune');
  });
});

describe('what may be done with a month', () => {
  it.each([
    ['running', false, []],
    ['running', true, []],
    ['open', false, ['?/proposer']],
    ['reopened', false, ['?/proposer']],
    ['proposed', false, []],
    ['open', true, ['?/clore']],
    ['proposed', true, ['?/clore']],
    ['reopened', true, ['?/clore']],
    ['closed', false, []],
    ['closed', true, ['?/rouvrir']],
  ] as const)('%s, lead %s: %j', (state, lead, actions) => {
    expect(formsOf({ state, lead })).toEqual(actions);
  });

  it('is nothing while the past is read', () => {
    expect(formsOf({ lead: true, past: true })).toEqual([]);
  });

  it('says before closing what still waits', () => {
    expect(words(draw(ClosingActs, { ...acts, lead: true, pendingCentihours: 3_500 }))).toContain(
      'Il reste 35\u00a0h sans décision',
    );
    expect(words(draw(ClosingActs, { ...acts, lead: true }))).not.toContain('Il reste');
  });

  it('shows the refusal at the reason, and tells what was done, by whom and why', () => {
    const story = [
      { act: 'closed' as const, at: '2026-04-02T08:00:00Z', byName: 'Nadia', reason: null },
      { act: 'reopened' as const, at: '2026-04-03T08:00:00Z', byName: null, reason: 'Une feuille oubliée' },
    ];
    const drawn = draw(ClosingActs, { ...acts, state: 'closed', lead: true, error: 'Écrivez pourquoi', story });
    expect(words(drawn)).toContain('Écrivez pourquoi');
    expect(attribute(one(drawn, 'textarea'), 'aria-invalid')).toBe('true');
    expect(words(drawn)).toMatch(/Mois clos.*Nadia.*Mois rouvert.*Une feuille oubliée/s);
  });
});
