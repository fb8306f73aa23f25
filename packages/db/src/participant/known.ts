import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { participant } from './tables.ts';

/** What a row of a list is known by. */
export interface Recognisable {
  firstName: string;
  lastName: string;
  birthDate: string | null;
  phone: string | null;
  email: string | null;
}

/**
 * People of a structure who share a birth date, a telephone, an e-mail or a name with some row of a batch, in one statement, with
 * what a list may change of them.
 */
export async function listKnown(tx: Tx, structureId: string, rows: readonly Recognisable[]) {
  const some = (values: readonly (string | null)[]) => [...new Set(values.filter((value) => value !== null))];
  const names = some(
    rows.flatMap(({ firstName, lastName }) => [firstName, lastName]).map((name) => name.toLowerCase()),
  );
  const list = (values: readonly string[], type: string) =>
    sql`array[${sql.join(
      values.map((value) => sql`${value}`),
      sql`, `,
    )}]::${sql.raw(type)}[]`;
  return tx
    .select({
      id: participant.id,
      firstName: participant.firstName,
      lastName: participant.lastName,
      birthDate: participant.birthDate,
      phone: participant.phone,
      email: participant.email,
      postalCode: participant.postalCode,
      availableFrom: participant.availableFrom,
      radiusMetres: participant.radiusMetres,
      frenchLevel: participant.frenchLevel,
      licences: participant.licences,
      recommendedByOrganisationId: participant.recommendedByOrganisationId,
      diffusionConsent: participant.diffusionConsent,
      occupations: sql<
        string[]
      >`array(select o.rome_code from participant_occupation o where o.participant_id = "participant"."id" order by o.position, o.rome_code)`,
      consentSaidOn: sql<
        string | null
      >`(select max(e."on")::text from consent_event e where e.participant_id = "participant"."id")`,
    })
    .from(participant)
    .where(
      sql`${participant.structureId} = ${structureId} and (
        ${participant.birthDate} = any(${list(some(rows.map(({ birthDate }) => birthDate)), 'date')})
        or ${participant.phone} = any(${list(some(rows.map(({ phone }) => phone)), 'text')})
        or ${participant.email} = any(${list(some(rows.map(({ email }) => email)), 'text')})
        or app.plain(${participant.lastName}) = any(select app.plain(n) from unnest(${list(names, 'text')}) n))`,
    );
}
