import {
  arrivalModelInput,
  arrivalModelSetting,
  defaultArrivalModel,
  isArriving,
  kitFields,
  kitInput,
  missingOf,
  tellsByLetter,
} from '@jonction/domain/placement/arrival';
import {
  modalities,
  modalityFactsSchema,
  modalityFields,
  modalityGaps,
  modalityProofs,
  ownFacts,
} from '@jonction/domain/placement/modality';
import { modalityWords } from '@jonction/domain/placement/modality-words';
import { placementPermissions } from '@jonction/domain/placement/permissions';
import { executionModes, placementInput, windowKinds } from '@jonction/domain/placement/placement';
import { placementWords } from '@jonction/domain/placement/words';
import { addDays } from '@jonction/domain/shared/day';
import { sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seen } from '../../support/spaces.ts';
import { fieldsRefused, idOf, refusalsOf } from '../shared/refusals-of.ts';

const hire = {
  participantId: idOf(1),
  clauseId: idOf(2),
  employerId: idOf(3),
  windowKind: 'fixed_term',
  startsOn: '2026-03-02',
};

describe('a hire as it is typed', () => {
  it.each([
    ['of one day', { endsOn: '2026-03-02' }, []],
    ['without an end', { endsOn: null }, []],
    ['that ends before it begins', { endsOn: '2026-03-01' }, ['endsOn: placement.dates_reversed']],
    ['on a day that does not exist', { startsOn: '2026-02-29' }, ['startsOn: shared.not_a_day']],
    [
      'of an insertion structure, without the end of the PASS',
      { windowKind: 'iae' },
      ['passValidTo: placement.pass_missing'],
    ],
    ['of an insertion structure, with it', { windowKind: 'iae', passValidTo: '2027-03-01' }, []],
    ['for good, with a PASS that nobody asks for', { windowKind: 'permanent', passValidTo: '2027-03-01' }, []],
  ])('%s', (_, given, refusals) => {
    expect(refusalsOf(placementInput, { ...hire, ...given })).toEqual(refusals);
  });

  it.each([
    ['weeklyHours', 0],
    ['weeklyHours', 49],
    ['weeklyHours', 35.5],
    ['romeCode', 'Z1001'],
    ['romeCode', 'k2204'],
    ['executionMode', 'loan'],
    ['windowKind', 'cdi'],
  ])('takes no %s of %s', (field, value) => {
    expect(fieldsRefused(placementInput, { ...hire, [field]: value })).toEqual([field]);
  });

  it('is a direct one until another modality is said', () => {
    expect(placementInput.parse(hire)).toMatchObject({
      executionMode: 'direct_hire',
      positioningId: null,
      endsOn: null,
    });
    for (const executionMode of executionModes)
      expect(refusalsOf(placementInput, { ...hire, executionMode })).toEqual([]);
    for (const windowKind of windowKinds) {
      expect(refusalsOf(placementInput, { ...hire, windowKind, passValidTo: '2027-01-01' })).toEqual([]);
    }
  });
});

describe('what a modality asks for', () => {
  const nothing = modalityFactsSchema.parse({});

  it.each([
    ['direct_hire', ['tutor'], 4],
    ['alternance', ['tutor', 'diploma', 'trainingBody', 'trainingHours'], 2],
    ['lending_etti', ['userCompany', 'missionNumber'], 2],
    ['lending_geiq', ['userCompany', 'missionNumber', 'tutor'], 2],
    ['lending_ea', ['userCompany'], 1],
    ['subcontracting_siae', ['amountCents', 'subcontractedOn'], 2],
    ['cocontracting_siae', ['shareBps'], 2],
    ['prison', [], 1],
  ] as const)('%s: %j, and %i papers', (mode, fields, papers) => {
    const gaps = modalityGaps(mode, nothing);
    expect(gaps.fields).toEqual(fields);
    expect(gaps.proofs).toHaveLength(papers);
  });

  it('counts nought as an answer: no hour of training is known', () => {
    const facts = modalityFactsSchema.parse({ trainingHours: 0, tutor: 'Ida' });
    expect(modalityGaps('alternance', facts).fields).toEqual(['diploma', 'trainingBody']);
  });

  it('never asks a payslip whole: its page of hours is enough', () => {
    for (const { proofs } of Object.values(modalities)) expect(proofs).not.toContain('payslip');
    expect(sentence(modalityWords, 'fr', 'placement.proof.payslip_hours')).toContain('heures seulement');
  });

  const facts = fc.record({
    tutor: fc.option(fc.constantFrom('Ida', 'Ben')),
    diploma: fc.option(fc.constant('CAP')),
    trainingBody: fc.option(fc.constant('CFA')),
    trainingHours: fc.option(fc.nat(5000)),
    userCompany: fc.option(fc.constant('Val')),
    missionNumber: fc.option(fc.constant('M-1')),
    amountCents: fc.option(fc.nat(1_000_000)),
    subcontractedOn: fc.option(fc.constant('2026-01-02')),
    shareBps: fc.option(fc.nat(10_000)),
    proofs: fc.subarray([...modalityProofs]),
  });

  it('keeps what it asks for and drops the rest, once and for all', () => {
    fc.assert(
      fc.property(fc.constantFrom(...executionModes), facts, (mode, given) => {
        const kept = ownFacts(mode, given);
        expect(modalityGaps(mode, kept)).toEqual(modalityGaps(mode, given));
        for (const field of modalityFields) {
          expect(kept[field]).toBe(modalities[mode].fields.includes(field) ? given[field] : null);
        }
        expect(kept.proofs.every((proof) => given.proofs.includes(proof))).toBe(true);
        expect(ownFacts(mode, kept)).toEqual(kept);
      }),
    );
  });

  it.each([
    [{ trainingHours: 5001 }, 'trainingHours'],
    [{ trainingHours: 1.5 }, 'trainingHours'],
    [{ amountCents: -1 }, 'amountCents'],
    [{ shareBps: 10_001 }, 'shareBps'],
    [{ subcontractedOn: '2026-02-30' }, 'subcontractedOn'],
    [{ tutor: '' }, 'tutor'],
    [{ tutor: 'x'.repeat(201) }, 'tutor'],
  ])('takes no %j', (given, field) => {
    expect(fieldsRefused(modalityFactsSchema, given)).toEqual([field]);
  });
});

