import type { Tx } from '@jonction/db/client';
import type { participant } from '@jonction/db/participant/tables';
import { occupationTable } from '../reference/occupations.ts';

type Row = typeof participant.$inferSelect;

interface Held {
  occupations: readonly { code: string; months: number }[];
  skills: readonly { skill: string; label: string; byHand: boolean }[];
  languages: readonly { code: string; level: string | null; levelText: string | null }[];
}

/** A row as `profileShape` says it: kilometres, words of codes, and nothing of who follows her. */
export async function profileOf(tx: Tx, row: Row, held: Held) {
  const table = await occupationTable(tx);
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    firstName: row.firstName,
    lastName: row.lastName,
    birthDate: row.birthDate,
    sex: row.sex,
    phone: row.phone,
    email: row.email,
    postalCode: row.postalCode,
    city: row.city,
    preferredChannel: row.preferredChannel,
    safeContactOnly: row.safeContactOnly,
    status: row.status,
    availableFrom: row.availableFrom,
    radiusKm: row.radiusMetres === null ? null : Math.round(row.radiusMetres / 1000),
    frenchLevel: row.frenchLevel,
    weeklyHoursMin: row.weeklyHoursMin,
    weeklyHoursMax: row.weeklyHoursMax,
    licences: row.licences,
    consents: row.diffusionConsent,
    createdOn: row.createdOn,
    occupations: held.occupations.map((occupation) => ({ ...occupation, label: table.labelOf(occupation.code) })),
    skills: [...held.skills],
    languages: [...held.languages],
  };
}
