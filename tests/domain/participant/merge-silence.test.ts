import {
  type MergeableRecord,
  type MergeField,
  type MergeSide,
  mayMerge,
  mayUndoMerge,
  mergeFields,
  mergePairSchema,
  mergeRecords,
  mergeSchema,
  mergeSides,
  strictestConsent,
  suggestedSide,
  undoDays,
} from '@jonction/domain/participant/merge';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsRefused, idOf, refusalsOf } from '../shared/refusals-of.ts';

const silent: MergeableRecord = {
  firstName: 'Awa',
  lastName: 'Diop',
  birthDate: null,
  sex: null,
  phone: null,
  email: null,
  postalCode: null,
  city: null,
  latitude: null,
  longitude: null,
  preferredChannel: null,
  safeContactOnly: false,
  status: 'available',
  availableFrom: null,
  radiusMetres: null,
  frenchLevel: null,
  weeklyHoursMin: null,
  weeklyHoursMax: null,
  licences: null,
  optedOut: [],
  waitingSince: null,
  lastContactOn: null,
  diffusionConsent: false,
  recommendedByOrganisationId: null,
  recommendedByUserId: null,
  ownerId: null,
  nextAction: null,
  nextActionOn: null,
};

const days = fc.option(
  fc.integer({ min: 0, max: 400 }).map((count) => addDays('2025-06-01', count)),
  { nil: null },
);
const kept400 = { ...silent, phone: '+33611223344', city: 'Paris', postalCode: '75013' };
const protective = fc.record({
  safeContactOnly: fc.boolean(),
  optedOut: fc.uniqueArray(fc.constantFrom('c1', 'c2', 'c3', 'c4')),
  licences: fc.option(fc.uniqueArray(fc.constantFrom('B', 'C', 'sst', 'adr')), { nil: null }),
  waitingSince: days,
  lastContactOn: days,
});
const record = protective.map((facts): MergeableRecord => ({ ...silent, ...facts }));
const comparable = ({ safeContactOnly, optedOut, licences, waitingSince, lastContactOn }: MergeableRecord) => ({
  safeContactOnly,
  optedOut: optedOut.toSorted(),
  licences: licences?.toSorted() ?? null,
  waitingSince,
  lastContactOn,
});

describe('a line on which the record kept is silent', () => {
  it.each<[MergeField, Partial<MergeableRecord>]>([
    ['birthDate', { birthDate: '1990-01-01' }],
    ['sex', { sex: 'man' }],
    ['phone', { phone: '+33699887766' }],
    ['email', { email: 'awa@exemple.test' }],
    ['place', { postalCode: '93200', city: 'Saint-Denis' }],
    ['place', { city: 'Saint-Denis' }],
    ['preferredChannel', { preferredChannel: 'letter' }],
    ['availableFrom', { availableFrom: '2026-06-01' }],
    ['radiusMetres', { radiusMetres: 0 }],
    ['frenchLevel', { frenchLevel: 0 }],
    ['weeklyHours', { weeklyHoursMin: 20 }],
    ['weeklyHours', { weeklyHoursMax: 24 }],
    ['partner', { recommendedByOrganisationId: idOf(1) }],
    ['owner', { ownerId: idOf(2) }],
    ['nextAction', { nextAction: 'Rappeler' }],
    ['nextAction', { nextActionOn: '2026-06-01' }],
  ])('%s is filled by the other one: %j', (field, said) => {
    const gone = { ...silent, ...said };
    expect(suggestedSide(field, silent, gone)).toBe('gone');
    expect(mergeRecords(silent, gone, {}, false)).toEqual(gone);
    expect(suggestedSide(field, gone, silent)).toBe('kept');
    expect(mergeRecords(gone, silent, {}, false)).toEqual(gone);
  });

  it.each(mergeFields)('%s stays silent when nobody knows', (field) => {
    expect(suggestedSide(field, silent, silent)).toBe('kept');
  });

  it.each(['birthDate', 'phone', 'email', 'frenchLevel'] as const)(
    'can be chosen: a person may empty %s on purpose',
    (field) => {
      const kept = {
        ...silent,
        birthDate: '1990-01-01',
        phone: '+33611223344',
        email: 'a@exemple.test',
        frenchLevel: 3,
      };
      expect(mergeRecords(kept, silent, { [field]: 'gone' }, false)).toEqual({ ...kept, [field]: null });
    },
  );
});

describe('a place and hours', () => {
  it('are taken whole: never the town of one with the code of the other', () => {
    const gone = { ...silent, postalCode: '93200', latitude: 48.93, longitude: 2.36 };
    expect(mergeRecords(kept400, gone, { place: 'gone' }, false)).toEqual({
      ...kept400,
      postalCode: '93200',
      city: null,
      latitude: 48.93,
      longitude: 2.36,
    });
  });

  it('never make a range that neither said', () => {
    const kept = { ...silent, weeklyHoursMin: 30, weeklyHoursMax: 35 };
    const gone = { ...silent, weeklyHoursMin: 10, weeklyHoursMax: 20 };
    expect(mergeRecords(kept, gone, { weeklyHours: 'gone' }, false)).toEqual(gone);
    expect(mergeRecords(kept, gone, {}, false)).toEqual(kept);
  });
});

