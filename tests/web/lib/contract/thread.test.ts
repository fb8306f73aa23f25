import { contractStatuses } from '@jonction/domain/contract/lifecycle';
import { contractWords } from '@jonction/domain/contract/words';
import { translate } from '@jonction/domain/shared/words';
import { beforeEach, describe, expect, it } from 'vitest';
import ClauseGauge from '../../../../apps/web/src/lib/contract/ClauseGauge.svelte';
import { markOfStatus } from '../../../../apps/web/src/lib/contract/status-mark.ts';
import Thread from '../../../../apps/web/src/lib/contract/Thread.svelte';
import HoursGauge from '../../../../apps/web/src/lib/hours/HoursGauge.svelte';
import { page as app } from '../../../support/app-state.ts';
import { all, attribute, draw, labelOf, one, type Tag, words } from '../../../support/drawn.ts';

type Moment = Parameters<typeof draw<typeof Thread>>[1]['moments'][number];
const stopped: Moment = {
  id: 'm1',
  lotId: null,
  type: 'stop',
  on: '2020-03-17',
  recordedOn: '2020-03-20',
  endsOn: null,
  source: 'buyer_answer',
  saidBy: 'Mme Petit',
  authorName: 'Amina Belkacem',
  legalBasis: null,
  note: '<script>alert(1)</script>',
  document: { id: 'd7', name: 'Ordre "nº 3".pdf' },
  facts: {},
  accepted: true,
  statusAfter: 'stopped',
  allowed: [],
};
const lots = [{ id: 'l1', number: '2' }];
const thread = (moments: Moment[], locale: 'fr' | 'en' = 'fr') =>
  draw(Thread, { moments, lots, past: null, today: '2020-04-12' }, locale);
const lines = (page: Tag) => all(page, 'li').map((event) => all(event, 'p').map(words));
const said = (type: Moment['type']) => translate(contractWords, 'fr', `contract.event.${type}`);

describe('the thread of a contract', () => {
  it('says what happened, from when, who says so, since when it is known, who typed it, and its paper', () => {
    const page = thread([stopped]);
    const source = translate(contractWords, 'fr', 'contract.event_source.buyer_answer');
    expect(lines(page)).toEqual([
      [
        said('stop'),
        `17\u00a0mars\u00a02020 · dit par\u202f: Mme Petit (${source}), su le 20\u00a0mars\u00a02020 · saisi par Amina Belkacem`,
        '<script>alert(1)</script>',
        'Ouvrir «\u202fOrdre "nº 3".pdf\u202f»',
      ],
    ]);
    expect(attribute(one(page, 'a'), 'href')).toBe('/api/downloads/d7');
    expect(all(page, 'script')).toEqual([]);
  });

  it('names the lot that an event is about, and says an end moved, not only said', () => {
    const bare = { ...stopped, note: null, document: null };
    const [extended, ended] = lines(
      thread([
        { ...bare, type: 'extend', lotId: 'l1', endsOn: '2020-12-19' },
        { ...bare, id: 'm2', endsOn: '2020-05-11' },
      ]),
    );
    expect(extended?.[0]).toBe(`${said('extend')} · lot 2`);
    expect(extended?.[2]).toBe('fin portée au 19\u00a0déc.\u00a02020');
    expect(ended?.[2]).toBe('fin prévue le 11\u00a0mai\u00a02020');
  });

  it('keeps what was set aside in sight, marked unknown, with what was possible', () => {
    const page = thread([{ ...stopped, accepted: false, allowed: ['extend'], note: null }]);
    expect(lines(page)[0]?.[2]).toContain(`Possible\u202f: ${said('extend')}`);
    expect(attribute(one(one(page, 'li'), 'svg'), 'color')).toBe('var(--unknown)');
    expect(attribute(one(one(thread([stopped]), 'li'), 'svg'), 'color')).toBe('var(--to-decide)');
  });

  it('says that a corrected end is a correction, no amendment', () => {
    const [corrected] = lines(thread([{ ...stopped, type: 'extend', facts: { corrected: 1 } }]));
    expect(corrected?.[0]).toBe('fin prévue corrigée');
  });

  it('says first that nothing was said, and can be asked as it was on a day', () => {
    const page = thread([]);
    expect(words(page)).toContain('Rien n’a encore été dit de ce marché.');
    const form = one(page, 'form');
    expect([
      attribute(form, 'method'),
      attribute(one(form, 'input'), 'name'),
      attribute(one(form, 'input'), 'max'),
    ]).toEqual(['get', 'connu', '2020-04-12']);
  });

  it('has a mark for every status', () => {
    expect(Object.keys(markOfStatus).sort()).toEqual([...contractStatuses].sort());
  });
});

