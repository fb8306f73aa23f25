import { speakableSources } from '@jonction/domain/contract/said';
import type { ComponentProps } from 'svelte';
import { describe, expect, it } from 'vitest';
import Amendments from '../../../../apps/web/src/lib/contract/Amendments.svelte';
import TransferTerms from '../../../../apps/web/src/lib/contract/consortium/TransferTerms.svelte';
import PenaltyFields from '../../../../apps/web/src/lib/contract/PenaltyFields.svelte';
import SaidByFields from '../../../../apps/web/src/lib/contract/SaidByFields.svelte';
import { all, attribute, draw, one, words } from '../../../support/drawn.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const said = (drawn: Parameters<typeof words>[0]) => plain(words(drawn));
const refused = (values: Record<string, string>, fields: Record<string, string> = {}) => ({
  ...{ sentence: 'Corrigez', values, fields },
});

describe('what open data publishes of a contract', () => {
  type Given = ComponentProps<typeof Amendments>;
  const amendment = { on: '2024-03-01', lotNumber: null, object: null, amountCents: null, durationMonths: null };
  const drawn = (given: Record<string, unknown>) =>
    draw(Amendments, { amendments: [], publications: [], ...given } as unknown as Given);

  it('is before and after, for what an amendment changed and nothing else', () => {
    const amountCents = { before: 10_000_000, after: 12_500_000 };
    const text = said(drawn({ amendments: [{ ...amendment, amountCents, holders: null, lotNumber: '2' }] }));
    expect(text).toContain('1er mars 2024');
    expect(text).toMatch(/100 000 €.*→.*125 000 €/);
    const rows = all(drawn({ amendments: [{ ...amendment, amountCents, holders: null }] }), 'dt');
    expect(rows).toHaveLength(1);
    const three = {
      amountCents,
      durationMonths: { before: 12, after: 18 },
      holders: { before: ['A'], after: ['A', 'B'] },
    };
    expect(all(drawn({ amendments: [{ ...amendment, ...three }] }), 'dt')).toHaveLength(3);
  });

  it('strikes out what was, and says where nothing was known', () => {
    const durationMonths = { before: null, after: 18 };
    const list = drawn({ amendments: [{ ...amendment, durationMonths, holders: null }] });
    expect(words(one(list, 's'))).toBe('—');
    expect(said(list)).toContain('18 mois');
  });

  it('names publications with what is doubtful in them, and is nothing at all where there is none', () => {
    const publications = [{ publishedOn: null, lotNumber: '1', doubts: ['montant nul'] }];
    expect(said(drawn({ publications }))).toContain('montant nul');
    expect(said(drawn({}))).toBe('');
  });
});

describe('whose word a correction is', () => {
  it('is ours where nothing is said, one of those who may be quoted', () => {
    const drawn = draw(SaidByFields, {});
    expect(all(drawn, 'option').map((option) => attribute(option, 'value'))).toEqual([...speakableSources]);
    expect(all(drawn, 'option', { selected: true }).map((option) => attribute(option, 'value'))).toEqual([
      'facilitator',
    ]);
  });

  it('stays what was typed once it was refused', () => {
    const drawn = draw(SaidByFields, { refused: refused({ source: 'mail', saidBy: 'Mme Roy' }, { source: 'Non' }) });
    expect(all(drawn, 'option', { selected: true }).map((option) => attribute(option, 'value'))).toEqual(['mail']);
    expect(attribute(one(drawn, 'input', { name: 'saidBy' }), 'value')).toBe('Mme Roy');
    expect(attribute(one(drawn, 'select'), 'aria-invalid')).toBe('true');
  });
});

describe('what a contract says of penalties', () => {
  type Given = ComponentProps<typeof PenaltyFields>;
  const form = (penalty: unknown, values: Record<string, string> = {}, fields: Record<string, string> = {}) =>
    draw(PenaltyFields, { penalty: penalty as Given['penalty'], values, fields });
  const valueIn = (drawn: ReturnType<typeof form>, name: string) => attribute(one(drawn, 'input', { name }), 'value');
  const terms = { perHour: { basis: 'fixed', cents: 4_550 }, perDayCents: 10_000, capBps: 500, note: 'art. 12' };

  it('is written as people type it: euros, per cent, and the note', () => {
    const drawn = form(terms);
    expect(['perHourAmount', 'perDay', 'cap', 'penaltyNote'].map((name) => valueIn(drawn, name))).toEqual([
      ...['45,5', '100', '5', 'art. 12'],
    ]);
    expect(all(drawn, 'option', { selected: true }).map((option) => attribute(option, 'value'))).toEqual(['fixed']);
  });

  it('may be a multiple of the minimum wage, or nothing', () => {
    const multiple = form({ ...terms, perHour: { basis: 'smic_multiple', multipleHundredths: 150 } });
    expect(valueIn(multiple, 'perHourAmount')).toBe('1,5');
    expect(valueIn(form(null), 'perHourAmount')).toBe('');
  });

  it('keeps what was typed before what is known, and says what is wrong at its field', () => {
    const drawn = form(terms, { perHourAmount: 'x' }, { 'penalty.perHour.cents': 'Écrivez un montant' });
    expect(valueIn(drawn, 'perHourAmount')).toBe('x');
    expect(attribute(one(drawn, 'input', { name: 'perHourAmount' }), 'aria-invalid')).toBe('true');
    expect(attribute(one(drawn, 'input', { name: 'perDay' }), 'aria-invalid')).not.toBe('true');
  });
});

describe('the terms of a transfer', () => {
  it('are asked empty, and come back with what was typed and what is wrong, each at its field', () => {
    expect(attribute(one(draw(TransferTerms, { refused: null }), 'input', { name: 'hours' }), 'value')).toBe('');
    const fields = { centihours: 'Des heures', priceCents: 'Un prix' };
    const drawn = draw(TransferTerms, { refused: refused({ hours: 'x', price: '-1', reason: 'Chantier' }, fields) });
    for (const name of ['hours', 'price'])
      expect([name, attribute(one(drawn, 'input', { name }), 'aria-invalid')]).toEqual([name, 'true']);
    expect(words(one(drawn, 'textarea', { name: 'reason' }))).toBe('Chantier');
    expect(attribute(one(drawn, 'textarea', { name: 'reason' }), 'aria-invalid')).not.toBe('true');
  });
});
