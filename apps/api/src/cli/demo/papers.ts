import type { Database } from '@jonction/db/client';
import { addMonths, type Day } from '@jonction/domain/shared/day';
import type { Cast } from './cast.ts';
import type { Stage } from './stage.ts';

/** Papers of a contract where people work, and a penalty that its buyer has to decide on. */
export async function issuePapers(
  stage: Stage,
  cast: Cast,
  { database, today }: { database: Database; today: Day },
): Promise<void> {
  const [there] = await database.client`select 1 from issued_document limit 1`;
  // The contracts of the buyer who has an account first.
  const [busy] = await database.client<{ contractId: string; clauseId: string; employerId: string }[]>`
    select p.contract_id as "contractId", p.clause_id as "clauseId", p.employer_id as "employerId"
    from placement p join hour_entry e on e.placement_id = p.id
    group by 1, 2, 3, p.buyer_id
    order by p.buyer_id = ${cast.buyer.membership?.organisationId ?? null} desc, sum(e.centihours) desc limit 1`;
  if (there || !busy) return;
  const { contractId, clauseId, employerId } = busy;
  const months = { fromMonth: addMonths(today, -4).slice(0, 7), toMonth: addMonths(today, -1).slice(0, 7) };
  const { report, penalty } = stage(cast.facilitator, today);
  await report.issueStatement({ ...months, contractId, audience: 'buyer' });
  await report.issueCertificate({ ...months, contractId });
  await report.issueAttestation({ ...months, employerId });
  const { penaltyId } = await penalty.propose({
    clauseId,
    opinion: 'Trois relances depuis le début du marché. L’entreprise cherche, sans recruter assez.',
  });
  await penalty.submit({ penaltyId });
}
