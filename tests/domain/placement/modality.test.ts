import {
  type ModalityFacts,
  modalities,
  modalityFactsSchema,
  modalityFields,
  modalityGaps,
  modalityProofs,
  nothingWritten,
  ownFacts,
} from '@jonction/domain/placement/modality';
import { modalityWords } from '@jonction/domain/placement/modality-words';
import { executionModes } from '@jonction/domain/placement/placement';
import { translate } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const none = modalityFactsSchema.parse({});
const whole: ModalityFacts = modalityFactsSchema.parse({
  tutor: 'Mme Petit',
  diploma: 'CAP maçon',
  trainingBody: 'CFA du Val',
  trainingHours: 400,
  userCompany: 'Bâti du Val',
  missionNumber: 'M-12',
  amountCents: 1_200_000,
  subcontractedOn: '2026-01-12',
  shareBps: 2_500,
  proofs: [...modalityProofs],
});
const facts = fc
  .record({
    tutor: fc.constantFrom(null, 'Mme Petit'),
    diploma: fc.constantFrom(null, 'CAP maçon'),
    trainingHours: fc.option(fc.integer({ min: 0, max: 5_000 })),
    userCompany: fc.constantFrom(null, 'Bâti du Val'),
    amountCents: fc.option(fc.nat()),
    shareBps: fc.option(fc.integer({ min: 0, max: 10_000 })),
    proofs: fc.subarray([...modalityProofs]),
  })
  .map((given) => modalityFactsSchema.parse(given));
const mode = fc.constantFrom(...executionModes);

describe('what a modality asks for', () => {
  it.each([
    ['direct_hire', ['tutor'], ['work_contract', 'hiring_declaration', 'payslip_hours', 'hour_sheet']],
    ['alternance', ['tutor', 'diploma', 'trainingBody', 'trainingHours'], ['apprenticeship_form', 'payslip_hours']],
    ['lending_etti', ['userCompany', 'missionNumber'], ['hour_statement', 'invoice']],
    ['lending_ai', ['userCompany', 'missionNumber'], ['hour_statement', 'invoice']],
    ['lending_geiq', ['userCompany', 'missionNumber', 'tutor'], ['hour_statement', 'invoice']],
    ['lending_ea', ['userCompany'], ['hour_statement']],
    ['subcontracting_siae', ['amountCents', 'subcontractedOn'], ['attestation', 'invoice']],
    ['cocontracting_siae', ['shareBps'], ['attestation', 'invoice']],
    ['esat', ['amountCents'], ['attestation']],
    ['prison', [], ['attestation']],
  ] as const)('is told for %s', (name, fields, proofs) => {
    expect(modalities[name]).toEqual({ fields, proofs });
    expect(modalityGaps(name, none)).toEqual({ fields, proofs });
    expect(modalityGaps(name, whole)).toEqual({ fields: [], proofs: [] });
  });

  it('is a paper at least, whatever the modality', () => {
    for (const one of executionModes) expect(modalities[one].proofs.length).toBeGreaterThan(0);
  });

  it('uses every field and every paper somewhere', () => {
    const all = executionModes.map((one) => modalities[one]);
    expect(new Set(all.flatMap(({ fields }) => fields))).toEqual(new Set(modalityFields));
    expect(new Set(all.flatMap(({ proofs }) => proofs))).toEqual(new Set(modalityProofs));
  });

  it('has words in both languages for each', () => {
    for (const locale of ['fr', 'en'] as const) {
      for (const field of modalityFields)
        expect(translate(modalityWords, locale, `placement.field.${field}`)).toBeTruthy();
      for (const proof of modalityProofs)
        expect(translate(modalityWords, locale, `placement.proof.${proof}`)).toBeTruthy();
    }
  });
});

describe('what is missing of a modality', () => {
  it('is only what the modality asks for, and shrinks as things are written down', () => {
    fc.assert(
      fc.property(mode, facts, (one, given) => {
        const gaps = modalityGaps(one, given);
        for (const field of gaps.fields) {
          expect(modalities[one].fields).toContain(field);
          expect(given[field]).toBeNull();
        }
        for (const proof of gaps.proofs) expect(given.proofs).not.toContain(proof);
        expect(modalityGaps(one, { ...given, proofs: [...modalityProofs] }).proofs).toEqual([]);
        expect(gaps.fields.length).toBeLessThanOrEqual(modalityGaps(one, none).fields.length);
      }),
    );
  });

  it('takes nought for an answer: no hour of training is known, not missing', () => {
    const alternance = { ...none, trainingHours: 0 };
    expect(modalityGaps('alternance', alternance).fields).toEqual(['tutor', 'diploma', 'trainingBody']);
    expect(modalityGaps('esat', { ...none, amountCents: 0 }).fields).toEqual([]);
  });
});

