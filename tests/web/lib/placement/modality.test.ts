import {
  modalities,
  modalityFactsSchema,
  modalityFields,
  modalityGaps,
  modalityProofs,
} from '@jonction/domain/placement/modality';
import { modalityWords } from '@jonction/domain/placement/modality-words';
import { type ExecutionMode, executionModes } from '@jonction/domain/placement/placement';
import { translate } from '@jonction/domain/shared/words';
import type { ComponentProps } from 'svelte';
import { describe, expect, it } from 'vitest';
import HireFields from '../../../../apps/web/src/lib/placement/HireFields.svelte';
import ModalityCard from '../../../../apps/web/src/lib/placement/ModalityCard.svelte';
import { readModality } from '../../../../apps/web/src/lib/placement/read-modality.ts';
import { all, attribute, draw, words } from '../../../support/drawn.ts';

function shown(mode: ExecutionMode, given = {}) {
  const facts = modalityFactsSchema.parse(given);
  const { fields, proofs } = modalities[mode];
  return {
    ...{ mode, facts, fields: [...fields], proofs: [...proofs], gaps: modalityGaps(mode, facts) },
    ...{ recordedAt: null, recordedByName: null, attached: [] },
  };
}
const card = (mode: ExecutionMode, given = {}) => draw(ModalityCard, { modality: shown(mode, given), refused: null });
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const names = (page: ReturnType<typeof card>) => [
  ...new Set(all(page, 'input').map((input) => attribute(input, 'name') ?? '')),
];

describe('the modality of a hire', () => {
  it('asks, for each modality, for its fields and its papers, and nothing else', () => {
    for (const mode of executionModes) {
      expect(names(card(mode))).toEqual([...modalities[mode].fields, 'proofs']);
      const text = words(card(mode));
      for (const proof of modalities[mode].proofs) {
        expect(text).toContain(translate(modalityWords, 'fr', `placement.proof.${proof}`));
      }
    }
  });

  it('says what is missing, then that everything is there', () => {
    expect(plain(words(card('lending_ea')))).toContain('à compléter : Entreprise utilisatrice, relevé d’heures');
    const whole = card('lending_ea', { userCompany: 'Bâti du Val', proofs: ['hour_statement'] });
    expect(words(whole)).toContain('tout est là');
    expect(words(whole)).not.toContain('à compléter');
  });

  it('shows amounts in euros and shares per cent, and the papers seen as ticked', () => {
    const page = card('subcontracting_siae', {
      amountCents: 1_250_050,
      subcontractedOn: '2026-01-12',
      proofs: ['invoice'],
    });
    const typedIn = (name: string) => {
      const input = all(page, 'input').find((one) => attribute(one, 'name') === name);
      return input && attribute(input, 'value');
    };
    expect(typedIn('amountCents')).toBe('12500,5');
    expect(typedIn('subcontractedOn')).toBe('2026-01-12');
    const ticked = all(page, 'input').filter((one) => one.attributes.has('checked'));
    expect(ticked.map((one) => attribute(one, 'value'))).toEqual(['invoice']);
  });

  it('gives back what was typed, with the refusal at its field', () => {
    const refused = {
      sentence: 'Corrigez',
      fields: { 'facts.shareBps': 'Une part ne dépasse pas 100 %.' },
      values: { shareBps: '120' },
    };
    const page = draw(ModalityCard, { modality: shown('cocontracting_siae'), refused });
    const wrong = all(page, 'input').find((one) => attribute(one, 'aria-invalid') === 'true');
    expect(wrong && [attribute(wrong, 'name'), attribute(wrong, 'value')]).toEqual(['shareBps', '120']);
  });
});

describe('papers that stand on declared hours', () => {
  it('are said to be given, with their line, and are not to be ticked', () => {
    const modality = { ...shown('esat'), attached: [{ proof: 'attestation' as const, lineId: 'l1' }] };
    const page = draw(ModalityCard, { modality, refused: null });
    const link = all(page, 'a').find((one) => attribute(one, 'href') === '/facilitateur/heures/lignes/l1');
    expect(link && words(link)).toBe('jointe à ses heures');
    expect(all(page, 'input', { name: 'proofs' })).toHaveLength(0);
  });
});

describe('the modality in the form of a hire', () => {
  const begun = {
    ...{ positioningId: null, participantId: 'p1', personName: 'Awa Diarra', employer: null, offerTitle: null },
    ...{ romeCode: null, windowKind: 'fixed_term' as const, weeklyHours: null, startsOn: null },
  };
  const form = (refused: ComponentProps<typeof HireFields>['refused'] = null) =>
    draw(HireFields, { begun, employers: [{ value: 'e1', label: 'Bâti du Val' }], holderId: 'e1', refused });

  it('holds every field and paper once, each marked with the modalities that ask for it', () => {
    const page = form();
    for (const field of modalityFields) {
      const [box, ...others] = all(page, 'div').filter(
        (div) => attribute(div, 'class')?.includes('asked') && all(div, 'input', { name: field }).length > 0,
      );
      expect(others, field).toEqual([]);
      const of = (attribute(box ?? page, 'class') ?? '').match(/of-\w+/g) ?? [];
      const asking = executionModes.filter((mode) => modalities[mode].fields.includes(field));
      expect(of, field).toEqual(asking.map((mode) => `of-${mode}`));
    }
    expect(all(page, 'input', { name: 'proofs' }).map((one) => attribute(one, 'value'))).toEqual([...modalityProofs]);
    expect(words(page)).toContain('À compléter plus tard');
  });

  it('requires none of them', () => {
    const page = form();
    for (const name of [...modalityFields, 'proofs']) {
      for (const input of all(page, 'input', { name })) expect(input.attributes.has('required')).toBe(false);
    }
  });

  it('keeps what was typed, ticked and refused', () => {
    const page = form({
      fields: { 'facts.trainingHours': 'Écrivez un nombre entier.' },
      values: { executionMode: 'alternance', trainingHours: 'beaucoup', proofs: 'payslip_hours', tutor: 'Mme Petit' },
    });
    expect(all(page, 'option', { value: 'alternance', selected: true })).toHaveLength(1);
    const [hours] = all(page, 'input', { name: 'trainingHours' });
    expect(hours && [attribute(hours, 'value'), attribute(hours, 'aria-invalid')]).toEqual(['beaucoup', 'true']);
    expect(hours && attribute(hours, 'id')).toBe('champ-facts.trainingHours');
    const ticked = all(page, 'input', { name: 'proofs' }).filter((one) => one.attributes.has('checked'));
    expect(ticked.map((one) => attribute(one, 'value'))).toEqual(['payslip_hours']);
  });
});

describe('the form of a modality, read', () => {
  it('gives euros and per cent as hundredths, known papers, and nothing where nothing was typed', () => {
    const form = new FormData();
    form.set('amountCents', '12 500,50 €');
    form.set('shareBps', '25');
    form.set('trainingHours', '400');
    form.append('proofs', 'invoice');
    form.append('proofs', 'carte vitale');
    expect(readModality(form)).toMatchObject({
      amountCents: 1_250_050,
      shareBps: 2_500,
      trainingHours: 400,
      tutor: null,
      subcontractedOn: null,
      proofs: ['invoice'],
    });
  });
});
