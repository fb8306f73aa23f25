import type { ParticipantStatus } from '@jonction/domain/participant/status';
import type { Day } from '@jonction/domain/shared/day';
import { and, asc, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../client.ts';
import { eligibilityEvidence } from '../../eligibility/tables.ts';
import { idArray, provenOn } from '../../participant/filter.ts';
import { rowsOf } from '../../shared/rows.ts';
import { inOrder } from './walk.ts';

export interface ExportedPerson {
  id: string;
  number: number;
  lastName: string;
  firstName: string;
  birthDate: Day | null;
  phone: string | null;
  email: string | null;
  postalCode: string | null;
  city: string | null;
  status: ParticipantStatus;
  availableFrom: Day | null;
  frenchLevel: number | null;
  occupations: string[];
  licences: string[] | null;
  radiusMetres: number | null;
  eligible: boolean;
  prescriber: string | null;
  consentOn: Day | null;
  lastContactOn: Day | null;
  waitingSince: Day | null;
  createdOn: Day;
  owner: string | null;
  nextAction: string | null;
  nextActionOn: Day | null;
}

/** People of the bank as a file shows them, in the order of their ids. One statement. */
export async function exportedPeople(tx: Tx, ids: readonly string[], today: Day): Promise<ExportedPerson[]> {
  const rows = rowsOf<ExportedPerson>(
    await tx.execute(sql`
      select participant.id, participant.number::int as number, last_name as "lastName", first_name as "firstName",
             birth_date::text as "birthDate", participant.phone, participant.email, participant.postal_code as "postalCode",
             participant.city, status, available_from::text as "availableFrom", french_level as "frenchLevel",
             array(select o.rome_code from participant_occupation o where o.participant_id = participant.id
                   order by o.position, o.rome_code) as occupations,
             licences, radius_metres as "radiusMetres", ${provenOn(today)} as eligible, g.name as prescriber,
             case when diffusion_consent then (select e.on::text from consent_event e
               where e.participant_id = participant.id and e.type = 'given' order by e.recorded_at desc limit 1) end as "consentOn",
             last_contact_on::text as "lastContactOn", waiting_since::text as "waitingSince",
             participant.created_on::text as "createdOn", u.name as owner, next_action as "nextAction",
             next_action_on::text as "nextActionOn"
      from participant
      left join "user" u on u.id = participant.owner_id
      left join organisation g on g.id = participant.recommended_by_organisation_id
      where participant.id = any (${idArray(ids)})`),
  );
  return inOrder(ids, rows);
}

/** What the vault keeps of some people, sealed, the latest last. One statement; who opens it says why. */
export async function sealedEvidenceOf(tx: Tx, ids: readonly string[]) {
  return tx
    .select({
      id: eligibilityEvidence.id,
      participantId: eligibilityEvidence.participantId,
      sealed: eligibilityEvidence.sealed,
    })
    .from(eligibilityEvidence)
    .where(and(inArray(eligibilityEvidence.participantId, [...ids]), isNull(eligibilityEvidence.removedAt)))
    .orderBy(asc(eligibilityEvidence.id));
}
