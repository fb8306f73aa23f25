import type { MergeField } from '@jonction/domain/participant/merge';
import type { ParticipantStatus, PreferredChannel, Sex } from '@jonction/domain/participant/status';

/** One of two records, as the comparison of the API says it. */
export interface Compared {
  id: string;
  number: number;
  version: number;
  firstName: string;
  lastName: string;
  birthDate: string | null;
  sex: Sex | null;
  phone: string | null;
  email: string | null;
  postalCode: string | null;
  city: string | null;
  preferredChannel: PreferredChannel | null;
  status: ParticipantStatus;
  availableFrom: string | null;
  radiusMetres: number | null;
  frenchLevel: number | null;
  weeklyHoursMin: number | null;
  weeklyHoursMax: number | null;
  nextAction: string | null;
  nextActionOn: string | null;
  consents: boolean;
  lastConsent: 'given' | 'withdrawn' | null;
  partnerName: string | null;
  ownerName: string | null;
  currentCv: string | null;
  occupations: string[];
  counts: { cvs: number; contacts: number; positionings: number; open: number; placements: number; evidences: number };
}

export interface Said {
  day: (day: string) => string;
  status: (status: ParticipantStatus) => string;
  channel: (channel: PreferredChannel) => string;
  sex: (sex: Sex) => string;
  french: (level: number) => string;
}

/** What a record says on one line, in words; null where it says nothing. */
export function lineOf(record: Compared, field: MergeField, said: Said): string | null {
  const both = (...parts: (string | null)[]) => parts.filter((part) => part !== null).join(' ') || null;
  const { birthDate, availableFrom, radiusMetres, frenchLevel, weeklyHoursMin, weeklyHoursMax } = record;
  switch (field) {
    case 'birthDate':
      return birthDate && said.day(birthDate);
    case 'sex':
      return record.sex && said.sex(record.sex);
    case 'place':
      return both(record.postalCode, record.city);
    case 'preferredChannel':
      return record.preferredChannel && said.channel(record.preferredChannel);
    case 'status':
      return said.status(record.status);
    case 'availableFrom':
      return availableFrom && said.day(availableFrom);
    case 'radiusMetres':
      return radiusMetres === null ? null : `${Math.round(radiusMetres / 1000)}\u00a0km`;
    case 'frenchLevel':
      return frenchLevel === null ? null : said.french(frenchLevel);
    case 'weeklyHours':
      return both(
        weeklyHoursMin === null ? null : `${weeklyHoursMin}\u00a0h`,
        weeklyHoursMax === null ? null : `– ${weeklyHoursMax}\u00a0h`,
      );
    case 'partner':
      return record.partnerName;
    case 'owner':
      return record.ownerName;
    case 'nextAction':
      return both(record.nextAction, record.nextActionOn && said.day(record.nextActionOn));
    default:
      return record[field];
  }
}

/** The line of a record that a column of the base belongs to, for what an undo says. */
export function lineOfColumn(column: string): MergeField {
  const lines: Readonly<Record<string, MergeField>> = {
    first_name: 'firstName',
    last_name: 'lastName',
    birth_date: 'birthDate',
    sex: 'sex',
    phone: 'phone',
    email: 'email',
    preferred_channel: 'preferredChannel',
    status: 'status',
    available_from: 'availableFrom',
    radius_metres: 'radiusMetres',
    french_level: 'frenchLevel',
    weekly_hours_min: 'weeklyHours',
    weekly_hours_max: 'weeklyHours',
    recommended_by_organisation_id: 'partner',
    recommended_by_user_id: 'partner',
    owner_id: 'owner',
    next_action: 'nextAction',
    next_action_on: 'nextAction',
  };
  return lines[column] ?? (column === 'safe_contact_only' ? 'preferredChannel' : 'place');
}
