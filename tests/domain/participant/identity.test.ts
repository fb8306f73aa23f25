import { createParticipantSchema } from '@jonction/domain/participant/create';
import { earliestBirth } from '@jonction/domain/participant/participant';
import { answerRecommendationSchema, recommendParticipantSchema } from '@jonction/domain/participant/recommend';
import { participantStatuses, preferredChannels, sexes } from '@jonction/domain/participant/status';
import { followParticipantSchema, updateParticipantSchema } from '@jonction/domain/participant/update';
import { describe, expect, it } from 'vitest';
import { fieldsRefused, idOf, refusalsOf } from '../shared/refusals-of.ts';

const awa = { firstName: 'Awa', lastName: 'Diop' };
const reachable = { ...awa, phone: '06 12 34 56 78' };
const recorded = { ...awa, participantId: idOf(1), version: 3, status: 'available', occupations: [] };

/** The three doors by which a person comes in or changes: what is said of one holds of all. */
const doors = [
  ['recorded by the team', createParticipantSchema, awa],
  ['recommended by a partner', recommendParticipantSchema, reachable],
  ['changed by the team', updateParticipantSchema, recorded],
] as const;

describe.each(doors)('a person %s', (_, shape, person) => {
  it('is accepted with what is known of her, however little', () => {
    expect(refusalsOf(shape, person)).toEqual([]);
  });

  it.each([
    ['no first name', { firstName: ' ' }, 'firstName: participant.name_missing'],
    ['no last name', { lastName: '' }, 'lastName: participant.name_missing'],
    ['a name of 101 letters', { lastName: 'x'.repeat(101) }, 'lastName: participant.name_too_long'],
    ['a telephone of eight figures', { phone: '06 12 34 56' }, 'phone: participant.phone_invalid'],
    ['a telephone in words', { phone: 'chez sa sœur' }, 'phone: participant.phone_invalid'],
    ['an address without its domain', { email: 'awa@' }, 'email: participant.email_invalid'],
    ['an address in words', { email: 'aucune' }, 'email: participant.email_invalid'],
    ['a postal code of four figures', { postalCode: '7501' }, 'postalCode: participant.postal_code_invalid'],
    ['a birth that is no day', { birthDate: '1990-02-30' }, 'birthDate: shared.not_a_day'],
    ['a birth of another century', { birthDate: '1899-12-31' }, 'birthDate: participant.birth_date_impossible'],
    ['a radius below none', { radiusKm: -1 }, 'radiusKm: participant.radius_invalid'],
    ['a radius over 500 km', { radiusKm: 501 }, 'radiusKm: participant.radius_invalid'],
    ['a radius of half a kilometre', { radiusKm: 2.5 }, 'radiusKm: participant.radius_invalid'],
    ['a radius in words', { radiusKm: 'loin' }, 'radiusKm: participant.radius_invalid'],
    ['no hours a week', { weeklyHoursMin: 0 }, 'weeklyHoursMin: participant.hours_invalid'],
    ['49 hours a week', { weeklyHoursMax: 49 }, 'weeklyHoursMax: participant.hours_invalid'],
    ['half hours a week', { weeklyHoursMax: 17.5 }, 'weeklyHoursMax: participant.hours_invalid'],
    [
      'the most below the least',
      { weeklyHoursMin: 30, weeklyHoursMax: 20 },
      'weeklyHoursMax: participant.hours_reversed',
    ],
    ['a licence that does not exist', { licences: ['B', 'permis'] }, 'licences.1: participant.licence_unknown'],
    [
      'an occupation in words',
      { occupations: [{ code: 'ménage' }] },
      'occupations.0.code: participant.occupation_unknown',
    ],
    ['a free day that is no day', { availableFrom: 'demain' }, 'availableFrom: shared.not_a_day'],
  ])('is refused with %s', (_what, change, refusal) => {
    expect(refusalsOf(shape, { ...person, ...change })).toEqual([refusal]);
  });

  it.each([
    ['a level of French over C2', { frenchLevel: 7 }, 'frenchLevel'],
    ['61 licences', { licences: Array.from({ length: 61 }, () => 'B') }, 'licences'],
    ['31 occupations', { occupations: Array.from({ length: 31 }, () => ({ code: 'K2204' })) }, 'occupations'],
    ['more months than a working life', { occupations: [{ code: 'K2204', months: 721 }] }, 'occupations.0.months'],
    ['a channel that nobody answers', { preferredChannel: 'fax' }, 'preferredChannel'],
    ['a sex that nobody counts', { sex: 'f' }, 'sex'],
  ])('is bounded: refused with %s', (_what, change, field) => {
    expect(fieldsRefused(shape, { ...person, ...change })).toEqual([field]);
  });

  it.each([
    ['the first day of births', { birthDate: earliestBirth }],
    ['a radius of none: she works where she lives', { radiusKm: 0 }],
    ['a radius of 500 km', { radiusKm: 500 }],
    ['one hour a week at least, 48 at most', { weeklyHoursMin: 1, weeklyHoursMax: 48 }],
    ['the same least and most', { weeklyHoursMin: 35, weeklyHoursMax: 35 }],
    ['a least alone', { weeklyHoursMin: 35 }],
    ['no French at all', { frenchLevel: 0 }],
    ['no licence, which is not the same as not known', { licences: [] }],
    ['an occupation of no month yet', { occupations: [{ code: 'K2204' }] }],
    ['everything unknown', { birthDate: null, email: null, availableFrom: null, radiusKm: null, licences: null }],
  ])('is accepted with %s', (_what, change) => {
    expect(refusalsOf(shape, { ...person, ...change })).toEqual([]);
  });

  it.each([...sexes, null])('may say or not say: %s', (sex) => {
    expect(refusalsOf(shape, { ...person, sex })).toEqual([]);
  });

  it.each(preferredChannels)('may prefer %s', (preferredChannel) => {
    expect(refusalsOf(shape, { ...person, preferredChannel })).toEqual([]);
  });

  it.each([
    ['firstName', ' Awa ', 'Awa'],
    ['phone', '06.12.34.56.78', '+33612345678'],
    ['phone', '+221 77 123 45 67', '+221771234567'],
    ['email', 'Awa.Diop@Exemple.TEST', 'awa.diop@exemple.test'],
    ['email', ' awa@exemple.test ', 'awa@exemple.test'],
    ['postalCode', ' 75013 ', '75013'],
  ] as const)('keeps her %s typed "%s" as %s', (field, typed, kept) => {
    expect(shape.parse({ ...person, [field]: typed })[field]).toBe(kept);
  });

  it('is not one to be careful with unless said', () => {
    expect(shape.parse(person).safeContactOnly).toBe(false);
    expect(shape.parse({ ...person, safeContactOnly: true }).safeContactOnly).toBe(true);
  });

  it('leaves unknown what nobody said: no fact of a ranking is made up', () => {
    const kept = shape.parse(person);
    for (const fact of ['availableFrom', 'radiusKm', 'frenchLevel', 'weeklyHoursMin', 'weeklyHoursMax', 'licences']) {
      expect(kept).not.toHaveProperty(fact);
    }
  });

  it.each(['nationality', 'health', 'familySituation', 'category'])(
    'has no place for %s: it is dropped at the door',
    (field) => {
      expect(shape.parse({ ...person, [field]: 'x' })).not.toHaveProperty(field);
    },
  );
});

