import { criteria, defaultWeights } from '@jonction/domain/matching/criterion';
import { describe, expect, it } from 'vitest';
import FairnessTable from '../../../../apps/web/src/lib/matching/FairnessTable.svelte';
import OutcomeTable from '../../../../apps/web/src/lib/matching/OutcomeTable.svelte';
import RulesHistory from '../../../../apps/web/src/lib/matching/RulesHistory.svelte';
import type { Fairness, Outcomes, Rules } from '../../../../apps/web/src/lib/matching/shapes.ts';
import WeightFields from '../../../../apps/web/src/lib/matching/WeightFields.svelte';
import { all, attribute, draw, heard, one, type Tag } from '../../../support/drawn.ts';

const cells = (page: Tag) =>
  all(one(page, 'tbody'), 'tr').map((row) => [...all(row, 'th'), ...all(row, 'td')].map(heard));

describe('six weights', () => {
  const fields = draw(WeightFields, { values: defaultWeights });

  it('are numbers that a form sends without any script, each with its label', () => {
    const inputs = all(fields, 'input', { type: 'number' });
    expect(inputs.map((field) => [attribute(field, 'name'), attribute(field, 'value')])).toEqual(
      criteria.map((criterion) => [criterion, String(defaultWeights[criterion])]),
    );
    for (const field of inputs) {
      expect(all(fields, 'label', { for: attribute(field, 'id') ?? '' })).toHaveLength(1);
    }
  });

  it('have sliders that send nothing themselves, and say what they move', () => {
    const sliders = all(fields, 'input', { type: 'range' });
    expect(sliders.map((slider) => attribute(slider, 'aria-label'))).toEqual([
      'Métier',
      'Expérience',
      'Compétences',
      'Distance',
      'Dernier contact',
      'Attente',
    ]);
    for (const slider of sliders) expect(slider.attributes.has('name')).toBe(false);
  });
});

describe('the decisions of a team', () => {
  const house = {
    version: 0,
    weights: defaultWeights,
    forgottenEvery: 5,
    reason: null,
    decidedBy: null,
    decidedAt: null,
  };
  const decided: Rules['history'][number] = {
    version: 1,
    weights: { ...defaultWeights, waiting: 150, occupation: 300 },
    forgottenEvery: 4,
    reason: 'l’attente <pèse> trop peu',
    decidedBy: 'Rachid Benali',
    decidedAt: '2020-04-10T22:30:00.000Z',
  } as unknown as Rules['history'][number];

  it('say who decided, the day in Paris, and why', () => {
    const [first, second] = all(draw(RulesHistory, { history: [decided, house] }), 'li').map(heard);
    expect(first).toMatch(/décidées par Rachid Benali le 11\savr\.\s2020/);
    expect(first).toContain('« l’attente <pèse> trop peu »'.replace('« ', '«\u202f').replace(' »', '\u202f»'));
    expect(first).toContain('attente 150');
    expect(first).toContain('Une place sur 4');
    expect(second).toContain('Règles de la maison');
  });

  it('say that nothing was decided, when it was not', () => {
    expect(heard(draw(RulesHistory, { history: [house] }))).toContain('L’équipe n’a rien décidé d’autre.');
  });
});

describe('what came of the sendings', () => {
  it('is a table, a row a band', () => {
    const outcomes: Outcomes = {
      from: '2019-04-12',
      to: '2020-04-12',
      bands: [
        { band: 'from800', sent: 12, interviewed: 4, hired: 2, refused: 5 },
        { band: 'unranked', sent: 3, interviewed: 0, hired: 0, refused: 1 },
      ],
    };
    expect(cells(draw(OutcomeTable, { outcomes }))).toEqual([
      ['800\u202f000 et plus', '12', '4', '2', '5'],
      ['non classée pour l’offre', '3', '0', '0', '1'],
    ]);
  });
});

describe('the report of rates', () => {
  const none = { proposed: null, interviewed: null, hired: null };
  const table: Fairness['byAge'] = {
    rows: [
      { group: 'under26', counts: { people: null, ...none }, ratesBps: none },
      {
        group: 'from26to49',
        counts: { people: 1240, proposed: 620, interviewed: null, hired: null },
        ratesBps: { proposed: 5000, interviewed: null, hired: null },
      },
    ],
    total: {
      group: 'total',
      counts: { people: 1263, proposed: 640, interviewed: 90, hired: 40 },
      ratesBps: { proposed: 5067, interviewed: 712, hired: 316 },
    },
  };

  it('says in words that a cell is not published, never a zero or a blank', () => {
    const [young, middle] = cells(draw(FairnessTable, { table, caption: 'Par âge' }));
    expect(young).toEqual(['moins de 26 ans', 'non publié', 'non publié', 'non publié', 'non publié']);
    expect(middle?.slice(0, 3)).toEqual(['26 à 49 ans', '1\u202f240', '620 (50\u00a0%)']);
    expect(middle?.slice(3)).toEqual(['non publié', 'non publié']);
  });

  it('ends with everybody', () => {
    const last = cells(draw(FairnessTable, { table, caption: 'Par âge' })).at(-1);
    expect(last?.[0]).toBe('Ensemble');
    expect(last?.[4]).toMatch(/^40 \(3/);
  });

  it('reads in English too', () => {
    expect(cells(draw(FairnessTable, { table, caption: 'By age' }, 'en'))[0]).toEqual([
      'under 26',
      ...Array.from({ length: 4 }, () => 'not published'),
    ]);
  });
});
