import type { Product } from '../../support/product.ts';

/** Lays a CV sent on a day, as if it had been; `status` as the company left it. */
export async function layProposal(
  product: Product,
  sent: { structureId: string; employerId: string; participantId: string },
  { on, status = 'sent', score = null }: { on: string; status?: string; score?: number | null },
): Promise<void> {
  await product.system.client`
    insert into positioning (structure_id, employer_id, participant_id, status, score, created_at, sent_at)
    values (${sent.structureId}, ${sent.employerId}, ${sent.participantId}, ${status}::positioning_status, ${score},
      ${`${on}T10:00:00Z`}, ${`${on}T10:00:00Z`})`;
}

/** Facts of the last line of the journal for an action. */
export async function lastAudit(product: Product, action: string): Promise<Record<string, unknown> | undefined> {
  const [entry] = await product.system.client<{ subject_id: string; purpose: string | null; facts: object }[]>`
    select subject_id, purpose, facts from audit_entry where action = ${action} order by id desc limit 1`;
  return entry;
}
