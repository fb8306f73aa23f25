import type { PreferredChannel, Sex } from '@jonction/domain/participant/status';

export type Channel = PreferredChannel;

/** What the form of a person holds, before the API judges it. */
export interface ParticipantFields {
  firstName: string;
  lastName: string;
  birthDate: string | null;
  sex: Sex | null;
  phone: string | null;
  email: string | null;
  postalCode: string | null;
  city: string | null;
  preferredChannel: Channel | null;
  safeContactOnly: boolean;
  availableFrom: string | null;
  radiusKm: number | null;
  frenchLevel: number | null;
  weeklyHoursMin: number | null;
  weeklyHoursMax: number | null;
  licences: string[] | null;
  occupations: { code: string; label?: string; months: number }[];
}

export const noFields: ParticipantFields = {
  firstName: '',
  lastName: '',
  birthDate: null,
  sex: null,
  phone: null,
  email: null,
  postalCode: null,
  city: null,
  preferredChannel: null,
  safeContactOnly: false,
  availableFrom: null,
  radiusKm: null,
  frenchLevel: null,
  weeklyHoursMin: null,
  weeklyHoursMax: null,
  licences: null,
  occupations: [],
};

type Typed = Record<string, string | string[]>;

/** What a refused form shows again: what was typed, before what was known. */
export function typedAgain(known: ParticipantFields, typed: Typed | undefined): ParticipantFields {
  if (!typed) return known;
  const one = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '');
  const many = (name: string) => [typed[name] ?? []].flat().filter((value) => value !== '');
  const figure = (name: string) => (one(name) === '' || Number.isNaN(Number(one(name))) ? null : Number(one(name)));
  const codes = [...new Set([...many('occupation'), ...many('newOccupation')])];
  return {
    firstName: one('firstName'),
    lastName: one('lastName'),
    birthDate: one('birthDate') || null,
    sex: (one('sex') || null) as Sex | null,
    phone: one('phone') || null,
    email: one('email') || null,
    postalCode: one('postalCode') || null,
    city: one('city') || null,
    preferredChannel: (one('preferredChannel') || null) as Channel | null,
    safeContactOnly: one('safeContactOnly') !== '',
    availableFrom: one('availableFrom') || null,
    radiusKm: figure('radiusKm'),
    frenchLevel: figure('frenchLevel'),
    weeklyHoursMin: figure('weeklyHoursMin'),
    weeklyHoursMax: figure('weeklyHoursMax'),
    licences: many('licence').length > 0 ? many('licence') : one('noLicence') ? [] : null,
    occupations: codes.map((code) => ({ code, months: figure(`months-${code}`) ?? 0 })),
  };
}
