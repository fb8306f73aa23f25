import { describe, expect, it } from 'vitest';
import DecideForm from '../../../../apps/web/src/lib/paper/DecideForm.svelte';
import { all, attribute, draw, labelOf, one, words } from '../../../support/drawn.ts';

const decide = (refused: Parameters<typeof draw<typeof DecideForm>>[1]['refused'] = null) =>
  draw(DecideForm, { itemId: 'i1', name: 'Extrait Kbis', refused });

describe('what the team says of a paper that was brought', () => {
  it('is yes in one press, or no with a reason that the company reads', () => {
    const [yes, no] = all(decide(), 'form');
    expect(yes && attribute(one(yes, 'button'), 'name')).toBe('accept');
    expect(yes && attribute(one(yes, 'button'), 'value')).toBe('oui');
    expect(no && all(no, 'button').map((button) => attribute(button, 'name'))).toEqual([undefined]);
    expect(labelOf(decide(), one(decide(), 'input', { name: 'reason' }))).toContain('lu par l’entreprise');
    for (const input of all(decide(), 'input', { name: 'itemId' })) expect(attribute(input, 'value')).toBe('i1');
  });

  it('names its paper on each button: several stand on one page', () => {
    for (const button of all(decide(), 'button')) expect(attribute(button, 'aria-label')).toContain('Extrait Kbis');
  });

  it('comes back open at the reason that is missing, with what was typed', () => {
    expect(all(decide(), 'details', { open: true })).toEqual([]);
    const drawn = decide({ sentence: 'Dites pourquoi', values: { reason: ' ' }, fields: { reason: 'Dites pourquoi' } });
    expect(all(drawn, 'details', { open: true })).toHaveLength(1);
    expect(attribute(one(drawn, 'input', { name: 'reason' }), 'aria-invalid')).toBe('true');
    expect(words(drawn)).toContain('Dites pourquoi');
  });
});
