import { hourKinds } from '@jonction/domain/hours/line';
import { describe, expect, it } from 'vitest';
import { byContract } from '../../../../apps/web/src/lib/hours/by-contract.ts';
import ContractHeading from '../../../../apps/web/src/lib/hours/ContractHeading.svelte';
import { blankLine, type DraftLine } from '../../../../apps/web/src/lib/hours/draft.ts';
import WorkerBlock from '../../../../apps/web/src/lib/hours/WorkerBlock.svelte';
import { all, attribute, draw, one, type Tag, words as wordsAsIs } from '../../../support/drawn.ts';

const words = (tag: Tag) => wordsAsIs(tag).replaceAll(/[\u00a0\u202f]/g, ' ');

const worker = {
  id: 'p1',
  number: 12,
  workerName: 'Awa <Diarra>',
  clauseId: 'k1',
  contractObject: 'Entretien des écoles',
  contractReference: '2026-12',
  lotNumber: '2',
  startsOn: '2026-03-09',
  endsOn: null,
  weeklyHours: 28,
  eligibleTo: '2026-03-20',
};
const blank = blankLine(worker, '2026-03', 0);
const sent: DraftLine = {
  ...{ ...blank, at: 1, was: 'worked_on_site|2026-03-09|2026-03-31', lineId: 'l1', hours: '210' },
  portions: [
    {
      status: 'rejected',
      reason: 'outside-eligibility',
      policy: null,
      rule: null,
      centihours: 21_000,
      decisionReason: null,
    },
  ],
  warnings: [
    { code: 'over-day', on: '2026-03-09', centihours: 1_236 },
    { code: 'over-day', on: '2026-03-10', centihours: 1_236 },
    { code: 'over-week', on: '2026-03-09', centihours: 6_180 },
  ],
};
const nothing = () => undefined;
const block = (given: Record<string, unknown> = {}) =>
  draw(WorkerBlock, {
    ...{ worker, month: '2026-03', lines: [blank], fields: {}, onadd: nothing, onhours: nothing },
    ...given,
  });

describe('a worker of the month', () => {
  it('is named with her contract, her hours a week and until when they count, nothing of it as HTML', () => {
    const page = block();
    expect(words(one(page, 'h2'))).toBe('Awa <Diarra>');
    for (const said of ['n° E-12', 'Entretien des écoles', 'lot 2', '28 h par semaine', 'depuis le 9 mars 2026']) {
      expect(words(page)).toContain(said);
    }
    expect(words(page)).toContain('ses heures comptent jusqu’au 20 mars 2026');
    expect(words(block({ worker: { ...worker, eligibleTo: '2026-03-31' } }))).not.toContain('comptent jusqu’au');
  });

  it('is one heading lower under that of her contract, which she does not repeat', () => {
    const page = block({ grouped: true });
    expect(all(page, 'h2')).toHaveLength(0);
    expect(words(one(page, 'h3'))).toBe('Awa <Diarra>');
    expect(words(page)).not.toContain('Entretien des écoles');
    expect(attribute(one(page, 'section'), 'aria-labelledby')).toBe(attribute(one(page, 'h3'), 'id'));
  });

  it('gives each line fields of its own, with every kind of hours', () => {
    const page = block({ lines: [blank, sent] });
    const hours = all(page, 'input', { inputmode: 'decimal' });
    expect(hours.map((tag) => attribute(tag, 'name'))).toEqual(['l.0.heures', 'l.1.heures']);
    const kinds = all(one(page, 'select', { name: 'l.0.nature' }), 'option');
    expect(kinds.map((tag) => attribute(tag, 'value'))).toEqual([...hourKinds]);
    expect(attribute(one(page, 'input', { name: 'l.0.heures' }), 'placeholder')).toBe('121,33');
  });

  it('says of a line that was sent what became of it, the days that are too long, and its story', () => {
    const page = block({ lines: [sent] });
    expect(words(page)).toContain('210 h non validées');
    expect(words(page)).toContain('plus de 10 h sur 2 jours');
    expect(words(page)).toContain('plus de 48 h la semaine du 9 mars 2026');
    expect(attribute(one(page, 'a'), 'href')).toBe('/entreprise/heures/lignes/l1');
    expect(all(block({ lines: [sent], opens: false }), 'a')).toHaveLength(0);
    expect(words(block({ lines: [sent], opens: false }))).toContain('0 retire la ligne');
  });

  it('keeps a refusal at its field', () => {
    const page = block({ fields: { 'l.0.heures': 'Écrivez des heures.' } });
    expect(attribute(one(page, 'input', { name: 'l.0.heures' }), 'aria-invalid')).toBe('true');
    expect(words(page)).toContain('Écrivez des heures.');
    const days = block({ fields: { 'l.0.au': 'La fin est avant le début.' } });
    expect(all(days, 'details')[0]?.attributes.has('open')).toBe(true);
  });

  it('may be said to have none where nothing is declared, and the answer is taken back', () => {
    const buttons = (given: Record<string, unknown>) =>
      all(block(given), 'button').map((tag) => attribute(tag, 'name'));
    expect(buttons({})).toEqual(['ajouter']);
    expect(buttons({ none: false })).toEqual(['ajouter', 'aucune']);
    expect(buttons({ none: false, lines: [sent] })).toEqual(['ajouter']);
    expect(buttons({ none: true })).toEqual(['revenir']);
    expect(words(block({ none: true }))).toContain('Aucune heure ce mois-ci : c’est noté.');
  });

  it('is told in English as well', () => {
    const page = draw(
      WorkerBlock,
      { worker, month: '2026-03', lines: [sent], fields: {}, onadd: nothing, onhours: nothing },
      'en',
    );
    expect(words(page)).toContain('more than 10 h on 2 days');
  });
});

describe('the workers of a company on several contracts', () => {
  const of = (clauseId: string, contractObject: string, workerName: string, contractReference = '2026-1') => ({
    ...{ clauseId, contractObject, contractReference, workerName, lotNumber: null },
  });

  it('are gathered by contract, in the order of its object, theirs kept', () => {
    const groups = byContract([
      of('k2', 'Voirie', 'Ali'),
      of('k1', 'Écoles', 'Bao'),
      of('k2', 'Voirie', 'Chloé'),
      of('k3', 'Écoles', 'Dan', '2026-02'),
      of('k4', 'Écoles', 'Eve', '2026-10'),
    ]);
    expect(groups.map(({ clauseId, workers }) => [clauseId, workers.map(({ workerName }) => workerName)])).toEqual([
      ['k1', ['Bao']],
      ['k3', ['Dan']],
      ['k4', ['Eve']],
      ['k2', ['Ali', 'Chloé']],
    ]);
    expect(byContract([])).toEqual([]);
  });

  it('stand under the object of the contract, its reference, its lot and how many they are', () => {
    const [group] = byContract([worker, { ...worker, id: 'p2' }]);
    if (!group) throw new Error('a group');
    const page = draw(ContractHeading, { group });
    expect(words(one(page, 'h2'))).toBe('Entretien des écoles');
    expect(words(page)).toContain('marché 2026-12 · lot 2 · 2 salariés');
    expect(words(draw(ContractHeading, { group: { ...group, lotNumber: null } }))).not.toContain('lot');
  });
});
