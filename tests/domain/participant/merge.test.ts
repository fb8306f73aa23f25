import {
  differencesOf,
  type LastConsent,
  type MergeableRecord,
  type MergeChoices,
  mayMerge,
  mayUndoMerge,
  mergeFields,
  mergeRecords,
  mergeSchema,
  mergeSides,
  strictestConsent,
  suggestedSide,
} from '@jonction/domain/participant/merge';
import { participantStatuses, preferredChannels, sexes } from '@jonction/domain/participant/status';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const day = fc.constantFrom('1990-01-01', '2020-03-01', '2026-05-04');
const id = fc.constantFrom('a', 'b', 'c');
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

const anyRecord: fc.Arbitrary<MergeableRecord> = fc.record({
  firstName: fc.constantFrom('Awa', 'Ava'),
  lastName: fc.constantFrom('Diop', 'Diob'),
  birthDate: maybe(day),
  sex: maybe(fc.constantFrom(...sexes)),
  phone: maybe(fc.constantFrom('+33611223344', '+33699887766')),
  email: maybe(fc.constantFrom('a@exemple.test', 'b@exemple.test')),
  postalCode: maybe(fc.constantFrom('75013', '93200')),
  city: maybe(fc.constantFrom('Paris', 'Saint-Denis')),
  latitude: maybe(fc.constantFrom(48.8, 48.9)),
  longitude: maybe(fc.constantFrom(2.3, 2.4)),
  preferredChannel: maybe(fc.constantFrom(...preferredChannels)),
  safeContactOnly: fc.boolean(),
  status: fc.constantFrom(...participantStatuses),
  availableFrom: maybe(day),
  radiusMetres: maybe(fc.constantFrom(1000, 20_000)),
  frenchLevel: maybe(fc.constantFrom(0, 6)),
  weeklyHoursMin: maybe(fc.constantFrom(10, 20)),
  weeklyHoursMax: maybe(fc.constantFrom(25, 35)),
  licences: maybe(fc.uniqueArray(fc.constantFrom('B', 'C', 'sst'))),
  optedOut: fc.uniqueArray(id),
  waitingSince: maybe(day),
  lastContactOn: maybe(day),
  diffusionConsent: fc.boolean(),
  recommendedByOrganisationId: maybe(id),
  recommendedByUserId: maybe(id),
  ownerId: maybe(id),
  nextAction: maybe(fc.constantFrom('Rappeler', 'Relancer')),
  nextActionOn: maybe(day),
});
const anyChoices: fc.Arbitrary<MergeChoices> = fc.dictionary(
  fc.constantFrom(...mergeFields),
  fc.constantFrom(...mergeSides),
);
const anyConsent = fc.constantFrom<LastConsent>('given', 'withdrawn', null);

describe('strictestConsent', () => {
  it.each<[LastConsent, LastConsent, boolean]>([
    ['given', 'given', true],
    ['given', null, true],
    [null, null, false],
    ['given', 'withdrawn', false],
    ['withdrawn', null, false],
    ['withdrawn', 'withdrawn', false],
  ])('%s and %s: %s', (a, b, consents) => {
    expect(strictestConsent(a, b)).toBe(consents);
    expect(strictestConsent(b, a)).toBe(consents);
  });

  it('never agrees where either record was withdrawn, nor where nobody ever agreed', () => {
    fc.assert(
      fc.property(anyConsent, anyConsent, (a, b) => {
        if (!strictestConsent(a, b)) return;
        expect([a, b]).not.toContain('withdrawn');
        expect([a, b]).toContain('given');
      }),
    );
  });
});

