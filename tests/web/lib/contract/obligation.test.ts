import { afterEach, describe, expect, it } from 'vitest';
import BillList from '../../../../apps/web/src/lib/contract/obligation/BillList.svelte';
import { chartSize, dotsOf, pathOf, topOf } from '../../../../apps/web/src/lib/contract/obligation/chart.ts';
import HireSimulator from '../../../../apps/web/src/lib/contract/obligation/HireSimulator.svelte';
import ObligationChart from '../../../../apps/web/src/lib/contract/obligation/ObligationChart.svelte';
import ObligationView from '../../../../apps/web/src/lib/contract/obligation/ObligationView.svelte';
import type { Obligation } from '../../../../apps/web/src/lib/contract/obligation/obligation.ts';
import PartList from '../../../../apps/web/src/lib/contract/obligation/PartList.svelte';
import { mappingOf } from '../../../../apps/web/src/lib/server/column-mapping.ts';
import { page as app } from '../../../support/app-state.ts';
import { all, attribute, draw, labelOf, one, words } from '../../../support/drawn.ts';

const series: Obligation['series'] = [
  { month: '2026-01', validatedCentihours: 10_000, forecastCentihours: null, dueHours: 50, expectedHours: 400 },
  { month: '2026-02', validatedCentihours: 18_000, forecastCentihours: 20_000, dueHours: 150, expectedHours: 400 },
  { month: '2026-03', validatedCentihours: null, forecastCentihours: 36_000, dueHours: 180, expectedHours: 400 },
];
const steps = {
  mode: 'per_tranche',
  trigger: 'marginal',
  invoicedCents: 30_000_000,
  triggerCents: 0,
  stepCents: 200_000,
} as const;
const obligation: Obligation = {
  ...{ clauseId: 'k', contractId: 'c', object: 'Nettoyage', reference: 'M-1', lotId: 'l', lotNumber: '2' },
  ...{
    holders: [{ id: 'h', name: 'Propreté du Val' }],
    target: steps,
    follows: true,
    dueHours: 180,
    expectedHours: 400,
  },
  gauge: {
    ...{
      dueHours: 180,
      declaredCentihours: 18_000,
      validatedCentihours: 18_000,
      pendingCentihours: 0,
      rejectedCentihours: 0,
    },
    ...{
      exceptionalCentihours: 0,
      leftCentihours: 64_000,
      progressBps: 5_000,
      forecastCentihours: 36_000,
      atRisk: false,
    },
  },
  shared: false,
  setting: { fteHours: 1600, weekCentihours: 3500, dayCentihours: 700, hourlyCostCents: 2200 },
  validated: { dayHundredths: 2571, weekHundredths: 514, fteHundredths: 11 },
  due: { dayHundredths: 2571, weekHundredths: 514, fteHundredths: 11 },
  left: { dayHundredths: 9143, weekHundredths: 1829, fteHundredths: 40 },
  people: 3,
  bills: [
    {
      ...{
        id: 'b1',
        kind: 'invoice',
        number: 'F-1',
        on: '2026-02-20',
        amountCents: 30_000_000,
        holderName: 'Propreté du Val',
      },
      ...{ source: 'sheet', fileName: 'fevrier.csv', record: 7, recordedAt: '2026-03-01T09:00:00Z', corrected: true },
    },
    {
      ...{ id: 'b2', kind: 'order', number: 'B-1', on: '2026-01-10', amountCents: 80_000_000, holderName: null },
      ...{ source: 'form', fileName: null, record: null, recordedAt: '2026-01-11T09:00:00Z', corrected: false },
    },
  ],
  parts: [
    {
      id: 'p1',
      kind: 'tranche',
      title: 'Tranche 1',
      target: { mode: 'fixed', hours: 30 },
      hours: 30,
      affirmedOn: '2026-02-01',
    },
    { id: 'p2', kind: 'renewal', title: 'An 2', target: { mode: 'fixed', hours: 90 }, hours: 90, affirmedOn: null },
  ],
  versions: [
    {
      version: 1,
      target: { ...steps, invoicedCents: 0 },
      dueHours: 0,
      cause: 'written',
      byName: 'Inès',
      recordedAt: '2026-01-05T09:00:00Z',
    },
    { version: 2, target: steps, dueHours: 150, cause: 'invoice', byName: null, recordedAt: '2026-03-01T09:00:00Z' },
  ],
  series,
  today: '2026-02-20',
};
const view = (given: Partial<Obligation> = {}, editable = false) =>
  draw(ObligationView, { obligation: { ...obligation, ...given }, past: null, editable });

