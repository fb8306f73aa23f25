import { hourKinds } from '@jonction/domain/hours/line';
import type { PolicyRule } from '@jonction/domain/hours/policy';
import { describe, expect, it } from 'vitest';
import { kindGroups, otherPapers, readPolicy, rowsAfter } from '../../../../apps/web/src/lib/hours/policy-form.ts';

function form(fields: Record<string, string | string[]>): FormData {
  const data = new FormData();
  for (const [name, given] of Object.entries(fields)) {
    for (const value of [given].flat()) data.append(name, value);
  }
  return data;
}

const whole = {
  titre: ' Canicule ',
  source: 'Accord du 2 août 2026',
  note: '',
  pour: 'contract:0192-a:b',
  du: '2026-08-01',
  au: '',
  'r.0.nom': 'arret',
  'r.0.natures': ['sick_leave', 'childcare_leave'],
  'r.0.payeur': 'social_security',
  'r.0.base': '',
  'r.0.issue': 'discretion',
  'r.0.plafond': '17,5',
  'r.0.pieces': ['benefit_statement'],
  'r.0.autre': ' Bulletin météo ; Attestation du maire ',
};

const rows = (...ids: string[]): PolicyRule[] =>
  ids.map((id) => ({ id, kinds: ['training'], outcome: 'validate' as const }));
const ids = (rules: readonly PolicyRule[]) => rules.map(({ id }) => id).join('');

describe('a decision table as it was typed', () => {
  it('is read whole', () => {
    expect(readPolicy(form(whole))).toEqual({
      unread: [],
      content: {
        title: 'Canicule',
        source: 'Accord du 2 août 2026',
        note: null,
        scope: { level: 'contract', id: '0192-a:b' },
        validFrom: '2026-08-01',
        validTo: null,
        rules: [
          {
            id: 'arret',
            kinds: ['sick_leave', 'childcare_leave'],
            payer: 'social_security',
            hourBasis: null,
            evidence: ['benefit_statement', 'Bulletin météo', 'Attestation du maire'],
            outcome: 'discretion',
            creditedCapPerWeek: 1750,
          },
        ],
      },
    });
  });

  it('keeps rows in the order of the page, whatever their numbers', () => {
    const typed = form({ pour: 'structure:s', 'r.7.nom': 'a', 'r.2.nom': 'b' });
    expect(ids(readPolicy(typed).content.rules)).toBe('ab');
  });

  it('names the caps that are no hours, and keeps the rest', () => {
    const typed = form({ ...whole, 'r.0.plafond': 'trente-cinq', 'r.1.nom': 'b', 'r.1.plafond': '35 h' });
    const { content, unread } = readPolicy(typed);
    expect(unread).toEqual(['r.0.plafond']);
    expect(content.rules.map((rule) => rule.creditedCapPerWeek)).toEqual([null, 3500]);
  });

  it('takes no kind, payer, outcome or level that does not exist', () => {
    const strange = { 'r.0.natures': ['sieste', 'training'], 'r.0.payeur': 'personne', 'r.0.issue': 'toujours' };
    const { content } = readPolicy(form({ ...whole, ...strange, pour: 'monde:1' }));
    expect(content.rules[0]).toMatchObject({ kinds: ['training'], payer: null, outcome: 'validate' });
    expect(content.scope.level).toBe('structure');
  });

  it('is empty where nothing was typed', () => {
    expect(readPolicy(new FormData()).content).toMatchObject({ title: '', rules: [], validFrom: null, note: null });
  });
});

describe('what a button does to the rows', () => {
  it.each([
    ['ajouter', 'abc'],
    ['monter.1', 'bac'],
    ['monter.0', 'abc'],
    ['descendre.1', 'acb'],
    ['descendre.2', 'abc'],
    ['retirer.0', 'bc'],
    ['retirer.9', 'abc'],
    ['enregistrer', 'abc'],
    ['essayer', 'abc'],
  ])('%s', (doing, expected) => {
    const before = rows('a', 'b', 'c');
    expect(ids(rowsAfter(before, doing))).toBe(expected);
    expect(ids(before)).toBe('abc');
  });

  it('adds a row that says nothing yet', () => {
    expect(rowsAfter([], 'ajouter')).toEqual([{ id: '', kinds: [], outcome: 'validate' }]);
  });
});

it('the table offers each kind of hours once', () => {
  expect(kindGroups.flat().toSorted()).toEqual([...hourKinds].sort());
});

it('papers that are none of ours are written again as they were typed', () => {
  const [rule] = rows('a');
  expect(otherPapers({ ...rule, evidence: ['benefit_statement', 'Un mot', 'Un autre'] } as PolicyRule)).toBe(
    'Un mot ; Un autre',
  );
  expect(otherPapers(rule as PolicyRule)).toBe('');
});