const figures = {
  dueHours: 1200,
  validatedCentihours: 51_200,
  pendingCentihours: 14_000,
  rejectedCentihours: 3_550,
  exceptionalCentihours: 0,
};
const rows = (page: Tag) => all(page, 'tr').map((row) => [words(one(row, 'th')), words(one(row, 'td'))]);

describe('the gauge of a clause', () => {
  it('counts due hours and hundredths of hours in one unit', () => {
    const page = draw(ClauseGauge, {
      label: 'Lot 2',
      gauge: { ...figures, leftCentihours: 68_800, forecastCentihours: 115_000, atRisk: true },
    });
    expect(rows(page)).toEqual([
      ['dues', '1\u202f200\u00a0h'],
      ['validées', '512\u00a0h'],
      ['à décider', '140\u00a0h'],
      ['refusées', '35,5\u00a0h'],
      ['prévision', '1\u202f150\u00a0h (à risque)'],
    ]);
    expect(words(one(page, 'p'))).toBe('Reste à faire\u202f: 688\u00a0h');
  });

  it('says what was credited without work, and that no forecast can be made', () => {
    const gauge = {
      ...figures,
      exceptionalCentihours: 700,
      leftCentihours: 0,
      forecastCentihours: null,
      atRisk: false,
    };
    expect(words(one(draw(ClauseGauge, { label: 'a', gauge }), 'p'))).toMatch(
      /^Reste à faire\u202f: 0\u00a0h · dont 7\u00a0h créditées sans travail · Pas de prévision/,
    );
  });
});

describe('the gauge of the hours desk', () => {
  const gauge = { ...figures, declaredCentihours: 68_750, progressBps: 4267, forecast: null, knownOn: '2020-04-12' };
  beforeEach(() => {
    app.url = new URL('https://jonction.example/facilitateur/heures/7?vue=lignes&connu=2020-04-12');
  });

  it('says what is left, never less than nothing', () => {
    expect(words(draw(HoursGauge, { label: 'a', gauge }))).toContain(
      '42,67\u00a0% faits · il reste 688\u00a0h · 687,5\u00a0h déclarées',
    );
    const beyond = { ...gauge, validatedCentihours: 130_000, progressBps: null };
    expect(words(draw(HoursGauge, { label: 'a', gauge: beyond }))).toContain('il reste 0\u00a0h');
    expect(words(draw(HoursGauge, { label: 'a', gauge: beyond }))).not.toContain('%');
  });

  it('says on which day it is known, and leads back to today with the rest of the address', () => {
    const page = draw(HoursGauge, { label: 'a', gauge, asks: true });
    expect(words(page)).toContain('connu le 12\u00a0avr.\u00a02020 au soir');
    expect(attribute(one(page, 'a'), 'href')).toBe('/facilitateur/heures/7?vue=lignes');
    const day = one(page, 'input', { type: 'date' });
    expect([attribute(day, 'name'), attribute(day, 'value')]).toEqual(['connu', '2020-04-12']);
    expect(labelOf(page, day)).not.toBe('');
  });

  it('asks nothing where it is only shown', () => {
    expect(all(draw(HoursGauge, { label: 'a', gauge }), 'form')).toEqual([]);
  });
});