describe('what protects her', () => {
  it('does not depend on which record is kept', () => {
    fc.assert(
      fc.property(record, record, fc.boolean(), (a, b, consents) => {
        expect(comparable(mergeRecords(a, b, {}, consents))).toEqual(comparable(mergeRecords(b, a, {}, consents)));
      }),
    );
  });

  it('does not depend on the order in which three records become one', () => {
    fc.assert(
      fc.property(record, record, record, (a, b, c) => {
        const leftFirst = mergeRecords(mergeRecords(a, b, {}, true), c, {}, true);
        const rightFirst = mergeRecords(a, mergeRecords(b, c, {}, true), {}, true);
        expect(comparable(leftFirst)).toEqual(comparable(rightFirst));
      }),
    );
  });

  it('gains nothing by the same merge done again', () => {
    fc.assert(
      fc.property(record, record, (kept, gone) => {
        const once = mergeRecords(kept, gone, {}, true);
        expect(mergeRecords(once, gone, {}, true)).toEqual(once);
      }),
    );
  });

  it('is read by hand on one pair', () => {
    const kept = {
      ...silent,
      optedOut: ['c1', 'c2'],
      licences: ['B'],
      waitingSince: '2026-03-01',
      lastContactOn: '2026-03-10',
      diffusionConsent: true,
    };
    const gone = {
      ...silent,
      safeContactOnly: true,
      optedOut: ['c2', 'c3'],
      licences: ['sst', 'B'],
      waitingSince: '2026-02-28',
      lastContactOn: '2026-03-09',
    };
    expect(mergeRecords(kept, gone, {}, false)).toEqual({
      ...silent,
      safeContactOnly: true,
      optedOut: ['c1', 'c2', 'c3'],
      licences: ['B', 'sst'],
      waitingSince: '2026-02-28',
      lastContactOn: '2026-03-10',
      diffusionConsent: false,
    });
  });

  it('holds no licence and knows so, once one record knew so', () => {
    expect(mergeRecords({ ...silent, licences: [] }, silent, {}, false).licences).toEqual([]);
    expect(mergeRecords(silent, { ...silent, licences: [] }, {}, false).licences).toEqual([]);
    expect(mergeRecords(silent, silent, {}, false).licences).toBeNull();
  });

  it('reads consent the same from either side', () => {
    const said = fc.constantFrom('given' as const, 'withdrawn' as const, null);
    fc.assert(
      fc.property(said, said, (a, b) => {
        expect(strictestConsent(a, b)).toBe(strictestConsent(b, a));
        expect(strictestConsent(a, a)).toBe(a === 'given');
      }),
    );
  });
});

describe('a merge asked for', () => {
  it.each([
    ['a', 'b', true, 0, null, {}],
    ['a', 'b', true, 12, null, {}],
    ['a', 'b', false, 0, null, {}],
    ['a', 'b', false, 1, 'participant.merge_withdraw_first', { count: 1 }],
    ['a', 'b', false, 12, 'participant.merge_withdraw_first', { count: 12 }],
    ['a', 'a', true, 0, 'participant.merge_same', {}],
    ['a', 'a', false, 12, 'participant.merge_same', {}],
  ])('%s into %s, consents %s, %i open: %s', (goneId, keptId, consents, openPositionings, code, facts) => {
    expect(mayMerge({ keptId, goneId, consents, openPositionings })).toEqual(
      code === null ? { ok: true, value: true } : { ok: false, refusal: { code, facts } },
    );
  });

  const asked = { keptId: idOf(1), goneId: idOf(2), keptVersion: 3, goneVersion: 1 };

  it.each([
    ['a record that is no id', { keptId: 'awa' }, ['keptId']],
    ['half a version', { goneVersion: 1.5 }, ['goneVersion']],
    ['no version of the record kept', { keptVersion: undefined }, ['keptVersion']],
    ['a CV of neither', { currentCv: 'both' }, ['currentCv']],
    ['a side that is none', { choices: { email: 'newest' } }, ['choices.email']],
  ])('is refused with %s', (_, wrong, fields) => {
    expect(fieldsRefused(mergeSchema, { ...asked, ...wrong })).toEqual(fields);
  });

  it('may choose either side of every line, and a line left out is not chosen', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...mergeFields), fc.constantFrom<MergeSide>(...mergeSides)),
        (choices) => {
          expect(mergeSchema.parse({ ...asked, choices }).choices).toEqual({ ...choices });
        },
      ),
    );
  });

  it('is compared first, by two ids and nothing else', () => {
    expect(refusalsOf(mergePairSchema, { keptId: idOf(1), goneId: idOf(2) })).toEqual([]);
    expect(fieldsRefused(mergePairSchema, { keptId: idOf(1) })).toEqual(['goneId']);
    expect(fieldsRefused(mergePairSchema, {})).toEqual(['keptId', 'goneId']);
  });
});

describe('a merge undone', () => {
  const mergedOn = '2026-02-10';
  const undoUntil = addDays(mergedOn, undoDays);

  it('may be for thirty days, the last one included', () => {
    expect(undoUntil).toBe('2026-03-12');
    const open = fc.integer({ min: 0, max: 90 });
    fc.assert(
      fc.property(open, (later) => {
        expect(mayUndoMerge({ undoneAt: null, undoUntil }, addDays(mergedOn, later))).toEqual(
          later <= 30
            ? { ok: true, value: true }
            : { ok: false, refusal: { code: 'participant.merge_too_old', facts: {} } },
        );
      }),
    );
  });

  it('is never undone twice, and says that rather than that it is too late', () => {
    for (const today of [mergedOn, undoUntil, '2027-01-01']) {
      expect(mayUndoMerge({ undoneAt: new Date('2026-02-11T08:00:00Z'), undoUntil }, today)).toEqual({
        ok: false,
        refusal: { code: 'participant.merge_undone', facts: {} },
      });
    }
  });
});
