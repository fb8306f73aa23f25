import { plannedKey, plannedProcedures } from '@jonction/domain/programme/planned';
import {
  actSchema,
  correctPlannedSchema,
  followPlannedSchema,
  listPlannedSchema,
  notifySchema,
  planSchema,
  sizeSchema,
} from '@jonction/domain/programme/planned-schema';
import { programmeWords } from '@jonction/domain/programme/words';
import { hasSentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const id = '0199a000-0000-7000-8000-000000000001';
const facts = {
  year: 2027,
  object: 'Nettoyage des écoles',
  reference: '2027-014',
  cpv: '90910000-9',
  kind: 'services',
  buyerKind: 'other',
  amountCents: 120_000_000,
  procedure: 'open',
  durationMonths: 48,
  publicationOn: '2027-03-15',
  lots: 3,
  area: '75013',
  note: 'Reconduction',
};
const bare = {
  ...{ ...facts, reference: '', cpv: null, kind: null, buyerKind: null, amountCents: null, procedure: null },
  ...{ durationMonths: null, publicationOn: null, lots: null, area: null, note: '  ' },
};

describe('what a buyer plans', () => {
  it('is read with all that is known of it', () => {
    const read = planSchema.parse({ ...facts, buyerId: id });
    expect(read).toMatchObject({ cpv: '90910000', area: '75013', lots: 3, durationMonths: 48, buyerId: id });
  });

  it('is read with its object and its year alone', () => {
    expect(planSchema.parse({ ...bare, buyerId: null })).toMatchObject({ reference: null, note: null, area: null });
  });

  it.each([
    ['object', 'ab', 'programme.object_missing'],
    ['object', '   ', 'programme.object_missing'],
    ['object', 'a'.repeat(1001), 'programme.too_long'],
    ['year', 2014, 'programme.year_wrong'],
    ['year', 2101, 'programme.year_wrong'],
    ['cpv', '9091', 'contract.cpv_malformed'],
    ['amountCents', -1, 'programme.amount_wrong'],
    ['durationMonths', 0, 'programme.months_wrong'],
    ['durationMonths', 601, 'programme.months_wrong'],
    ['lots', 0, 'programme.lots_wrong'],
    ['lots', 501, 'programme.lots_wrong'],
    ['publicationOn', '2027-02-30', 'shared.not_a_day'],
    ['area', 'Paris', 'programme.area_malformed'],
    ['area', '7', 'programme.area_malformed'],
    ['area', '750131', 'programme.area_malformed'],
    ['reference', 'r'.repeat(121), 'programme.too_long'],
    ['note', 'n'.repeat(2001), 'programme.too_long'],
  ])('is refused at %s for %s', (field, value, code) => {
    const read = planSchema.safeParse({ ...facts, buyerId: null, [field]: value });
    expect(read.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([[field, code]]);
  });

  it.each(['75', '2a', '2B', '971', '93100', ' 13 '])('is done in area %s', (area) => {
    expect(planSchema.parse({ ...facts, area, buyerId: null }).area).toBe(area.trim().toUpperCase());
  });

  it('is corrected from the version that was read', () => {
    expect(correctPlannedSchema.safeParse({ ...facts, plannedId: id, version: 0 }).success).toBe(false);
    expect(correctPlannedSchema.safeParse({ ...facts, plannedId: id, version: 1 }).success).toBe(true);
  });

  it('is awarded by procedures that have words', () => {
    for (const one of plannedProcedures) expect(hasSentence(programmeWords, `programme.procedure.${one}`)).toBe(true);
  });
});

describe('by what it is known again', () => {
  it.each([
    ['2027-014', '2027-014', true],
    ['2027-014', ' 2027-014 ', true],
    ['AB-1', 'ab-1', true],
    ['A  B', 'a b', true],
    ['2027-014', '2027-015', false],
  ])('the reference %s is %s: %s', (one, other, same) => {
    const keys = [one, other].map((reference) => plannedKey({ reference, object: 'X'.repeat(reference.length) }));
    expect(keys[0] === keys[1]).toBe(same);
  });

  it('is its object where it has no reference, and never that of a reference', () => {
    expect(plannedKey({ reference: null, object: 'Nettoyage  des Écoles' })).toBe('o:nettoyage des écoles');
    expect(plannedKey({ reference: 'nettoyage', object: 'x' })).not.toBe(
      plannedKey({ reference: null, object: 'nettoyage' }),
    );
  });

  it('does not depend on capitals or spaces, for any words', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z0-9-]{1,8}$/), { minLength: 1, maxLength: 5 }), (words) => {
        const key = plannedKey({ reference: words.join(' '), object: 'x' });
        expect(plannedKey({ reference: ` ${words.join('   ').toUpperCase()} `, object: 'y' })).toBe(key);
      }),
    );
  });
});

describe('what is done with it', () => {
  it('is an act of the table, never the entry in the register by that way', () => {
    const read = (act: string) => actSchema.safeParse({ plannedId: id, act, on: '2027-01-05', why: '' });
    expect(read('study').data?.why).toBeNull();
    expect(read('notify').success).toBe(false);
    expect(read('sized').success).toBe(false);
  });

  it('names what to do where it names a day', () => {
    const read = (nextAction: string | null, nextActionOn: string | null) =>
      followPlannedSchema.safeParse({ plannedId: id, ownerId: null, nextAction, nextActionOn });
    expect(read('Rappeler', '2027-01-05').success).toBe(true);
    expect(read('Rappeler', null).success).toBe(true);
    expect(read(null, null).success).toBe(true);
    expect(read(' ', '2027-01-05').error?.issues[0]).toMatchObject({
      path: ['nextAction'],
      message: 'programme.action_missing',
    });
  });

  it('is sized with at most five occupations that are codes', () => {
    const target = { mode: 'fixed', hours: 400 };
    const read = (occupations: string[]) => sizeSchema.safeParse({ plannedId: id, target, occupations, area: null });
    expect(read([]).success).toBe(true);
    expect(read(Array.from({ length: 5 }, () => 'K2204')).success).toBe(true);
    expect(read(Array.from({ length: 6 }, () => 'K2204')).error?.issues[0]?.message).toBe(
      'programme.too_many_occupations',
    );
    expect(read(['agent']).error?.issues[0]?.message).toBe('participant.occupation_unknown');
  });

  it('enters the register with a reference, and ends after it was notified', () => {
    const given = { plannedId: id, reference: '2027-014', holderId: null, notifiedOn: '2027-06-01', endsOn: null };
    expect(notifySchema.safeParse(given).success).toBe(true);
    expect(notifySchema.safeParse({ ...given, endsOn: '2027-06-01' }).success).toBe(true);
    expect(notifySchema.safeParse({ ...given, reference: ' ' }).error?.issues[0]?.message).toBe(
      'programme.reference_missing',
    );
    expect(notifySchema.safeParse({ ...given, endsOn: '2027-05-31' }).error?.issues[0]).toMatchObject({
      path: ['endsOn'],
      message: 'contract.period_reversed_short',
    });
  });

  it('is listed whole where nothing is asked', () => {
    expect(listPlannedSchema.parse({})).toEqual({
      ...{ page: 1, pageSize: 50, year: null, text: '', status: null, buyerId: null, waits: null, mine: false },
    });
  });
});