describe('a recommendation', () => {
  it('tells how to reach the person: a telephone or an address', () => {
    expect(refusalsOf(recommendParticipantSchema, awa)).toEqual(['phone: participant.no_way_to_reach']);
    expect(refusalsOf(recommendParticipantSchema, { ...awa, phone: null, email: null })).toEqual([
      'phone: participant.no_way_to_reach',
    ]);
    expect(refusalsOf(recommendParticipantSchema, { ...awa, email: 'awa@exemple.test' })).toEqual([]);
  });

  it('takes no consent for granted', () => {
    expect(recommendParticipantSchema.parse(reachable).consentWay ?? null).toBeNull();
    expect(fieldsRefused(recommendParticipantSchema, { ...reachable, consentWay: 'assumed' })).toEqual(['consentWay']);
  });

  it('says all that is wrong together: reversed hours and no way to reach', () => {
    const wrong = { ...awa, weeklyHoursMin: 30, weeklyHoursMax: 20, birthDate: '1850-01-01' };
    expect(refusalsOf(recommendParticipantSchema, wrong)).toEqual([
      'birthDate: participant.birth_date_impossible',
      'weeklyHoursMax: participant.hours_reversed',
      'phone: participant.no_way_to_reach',
    ]);
  });

  it('is answered yes or no with a sentence that the partner reads', () => {
    const answer = { recommendationId: idOf(1), status: 'accepted', answer: ' Nous la recevons lundi. ' };
    expect(answerRecommendationSchema.parse(answer).answer).toBe('Nous la recevons lundi.');
    expect(refusalsOf(answerRecommendationSchema, { ...answer, answer: '  ' })).toEqual([
      'answer: participant.answer_missing',
    ]);
    for (const status of ['received', 'in_review', 'perhaps']) {
      expect(fieldsRefused(answerRecommendationSchema, { ...answer, status })).toEqual(['status']);
    }
  });
});

describe('a change of a record', () => {
  it.each(['participantId', 'version', 'status', 'occupations'])('needs its %s', (field) => {
    expect(fieldsRefused(updateParticipantSchema, { ...recorded, [field]: undefined })).toEqual([field]);
  });

  it.each([0, -1, 1.5, '3'])('was made on no version %j', (version) => {
    expect(fieldsRefused(updateParticipantSchema, { ...recorded, version })).toEqual(['version']);
  });

  it.each(participantStatuses)('may say that she is %s', (status) => {
    expect(refusalsOf(updateParticipantSchema, { ...recorded, status })).toEqual([]);
  });

  it('empties what is null, and keeps it null', () => {
    const emptied = updateParticipantSchema.parse({ ...recorded, phone: null, licences: null, radiusKm: null });
    expect([emptied.phone, emptied.licences, emptied.radiusKm]).toEqual([null, null, null]);
  });
});

describe('who follows a person', () => {
  const follow = { participantId: idOf(1), ownerId: null, nextAction: null, nextActionOn: null };

  it('may be nobody, with nothing to do', () => {
    expect(followParticipantSchema.parse(follow)).toEqual(follow);
  });

  it.each([
    ['a colleague by her name', { ownerId: 'Nadia' }, 'ownerId'],
    ['a day that is no day', { nextActionOn: '2026-06-31' }, 'nextActionOn'],
    ['a novel', { nextAction: 'x'.repeat(201) }, 'nextAction'],
    ['nothing said of the owner: leaving out is not emptying', { ownerId: undefined }, 'ownerId'],
  ])('is not %s', (_, change, field) => {
    expect(fieldsRefused(followParticipantSchema, { ...follow, ...change })).toEqual([field]);
  });
});