describe('the kit of a first day', () => {
  it('is missing what is blank, in the order of the page', () => {
    const kit = { hour: '8 h', place: '  ', welcomedBy: null, tutor: 'Ida', equipment: '' };
    expect(missingOf(kit)).toEqual(['place', 'welcomedBy', 'equipment']);
    expect(missingOf({ hour: null, place: null, welcomedBy: null, tutor: null, equipment: null })).toEqual([
      ...kitFields,
    ]);
  });

  it('keeps nothing of a field left empty', () => {
    const read = kitInput.parse({ placementId: idOf(1), hour: ' 8 h ', place: '   ' });
    expect(read).toEqual({
      placementId: idOf(1),
      hour: '8 h',
      place: null,
      welcomedBy: null,
      tutor: null,
      equipment: null,
    });
  });

  it.each([
    ['no line', [], ['checklist: placement.arrival_empty']],
    ['blank lines alone', [' ', ''], ['checklist: placement.arrival_empty']],
    ['a line of 200 signs', ['x'.repeat(200)], []],
    ['a line too long', ['x'.repeat(201)], ['checklist.0: placement.arrival_line']],
    ['twenty lines and a blank', [...Array(20).fill('a'), ''], []],
    ['twenty-one lines', Array(21).fill('a'), ['checklist: placement.arrival_list']],
  ])('has a list of %s', (_, checklist, refusals) => {
    expect(refusalsOf(arrivalModelInput, { ...defaultArrivalModel, checklist })).toEqual(refusals);
  });

  it.each(['safety', 'declaring'])('refuses an empty text of %s', (field) => {
    expect(refusalsOf(arrivalModelInput, { ...defaultArrivalModel, [field]: ' ' })).toEqual([
      `${field}: placement.arrival_empty`,
    ]);
  });

  it('is the usual one where a structure wrote none, or wrote what cannot be read', () => {
    for (const stored of [{}, { arrivalModel: null }, { arrivalModel: { safety: 1 } }, { arrivalModel: 'x' }]) {
      expect(arrivalModelSetting.parse(stored)).toEqual(defaultArrivalModel);
    }
    const own = { safety: 'Casque.', checklist: ['Badge'], declaring: 'Le 5.' };
    expect(arrivalModelSetting.parse({ arrivalModel: own })).toEqual(own);
  });

  it('says nothing of why somebody is eligible', () => {
    const text = JSON.stringify(defaultArrivalModel);
    expect(text).not.toMatch(/éligib|RSA|chômage|public accepté|handicap|critère/i);
  });

  it.each([
    ['the day before', 1, true, true],
    ['the first day', 0, true, true],
    ['the day after', -1, true, false],
    ['two weeks after', -14, true, false],
    ['fifteen days after', -15, false, false],
    ['a year ahead', 365, true, true],
  ])('is before a company’s eyes on %s', (_, ahead, shown, told) => {
    const startsOn = addDays('2026-05-12', ahead);
    expect(isArriving(startsOn, '2026-05-12')).toBe(shown);
    expect(tellsByLetter(startsOn, '2026-05-12')).toBe(told);
  });
});

describe('why a hire is refused', () => {
  it.each([
    ['placement.not_eligible', 'Aucune pièce valable au 2~mars~2026', 'dérogation'],
    ['placement.window_over', 's’est terminée le 2~mars~2026', 'nouvelle validation'],
    ['placement.contract_not_live', 'n’attend pas d’embauche au 2~mars~2026', 'état'],
    ['placement.no_category_set', 'n’accepte aucun public au 2~mars~2026', 'complétez'],
  ])('%s says the day, and what to do', (code, says, does) => {
    const text = seen(sentence(placementWords, 'fr', code, { day: '2026-03-02', until: '2026-03-02' }));
    expect(text).toContain(says);
    expect(text).toContain(does);
  });

  it('offers the same way out in English', () => {
    expect(sentence(placementWords, 'en', 'placement.not_eligible', { day: '2026-03-02' })).toContain('derogation');
  });
});

it('shows a company the hires of its own, and lets the team alone write them down', () => {
  for (const procedure of [
    'placement.create',
    'placement.end',
    'placement.recordModality',
    'placement.show',
  ] as const) {
    for (const outsider of ['employer', 'buyer', 'partner', 'link'])
      expect(placementPermissions[procedure].who).not.toContain(outsider);
  }
  expect(placementPermissions['placement.listMine']).toEqual({ who: ['employer'], elsewhere: 'nothing' });
});
