import type { Database } from '@jonction/db/client';
import { addDays, type Day } from '@jonction/domain/shared/day';
import { type Cast, ensurePerson } from './cast.ts';
import type { Stage } from './stage.ts';

const others = [
  ['Marguerite Vasseur', 'marguerite@cotraitant.test'],
  ['Paulo Esteves', 'paulo@cotraitant.test'],
] as const;

/** Three companies share a clause of the demonstration's employer: one transfer that both signed, one that waits for its signature. */
export async function shareClause(
  stage: Stage,
  cast: Cast,
  { database, today }: { database: Database; today: Day },
): Promise<void> {
  const [there] = await database.client`select 1 from consortium limit 1`;
  const { organisationId: own } = cast.employer.membership;
  // The contracts of the buyer who has an account first, where most was done.
  const [of] = await database.client<
    { clauseId: string; lotId: string; object: string; amountCents: number; done: number }[]
  >`
    select k.id as "clauseId", l.id as "lotId", l.object, l.amount_cents::float8 as "amountCents", sum(e.centihours)::int as done
    from clause k join lot l on l.id = k.lot_id
      join hour_entry e on e.clause_id = k.id and e.employer_id = ${own} and e.status = 'validated'
    where k.due_hours > 0 group by k.id, l.id having sum(e.centihours) >= 8000
    order by k.buyer_id = ${cast.buyer.membership.organisationId} desc, sum(e.centihours) desc, k.id limit 1`;
  const [secondId, thirdId] = cast.employerIds.slice(1);
  if (there || !of || secondId === undefined || thirdId === undefined) return;
  const { clauseId, lotId, object, amountCents, done } = of;
  const { structureId } = cast;
  const [second, third] = await database.as({ kind: 'system' }, async (tx) => [
    await ensurePerson(tx, others[0], { role: 'employer', organisationId: secondId, structureId }),
    await ensurePerson(tx, others[1], { role: 'employer', organisationId: thirdId, structureId }),
  ]);
  if (!second || !third) return;
  const team = stage(cast.facilitator, today).contract;
  await team.correctLot({
    ...{ lotId, object, amountCents, holderIds: [own, secondId, thirdId] },
    ...{ source: 'mail', saidBy: 'Acte d’engagement du groupement' },
  });
  await team.setShares({
    ...{ clauseId, mode: 'bps', liability: 'joint_lead_liable', leadId: own, version: null },
    members: [
      { organisationId: own, shareBps: 4_500 },
      { organisationId: secondId, shareBps: 3_500 },
      { organisationId: thirdId, shareBps: 2_000 },
    ],
  });
  const [due] = await database.client<{ least: number }[]>`
    select min(centihours)::int as least from consortium_part where clause_id = ${clauseId}`;
  const centihours = Math.min(2_800, Math.floor(done / 4), due?.least ?? 0);
  if (centihours <= 0) return;
  const { transferId } = await stage(cast.employer, addDays(today, -6)).contract.proposeTransfer({
    ...{ clauseId, side: 'sell', otherId: secondId, centihours, priceCents: 2_004 },
    reason: 'Nos agents de février ont fait plus que notre part.',
  });
  await stage(second, addDays(today, -4)).contract.signTransfer({ transferId });
  await stage(third, addDays(today, -1)).contract.proposeTransfer({
    ...{ clauseId, side: 'buy', otherId: own, centihours: Math.ceil(centihours / 2), priceCents: 1_950 },
    reason: 'Nous n’embauchons pas avant l’automne.',
  });
}