afterEach(() => {
  app.url = new URL('https://jonction.example/');
});

describe('the chart of an obligation', () => {
  it('is drawn without a script: a curve for each figure, its words, and the table behind', () => {
    const drawn = draw(ObligationChart, { series, due: 180 });
    const svg = one(drawn, 'svg', { role: 'img' });
    expect(attribute(svg, 'aria-label')).toMatch(
      /de janvier\u00a02026 à mars\u00a02026.*Validées.*180\u00a0h.*Dues.*180\u00a0h.*Prévision à la fin.*360\u00a0h/,
    );
    expect(all(svg, 'path')).toHaveLength(4);
    expect(words(one(drawn, 'figcaption'))).toMatch(/À prévoir.*Dues.*Prévision.*Validées/s);
    expect(all(one(drawn, 'tbody'), 'tr').map(words)).toHaveLength(3);
    expect(words(one(drawn, 'tbody'))).toContain('Mars\u00a02026'.toLowerCase());
  });

  it('leaves out a curve that the clause does not have', () => {
    const bare = series.map((point) => ({ ...point, expectedHours: null }));
    const drawn = draw(ObligationChart, { series: bare, due: 180 });
    expect(all(one(drawn, 'svg', { role: 'img' }), 'path')).toHaveLength(3);
    expect(words(drawn)).not.toContain('À prévoir');
  });

  it('has a round scale at or above everything it shows', () => {
    expect(topOf(series)).toBe(50_000);
    expect(topOf([])).toBe(100);
    expect(
      topOf([
        {
          ...series[0],
          month: '2026-01',
          validatedCentihours: 100_000,
          forecastCentihours: null,
          dueHours: 0,
          expectedHours: null,
        },
      ]),
    ).toBe(100_000);
  });

  it('keeps every dot within the drawing, and a month without a figure out of it', () => {
    const dots = dotsOf(series, 'validated', topOf(series));
    expect(dots).toHaveLength(2);
    for (const { x, y } of [...dots, ...dotsOf(series, 'expected', 40_000)]) {
      expect(x).toBeGreaterThanOrEqual(chartSize.left);
      expect(x).toBeLessThanOrEqual(chartSize.width);
      expect(y).toBeGreaterThanOrEqual(chartSize.top);
      expect(y).toBeLessThanOrEqual(chartSize.height - chartSize.bottom);
    }
    expect(dotsOf(series.slice(0, 1), 'due', 10_000)).toHaveLength(1);
  });

  it('goes by steps for hours due, from point to point for the others', () => {
    const dots = [
      { x: 0, y: 9 },
      { x: 5, y: 4 },
    ];
    expect(pathOf(dots, 'due')).toBe('M0 9H5V4');
    expect(pathOf(dots, 'forecast')).toBe('M0 9L5 4');
    expect(pathOf([], 'forecast')).toBe('');
  });
});

describe('an obligation', () => {
  it('opens its figure to the formula, the equivalents with their setting, and every version', () => {
    const text = words(view());
    expect(text).toMatch(/180\u00a0h dues aujourd’hui/);
    expect(text).toContain('dont 30\u00a0h de tranches affermies');
    expect(text).toMatch(/300\s000\u00a0€ facturés/);
    expect(text).toMatch(/400\u00a0h à prévoir d’après les commandes/);
    expect(text).toMatch(/1\s600\u00a0h par équivalent temps plein/);
    expect(text).toMatch(/Version 2.*150\u00a0h.*Factures.*Version 1.*Clause écrite, par Inès/s);
    expect(text).toContain('3 personnes ont des heures validées');
  });

  it('gives nothing to write to whoever only reads', () => {
    expect(all(view(), 'form').map((form) => attribute(form, 'method'))).toEqual(['get']);
    expect(words(view())).not.toContain('Changer ces équivalents');
    const posts = all(view({}, true), 'form', { method: 'post' }).map((form) => attribute(form, 'action'));
    expect(posts).toEqual(['?/retirer', '?/retirer', '?/piece', '?/affermir', '?/tranche']);
  });

  it('says what is missing rather than an empty chart', () => {
    expect(words(view({ series: [] }))).toContain('pas de courbe');
    expect(words(view({ expectedHours: null }))).toContain('pas d’estimation');
    expect(words(view({ people: null }))).not.toContain('personnes ont des heures');
  });
});

