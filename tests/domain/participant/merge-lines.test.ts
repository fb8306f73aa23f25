import {
  differencesOf,
  type MergeableRecord,
  type MergeField,
  mergeFields,
  mergeRecords,
  suggestedSide,
} from '@jonction/domain/participant/merge';
import { describe, expect, it } from 'vitest';

const kept: MergeableRecord = {
  firstName: 'Maëlle',
  lastName: 'Le Goff',
  birthDate: '1995-06-30',
  sex: 'woman',
  phone: '+33611223344',
  email: 'maelle@exemple.test',
  postalCode: '75013',
  city: 'Paris',
  latitude: 48.8,
  longitude: 2.3,
  preferredChannel: 'sms',
  safeContactOnly: false,
  status: 'available',
  availableFrom: '2026-05-01',
  radiusMetres: 10_000,
  frenchLevel: 4,
  weeklyHoursMin: 20,
  weeklyHoursMax: 35,
  licences: ['B'],
  optedOut: [],
  waitingSince: '2026-01-01',
  lastContactOn: '2026-04-01',
  diffusionConsent: true,
  recommendedByOrganisationId: 'mission',
  recommendedByUserId: 'ines',
  ownerId: 'nadia',
  nextAction: 'Rappeler',
  nextActionOn: '2026-05-10',
};
const gone: MergeableRecord = {
  ...kept,
  firstName: 'Maelle',
  lastName: 'Legoff',
  birthDate: '1995-03-06',
  sex: 'other',
  phone: '+33699887766',
  email: 'mlg@exemple.test',
  postalCode: '93200',
  city: 'Saint-Denis',
  latitude: 48.9,
  longitude: 2.4,
  preferredChannel: 'phone',
  status: 'placed',
  availableFrom: '2026-06-01',
  radiusMetres: 30_000,
  frenchLevel: 5,
  weeklyHoursMin: 24,
  weeklyHoursMax: 30,
  recommendedByOrganisationId: 'cap',
  recommendedByUserId: 'paul',
  ownerId: 'karim',
  nextAction: 'Relancer',
  nextActionOn: '2026-06-10',
};

/** The columns that go together: half a place or half a range would be nobody's. */
const together: Record<MergeField, readonly (keyof MergeableRecord)[]> = {
  firstName: ['firstName'],
  lastName: ['lastName'],
  birthDate: ['birthDate'],
  sex: ['sex'],
  phone: ['phone'],
  email: ['email'],
  place: ['postalCode', 'city', 'latitude', 'longitude'],
  preferredChannel: ['preferredChannel'],
  status: ['status'],
  availableFrom: ['availableFrom'],
  radiusMetres: ['radiusMetres'],
  frenchLevel: ['frenchLevel'],
  weeklyHours: ['weeklyHoursMin', 'weeklyHoursMax'],
  partner: ['recommendedByOrganisationId', 'recommendedByUserId'],
  owner: ['ownerId'],
  nextAction: ['nextAction', 'nextActionOn'],
};
const everything = Object.keys(kept) as (keyof MergeableRecord)[];

describe.each(mergeFields)('the line %s', (field) => {
  it('is the only one to change when it alone is taken from the other record', () => {
    const merged = mergeRecords(kept, gone, { [field]: 'gone' }, true);
    for (const column of everything) {
      expect(merged[column], column).toEqual(together[field].includes(column) ? gone[column] : kept[column]);
    }
  });

  it('is the only one to stay when all the others are', () => {
    const others = Object.fromEntries(mergeFields.map((one) => [one, one === field ? 'kept' : 'gone']));
    const merged = mergeRecords(kept, gone, others, true);
    for (const column of together[field]) expect(merged[column], column).toEqual(kept[column]);
    expect(differencesOf(merged, gone)).toEqual([field]);
  });

  it('is said to differ when any of its columns does', () => {
    for (const column of together[field]) {
      expect(differencesOf(kept, { ...kept, [column]: gone[column] }), column).toEqual([field]);
    }
  });

  it('is suggested from the record kept while it says something', () => {
    expect(suggestedSide(field, kept, gone)).toBe('kept');
  });
});
