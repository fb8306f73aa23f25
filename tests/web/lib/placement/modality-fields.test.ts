import { modalities, modalityFields, modalityProofs } from '@jonction/domain/placement/modality';
import type { ComponentProps } from 'svelte';
import { describe, expect, it } from 'vitest';
import ModalityFields from '../../../../apps/web/src/lib/placement/ModalityFields.svelte';
import { all, attribute, describedBy, draw, labelOf, one, words } from '../../../support/drawn.ts';

const fields = (given: Partial<ComponentProps<typeof ModalityFields>> = {}, locale: 'fr' | 'en' = 'fr') =>
  draw(
    ModalityFields,
    { fields: modalityFields, proofs: modalityProofs, typed: () => '', ticked: [], ...given },
    locale,
  );

describe('what a modality asks for, in a form', () => {
  it('has one labelled field each, none of them compulsory: it is written down as it comes', () => {
    const page = fields();
    for (const field of modalityFields) {
      const control = one(page, 'input', { name: field });
      expect(labelOf(page, control)).not.toBe('');
      expect(attribute(control, 'required')).toBeUndefined();
    }
  });

  it('shows what one modality asks for, and nothing of another', () => {
    const { fields: asked, proofs } = modalities.subcontracting_siae;
    const page = fields({ fields: asked, proofs });
    expect(
      all(page, 'input')
        .flatMap((input) => attribute(input, 'name') ?? [])
        .filter((name) => name !== 'proofs'),
    ).toEqual([...asked]);
    expect(all(page, 'input', { name: 'proofs' }).map((box) => attribute(box, 'value'))).toEqual([...proofs]);
    expect(words(page)).not.toContain('Tuteur');
  });

  it('keeps what was typed and ticked', () => {
    const page = fields({ typed: (field: string) => (field === 'tutor' ? 'Ida "Val"' : ''), ticked: ['invoice'] });
    expect(attribute(one(page, 'input', { name: 'tutor' }), 'value')).toBe('Ida "Val"');
    expect(all(page, 'input', { name: 'proofs', checked: true }).map((box) => attribute(box, 'value'))).toEqual([
      'invoice',
    ]);
  });

  it.each(modalityFields)('says what is wrong with %s at its field', (field) => {
    const page = fields({ wrong: { [`facts.${field}`]: 'Écrivez autre chose.' } });
    const control = one(page, 'input', { name: field });
    expect(attribute(control, 'aria-invalid')).toBe('true');
    expect(describedBy(page, control).join(' ')).toContain('Écrivez autre chose.');
    expect(all(page, 'input', { 'aria-invalid': 'true' })).toHaveLength(1);
  });

  it('shows a paper that stands on declared hours, with the line that has it, and asks for it no more', () => {
    const page = fields({ attached: [{ proof: 'hour_sheet', lineId: 'l1' }] });
    expect(attribute(one(page, 'a'), 'href')).toBe('/facilitateur/heures/lignes/l1');
    expect(all(page, 'input', { name: 'proofs', value: 'hour_sheet' })).toEqual([]);
    expect(all(page, 'input', { name: 'proofs' })).toHaveLength(modalityProofs.length - 1);
  });

  it('tells its units, and reads in English', () => {
    const text = words(fields());
    for (const unit of ['h', '€', '%']) expect(text).toContain(unit);
    const english = words(fields({}, 'en'));
    expect(english).toContain('payslip (its page of hours only)');
    expect(english).not.toMatch(/Tuteur|feuille|facture/);
  });
});