describe('orders and invoices', () => {
  it('say where each comes from, and add up by kind', () => {
    const text = words(draw(BillList, { obligation }));
    expect(text).toContain('fevrier.csv, ligne 7, corrigée');
    expect(text).toContain('saisie');
    expect(text).toMatch(/Total · commande\s*800\s000/);
    expect(text).toMatch(/Total · facture\s*300\s000/);
  });

  it('say what to do first where there is none', () => {
    expect(words(draw(BillList, { obligation: { ...obligation, bills: [] } }))).toContain(
      'inscrivez la première facture',
    );
    expect(words(draw(BillList, { obligation: { ...obligation, bills: [], follows: false } }))).toContain(
      'ne suit pas les factures',
    );
  });

  it('keep what was typed, with the refusal at its field, and ask which company of a group', () => {
    const group = [...obligation.holders, { id: 'g', name: 'Espaces verts' }];
    const drawn = draw(BillList, {
      ...{ obligation: { ...obligation, holders: group }, editable: true },
      ...{ typed: { number: 'F-9', amount: 'dix', holderId: 'g' }, fields: { amountCents: 'Écrivez un montant' } },
    });
    const amount = one(drawn, 'input', { name: 'amount' });
    expect([attribute(amount, 'value'), attribute(amount, 'aria-invalid'), labelOf(drawn, amount)]).toEqual([
      'dix',
      'true',
      'Montant HT',
    ]);
    expect(all(one(drawn, 'select', { name: 'holderId' }), 'option').map(words)).toEqual([
      'Propreté du Val',
      'Espaces verts',
    ]);
    expect(all(draw(BillList, { obligation, editable: true }), 'select', { name: 'holderId' })).toEqual([]);
  });
});

describe('tranches', () => {
  it('say from when each counts, or that nothing is owed of it yet', () => {
    const text = words(draw(PartList, { obligation }));
    expect(text).toMatch(/Tranche 1.*affermie le 1er\u00a0févr\.\u00a02026.*An 2.*rien n’est dû/s);
    expect(words(draw(PartList, { obligation: { ...obligation, parts: [] } }))).toContain('Aucune tranche');
  });

  it('are told as days, weeks, full-time equivalents and people too, by the setting of the structure', () => {
    const [part] = obligation.parts;
    if (!part) throw new Error('a part');
    const told = (hours: number, setting = obligation.setting) =>
      words(draw(PartList, { obligation: { ...obligation, setting, parts: [{ ...part, hours }] } })).replaceAll(
        /[\u00a0\u202f]/g,
        ' ',
      );
    expect(told(420)).toContain('60 jours, 12 semaines, 0,26 ETP ; 1 personne sur un an');
    expect(told(3200, { ...obligation.setting, fteHours: 1000 })).toContain('3,2 ETP ; 4 personnes sur un an');
    expect(told(0)).not.toContain('ETP');
  });
});

describe('the hire simulator', () => {
  it('answers from the address: so many people, so many weeks, what it costs', () => {
    app.url = new URL('https://jonction.example/x?personnes=2&semaine=25&cout=22');
    expect(words(draw(HireSimulator, { obligation }))).toMatch(
      /2 personnes × 13 semaines à 25\u00a0h par semaine font 650\u00a0h.*14\s300/,
    );
    app.url = new URL('https://jonction.example/x?semaines=4&semaine=25&connu=2026-01-31');
    const drawn = draw(HireSimulator, { obligation });
    expect(words(drawn)).toContain('7 personnes × 4 semaines');
    expect(attribute(one(drawn, 'input', { type: 'hidden' }), 'name')).toBe('connu');
  });

  it('answers for one person where nothing was asked, and says when all is done', () => {
    expect(words(draw(HireSimulator, { obligation }))).toContain('1 personne × 19 semaines');
    const done = { ...obligation, gauge: { ...obligation.gauge, leftCentihours: 0 } };
    expect(words(draw(HireSimulator, { obligation: done }))).toBe('Il ne reste rien à faire.');
  });

  it('does not believe an odd address', () => {
    app.url = new URL('https://jonction.example/x?personnes=deux&semaine=beaucoup&cout=rien');
    expect(words(draw(HireSimulator, { obligation }))).toContain('1 personne × 19 semaines');
  });
});

describe('what somebody said of the columns of a sheet', () => {
  it('is read by header, what is not to be read left out', () => {
    const form = new FormData();
    for (const [name, value] of [
      ['entete.0', 'Marché'],
      ['colonne.0', 'contract'],
      ['entete.1', 'Rien'],
      ['colonne.1', ''],
      ['autre', 'x'],
    ] as const)
      form.set(name, value);
    expect(mappingOf(form)).toEqual({ Marché: 'contract' });
  });
});