describe('the facts of a modality', () => {
  it('keep what it asks for and nothing that another one had asked for', () => {
    expect(ownFacts('lending_ea', whole)).toEqual({ ...none, userCompany: 'Bâti du Val', proofs: ['hour_statement'] });
    expect(ownFacts('prison', whole)).toEqual({ ...none, proofs: ['attestation'] });
    expect(ownFacts('cocontracting_siae', whole)).toEqual({
      ...none,
      shareBps: 2_500,
      proofs: ['invoice', 'attestation'].reverse(),
    });
  });

  it('lose no answer to what is asked, and are the same when kept twice', () => {
    fc.assert(
      fc.property(mode, facts, (one, given) => {
        const own = ownFacts(one, given);
        expect(modalityGaps(one, own)).toEqual(modalityGaps(one, given));
        expect(ownFacts(one, own)).toEqual(own);
        for (const field of modalityFields) {
          if (!modalities[one].fields.includes(field)) expect(own[field]).toBeNull();
          else expect(own[field]).toBe(given[field]);
        }
      }),
    );
  });

  it.each([
    ['a name of nothing but spaces', { tutor: '   ' }],
    ['a name beyond measure', { userCompany: 'x'.repeat(201) }],
    ['negative hours', { trainingHours: -1 }],
    ['half an hour', { trainingHours: 0.5 }],
    ['a negative amount', { amountCents: -1 }],
    ['more than the whole', { shareBps: 10_001 }],
    ['a day that is none', { subcontractedOn: '2026-02-30' }],
    ['a paper that nobody asks for', { proofs: ['carte vitale'] }],
  ])('refuse %s', (_, given) => {
    expect(modalityFactsSchema.safeParse(given).success).toBe(false);
  });

  it('trim what is typed, and are empty where nothing is', () => {
    expect(modalityFactsSchema.parse({ tutor: ' Mme Petit ' }).tutor).toBe('Mme Petit');
    expect(Object.values(none).filter((value) => value !== null)).toEqual([[]]);
  });
});

describe('papers that stand on declared hours', () => {
  it('are given without anybody having to tick them', () => {
    expect(modalityGaps('direct_hire', none, ['payslip_hours', 'work_contract']).proofs).toEqual([
      'hiring_declaration',
      'hour_sheet',
    ]);
    expect(modalityGaps('esat', none, ['attestation']).proofs).toEqual([]);
    expect(modalityGaps('esat', none, ['attestation']).fields).toEqual(['amountCents']);
  });

  it('fill the gap that a tick would, and no other', () => {
    fc.assert(
      fc.property(mode, facts, fc.subarray([...modalityProofs]), (one, given, attached) => {
        const ticked = { ...given, proofs: [...new Set([...given.proofs, ...attached])] };
        expect(modalityGaps(one, given, attached)).toEqual(modalityGaps(one, ticked));
        expect(modalityGaps(one, given, [])).toEqual(modalityGaps(one, given));
      }),
    );
  });
});

describe('a hire recorded with its modality', () => {
  it('has nothing written while no field of its own is filled nor paper ticked', () => {
    expect(nothingWritten('direct_hire', none)).toBe(true);
    expect(nothingWritten('direct_hire', { ...none, tutor: 'Mme Petit' })).toBe(false);
    expect(nothingWritten('direct_hire', { ...none, proofs: ['hour_sheet'] })).toBe(false);
    expect(nothingWritten('esat', { ...none, amountCents: 0 })).toBe(false);
  });

  it('has nothing where only another modality’s fields are filled', () => {
    expect(nothingWritten('direct_hire', { ...none, missionNumber: 'M-12', proofs: ['invoice'] })).toBe(true);
    fc.assert(
      fc.property(mode, facts, (one, given) => {
        expect(nothingWritten(one, given)).toBe(JSON.stringify(ownFacts(one, given)) === JSON.stringify(none));
      }),
    );
  });
});
