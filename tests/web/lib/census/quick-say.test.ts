import type { ComponentProps } from 'svelte';
import { describe, expect, it } from 'vitest';
import QuickSay from '../../../../apps/web/src/lib/census/QuickSay.svelte';
import { all, attribute, draw, heard, one } from '../../../support/drawn.ts';

type Props = ComponentProps<typeof QuickSay>;
const props: Props = {
  options: [
    { value: 'c1', label: 'Bitume', hint: 'V-1' },
    { value: 'c2', label: 'Toitures', hint: 'V-2' },
  ],
  today: '2026-03-02',
  action: '?/dire',
  refused: null,
  said: null,
};
const drawn = (given: Partial<Props> = {}) => draw(QuickSay, { ...props, ...given });
const chosen = (given: Partial<Props> = {}) =>
  all(one(drawn(given), 'select', { name: 'answer:dire' }), 'option')
    .filter((option) => option.attributes.has('selected'))
    .map(heard);

describe('what a buyer says from its home', () => {
  it('begins with "no change": Enter is enough', () => {
    expect(chosen()).toEqual(['sans changement']);
  });

  it('offers its contracts as a plain list without scripts', () => {
    const list = one(drawn(), 'select', { name: 'contractId' });
    expect(all(list, 'option').map(heard).join(' ')).toContain('Toitures');
  });

  it('asks for the hours of a clause, and not for a lot until one is missing', () => {
    expect(all(drawn(), 'input', { name: 'dueHours' })).toHaveLength(1);
    expect(all(drawn(), 'input', { name: 'lotNumber' })).toEqual([]);
    const refused = {
      sentence: '',
      fields: { lotNumber: 'Ce marché a plusieurs lots (1, 2).' },
      values: { dueHours: '640' },
    };
    const again = drawn({ refused });
    expect(all(again, 'input', { name: 'lotNumber' })).toHaveLength(1);
    expect(attribute(one(again, 'input', { name: 'dueHours' }), 'value')).toBe('640');
    expect(heard(again)).toContain('plusieurs lots');
  });

  it('gives back an answer that was refused, at its field', () => {
    const refused = {
      sentence: '',
      fields: { legalBasis: 'Écrivez l’acte.' },
      values: { 'answer:dire': 'suspend', contractId: 'c2' },
    };
    expect(chosen({ refused })).toHaveLength(1);
    expect(chosen({ refused })).not.toEqual(chosen());
    expect(heard(drawn({ refused }))).toContain('Écrivez l’acte.');
  });

  it('says what was kept: where it stands, or that nothing changed, and the hours', () => {
    const said = { reference: 'V-1', answer: 'no_change' as const, status: 'active' as const, dueHours: null };
    expect(heard(drawn({ said }))).toContain('V-1, sans changement');
    const stopped = heard(drawn({ said: { ...said, answer: 'stop', status: 'stopped', dueHours: 640 } }));
    expect(stopped).toContain('V-1 est arrêté');
    expect(stopped).toContain('640 heures');
  });

  it('tells the key that comes here', () => {
    expect(heard(one(drawn(), 'kbd'))).toBe('d');
  });
});
