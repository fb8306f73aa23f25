import { consolidationCuts } from '@jonction/domain/report/consolidation';
import { describe, expect, it } from 'vitest';
import YearCuts from '../../../../apps/web/src/lib/report/YearCuts.svelte';
import YearTotals from '../../../../apps/web/src/lib/report/YearTotals.svelte';
import { all, draw, heard } from '../../../support/drawn.ts';

const plain = (text: string) => text.replaceAll(/\s+/g, ' ');
const totals = {
  ...{ declared: 2_600_000, validated: 2_512_468, exceptional: 120_000 },
  ...{ people: 57, newPeople: 40, hires: 75, employers: 31, insertionEmployers: 8, buyers: 12, contracts: 34 },
};

describe('the totals of a year', () => {
  it('are told with their hours, their people and the factor of an equivalent', () => {
    const said = plain(heard(draw(YearTotals, { totals, fteHundredths: 1570, fteHours: 1600 })));
    for (const part of [
      '25 124,68 h',
      '15,7',
      '57',
      'dont nouvelles dans l’année',
      '1 600 heures',
      'au moins une heure validée',
    ])
      expect(said).toContain(part);
  });
});

describe('the cuts of a year', () => {
  const cuts = consolidationCuts.map((cut) => ({
    cut,
    rows: { mode: 'direct_hire', kind: 'permanent', sex: 'woman', age: 'under26', employer: 'ETTI' }[cut],
  }));

  it('are one table each, in words, hours then people', () => {
    const drawn = draw(YearCuts, {
      cuts: cuts.map(({ cut, rows: code }) => ({ cut, rows: [{ code, validated: 15_167, people: 2 }] })),
    });
    expect(all(drawn, 'table')).toHaveLength(consolidationCuts.length);
    const said = plain(heard(drawn));
    for (const part of ['Embauche directe', 'CDI', 'femme', 'moins de 26 ans', 'ETTI', '151,67 h'])
      expect(said).toContain(part);
    expect(said).not.toMatch(/direct_hire|report\.|undefined/);
  });

  it('are left out where there is nothing to tell', () => {
    expect(all(draw(YearCuts, { cuts: cuts.map(({ cut }) => ({ cut, rows: [] })) }), 'table')).toHaveLength(0);
  });
});