describe('mergeRecords', () => {
  it('takes each line from the side that a person chose', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, (kept, gone) => {
        const gones = Object.fromEntries(mergeFields.map((field) => [field, 'gone' as const]));
        const all = mergeRecords(kept, gone, gones, true);
        const kepts = Object.fromEntries(mergeFields.map((field) => [field, 'kept' as const]));
        expect(differencesOf(all, gone)).toEqual([]);
        expect(differencesOf(mergeRecords(kept, gone, kepts, true), kept)).toEqual([]);
      }),
    );
  });

  it('invents nothing: each line is one of the two, whole', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, anyChoices, (kept, gone, choices) => {
        const merged = mergeRecords(kept, gone, choices, false);
        const place = ({ postalCode, city, latitude, longitude }: MergeableRecord) => [
          postalCode,
          city,
          latitude,
          longitude,
        ];
        expect([place(kept), place(gone)]).toContainEqual(place(merged));
        const hours = ({ weeklyHoursMin, weeklyHoursMax }: MergeableRecord) => [weeklyHoursMin, weeklyHoursMax];
        expect([hours(kept), hours(gone)]).toContainEqual(hours(merged));
        for (const key of ['firstName', 'phone', 'email', 'birthDate', 'status', 'frenchLevel'] as const) {
          expect([kept[key], gone[key]]).toContain(merged[key]);
        }
      }),
    );
  });

  it('never loses what protects her, whatever is chosen', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, anyChoices, fc.boolean(), (kept, gone, choices, consents) => {
        const merged = mergeRecords(kept, gone, choices, consents);
        expect(merged.safeContactOnly).toBe(kept.safeContactOnly || gone.safeContactOnly);
        expect(merged.optedOut).toEqual(expect.arrayContaining([...kept.optedOut, ...gone.optedOut]));
        expect(merged.diffusionConsent).toBe(consents);
        const known = [kept.waitingSince, gone.waitingSince].filter((one) => one !== null).sort();
        expect(merged.waitingSince).toBe(known[0] ?? null);
        const seen = [kept.lastContactOn, gone.lastContactOn].filter((one) => one !== null).sort();
        expect(merged.lastContactOn).toBe(seen.at(-1) ?? null);
      }),
    );
  });

  it('keeps the licences of both, and "not known" only where neither knows', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, (kept, gone) => {
        const { licences } = mergeRecords(kept, gone, {}, true);
        expect(licences === null).toBe(kept.licences === null && gone.licences === null);
        const wanted = new Set([...(kept.licences ?? []), ...(gone.licences ?? [])]);
        expect(new Set(licences ?? [])).toEqual(wanted);
        expect(licences?.length ?? 0).toBe(wanted.size);
      }),
    );
  });

  it('fills the silences of the record kept when nothing is chosen', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, (kept, gone) => {
        const merged = mergeRecords(kept, gone, {}, true);
        expect(merged.phone).toBe(kept.phone ?? gone.phone);
        expect(merged.birthDate).toBe(kept.birthDate ?? gone.birthDate);
        expect(merged.firstName).toBe(kept.firstName);
      }),
    );
  });

  it('changes neither record given', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, anyChoices, (kept, gone, choices) => {
        const before = structuredClone([kept, gone]);
        mergeRecords(kept, gone, choices, true);
        expect([kept, gone]).toEqual(before);
      }),
    );
  });

  it('of a record with itself is that record', () => {
    fc.assert(
      fc.property(anyRecord, anyChoices, (one, choices) => {
        expect(mergeRecords(one, one, choices, one.diffusionConsent)).toEqual(one);
      }),
    );
  });
});

describe('differencesOf', () => {
  it('names a line when any of its columns differs, and no other', () => {
    fc.assert(
      fc.property(anyRecord, (one) => {
        expect(differencesOf(one, one)).toEqual([]);
        expect(differencesOf(one, { ...one, city: 'Ailleurs' })).toEqual(['place']);
        expect(differencesOf(one, { ...one, nextActionOn: '2030-01-01' })).toEqual(['nextAction']);
      }),
    );
  });

  it('is the same seen from either side', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, (a, b) => {
        expect(differencesOf(a, b)).toEqual(differencesOf(b, a));
      }),
    );
  });
});

describe('suggestedSide', () => {
  it('suggests the other record only where the one kept is silent and the other is not', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, (kept, gone) => {
        expect(suggestedSide('phone', kept, gone)).toBe(kept.phone === null && gone.phone !== null ? 'gone' : 'kept');
        expect(suggestedSide('firstName', kept, gone)).toBe('kept');
      }),
    );
  });
});

describe('mayMerge', () => {
  const facts = { keptId: 'a', goneId: 'b', consents: true, openPositionings: 3 };

  it('accepts two records, and an open positioning while she agrees', () => {
    expect(mayMerge(facts).ok).toBe(true);
    expect(mayMerge({ ...facts, consents: false, openPositionings: 0 }).ok).toBe(true);
  });

  it('refuses a record with itself', () => {
    expect(mayMerge({ ...facts, goneId: 'a' })).toMatchObject({ refusal: { code: 'participant.merge_same' } });
  });

  it('refuses to leave a CV with companies against a withdrawal, and says how many', () => {
    expect(mayMerge({ ...facts, consents: false })).toMatchObject({
      refusal: { code: 'participant.merge_withdraw_first', facts: { count: 3 } },
    });
  });
});

describe('mayUndoMerge', () => {
  const merge = { undoneAt: null, undoUntil: '2026-06-03' };

  it.each([
    ['on the last day', merge, '2026-06-03', undefined],
    ['the day after', merge, '2026-06-04', 'participant.merge_too_old'],
    ['when it is undone already', { ...merge, undoneAt: new Date() }, '2026-05-05', 'participant.merge_undone'],
  ])('%s', (_, facts, today, code) => {
    const decision = mayUndoMerge(facts, today);
    expect(decision.ok ? undefined : decision.refusal.code).toBe(code);
  });
});

describe('mergeSchema', () => {
  const keptId = '0190a000-0000-7000-8000-00000000000a';
  const goneId = '0190a000-0000-7000-8000-00000000000b';
  const given = { keptId, goneId, keptVersion: 1, goneVersion: 1 };

  it('keeps the record kept where nothing is chosen', () => {
    expect(mergeSchema.parse(given)).toMatchObject({ choices: {}, currentCv: 'kept' });
  });

  it.each([
    ['a line that is not one', { ...given, choices: { salary: 'kept' } }],
    ['a third side', { ...given, choices: { phone: 'both' } }],
    ['no version', { keptId, goneId }],
  ])('refuses %s', (_, input) => {
    expect(mergeSchema.safeParse(input).success).toBe(false);
  });
});
