import {
  arrivalModelInput,
  arrivalModelSetting,
  defaultArrivalModel,
  isArriving,
  kitFields,
  kitInput,
  missingOf,
  shownAfterDays,
  tellsByLetter,
} from '@jonction/domain/placement/arrival';
import { placementWords } from '@jonction/domain/placement/words';
import { addDays } from '@jonction/domain/shared/day';
import { locales } from '@jonction/domain/shared/locale';
import { sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const placementId = '0190a000-0000-7000-8000-000000000001';
const issues = (result: { error?: { issues: { message: string; path: PropertyKey[] }[] } }) =>
  (result.error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]);
const empty = { hour: null, place: null, welcomedBy: null, tutor: null, equipment: null };

describe('what is typed of a first day', () => {
  it('may be nothing yet, and blank is nothing', () => {
    expect(kitInput.parse({ placementId })).toEqual({ placementId, ...empty });
    const blank = Object.fromEntries(kitFields.map((field) => [field, '   ']));
    expect(kitInput.parse({ placementId, ...blank })).toEqual({ placementId, ...empty });
  });

  it('is tidied, and kept as typed otherwise', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kitFields), fc.string({ maxLength: 150 }), (field, typed) => {
        const kept = kitInput.parse({ placementId, [field]: typed })[field];
        expect(kept).toBe(typed.trim() === '' ? null : typed.trim());
      }),
    );
  });

  it.each([
    ['hour', 200],
    ['place', 500],
    ['welcomedBy', 200],
    ['tutor', 200],
    ['equipment', 500],
  ] as const)('%s has %i characters at most, as the base keeps them', (field, most) => {
    expect(kitInput.safeParse({ placementId, [field]: 'x'.repeat(most) }).success).toBe(true);
    expect(issues(kitInput.safeParse({ placementId, [field]: 'x'.repeat(most + 1) }))[0]?.[0]).toBe(field);
  });

  it('is missing field by field, in the order of the page', () => {
    expect(missingOf(empty)).toEqual([...kitFields]);
    expect(missingOf({ ...empty, place: 'Dépôt', tutor: ' ' })).toEqual(['hour', 'welcomedBy', 'tutor', 'equipment']);
    fc.assert(
      fc.property(fc.subarray([...kitFields]), (given) => {
        const kit = { ...empty, ...Object.fromEntries(given.map((field) => [field, 'dit'])) };
        expect(missingOf(kit)).toEqual(kitFields.filter((field) => !given.includes(field)));
      }),
    );
  });

  it.each(locales)('has a label for each field and a sentence for each refusal, in %s', (locale) => {
    for (const field of kitFields) {
      expect(sentence(placementWords, locale, `placement.kit.${field}`)).not.toContain('placement.kit');
    }
    for (const code of ['empty', 'line', 'list', 'not_found', 'no_address', 'email']) {
      expect(sentence(placementWords, locale, `placement.arrival_${code}`)).not.toContain('placement.arrival');
    }
  });
});

describe('the model of a first day', () => {
  const model = { safety: ' Casque. ', checklist: ['Badge', '', '  ', ' Vestiaire '], declaring: 'Chaque mois.' };

  it('keeps its lines, blank ones apart', () => {
    expect(arrivalModelInput.parse(model)).toEqual({
      safety: 'Casque.',
      checklist: ['Badge', 'Vestiaire'],
      declaring: 'Chaque mois.',
    });
  });

  it.each([
    [{ safety: '  ' }, 'safety', 'placement.arrival_empty'],
    [{ declaring: '' }, 'declaring', 'placement.arrival_empty'],
    [{ checklist: [] }, 'checklist', 'placement.arrival_empty'],
    [{ checklist: ['', ' '] }, 'checklist', 'placement.arrival_empty'],
    [{ checklist: ['x'.repeat(201)] }, 'checklist', 'placement.arrival_line'],
    [{ checklist: Array.from({ length: 21 }, () => 'Badge') }, 'checklist', 'placement.arrival_list'],
  ])('refuses %j at its field', (wrong, field, code) => {
    expect(issues(arrivalModelInput.safeParse({ ...model, ...wrong }))).toContainEqual([field, code]);
  });

  it('is the house’s until a lead writes one, or where the one written cannot be read', () => {
    expect(arrivalModelSetting.parse({})).toEqual(defaultArrivalModel);
    expect(arrivalModelSetting.parse({ positioningCaps: { offer: 1, company: 1 } })).toEqual(defaultArrivalModel);
    for (const broken of [null, 'x', { safety: '' }, { ...model, checklist: [] }]) {
      expect(arrivalModelSetting.parse({ arrivalModel: broken })).toEqual(defaultArrivalModel);
    }
    expect(arrivalModelSetting.parse({ arrivalModel: model }).safety).toBe('Casque.');
  });

  it('of the house is one that a lead could have written, and names the law of what it asks', () => {
    expect(arrivalModelInput.parse(defaultArrivalModel)).toEqual(defaultArrivalModel);
    expect(defaultArrivalModel.safety).toMatch(/L\. 4141-2 et L\. 4154-2/);
    expect(defaultArrivalModel.checklist[0]).toMatch(/Déclaration préalable/);
  });

  it('of the house says of nobody why she is eligible', () => {
    const said = [defaultArrivalModel.safety, ...defaultArrivalModel.checklist, defaultArrivalModel.declaring].join(
      ' ',
    );
    expect(said).not.toMatch(/éligib|RSA|chômage|insertion|handicap|minima|public/i);
  });
});

describe('a first day', () => {
  const today = '2026-03-16';

  it.each([
    ['2026-03-17', true, true],
    ['2026-03-16', true, true],
    ['2026-03-15', true, false],
    ['2026-03-02', true, false],
    ['2026-03-01', false, false],
  ])('on %s is before the company’s eyes: %s, told by letter: %s', (startsOn, shown, told) => {
    expect(isArriving(startsOn, today)).toBe(shown);
    expect(tellsByLetter(startsOn, today)).toBe(told);
  });

  it('told by letter is always shown, and once out of sight stays so', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 60 }), (shift) => {
        const startsOn = addDays(today, shift);
        if (tellsByLetter(startsOn, today)) expect(isArriving(startsOn, today)).toBe(true);
        if (!isArriving(startsOn, today)) expect(isArriving(startsOn, addDays(today, 1))).toBe(false);
        expect(isArriving(startsOn, today)).toBe(shift >= -shownAfterDays);
      }),
    );
  });
});
