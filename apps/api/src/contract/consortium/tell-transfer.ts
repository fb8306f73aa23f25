import type { Tx } from '@jonction/db/client';
import { listPeopleOf, listTransfers, type TransferRow } from '@jonction/db/contract/consortium';
import { contract } from '@jonction/db/contract/tables';
import { message } from '@jonction/db/message/tables';
import { findOrganisation } from '@jonction/db/organisation/queries';
import type { TransferAct } from '@jonction/domain/contract/transfer';
import { formatHours, formatMoney } from '@jonction/domain/shared/typography';
import { type TransferFacts, transferLetter } from '@jonction/messages/transfer-letter';
import { and, eq } from 'drizzle-orm';
import type { EventJob, JobContext } from '../../jobs/start.ts';
import { writeMessage } from '../../message/write.ts';

const system = { kind: 'system' } as const;
const newsOf: Record<TransferAct, TransferFacts['news']> = {
  sign: 'signed',
  refuse: 'refused',
  withdraw: 'withdrawn',
  paper: 'recorded',
};

/** Writes to the member that is to sign, or says what became of a transfer to whoever did not do it. Once each, however often it runs. */
export async function tellTransfer({ subjectId }: EventJob, { database, publicUrl }: JobContext): Promise<void> {
  if (subjectId === null) return;
  await database.as(system, async (tx) => {
    const [transfer] = await listTransfers(tx, { transferId: subjectId });
    if (!transfer) return;
    const news = transfer.act ? newsOf[transfer.act] : 'asked';
    const [told] = await tx
      .select({ id: message.id })
      .from(message)
      .where(and(eq(message.aboutId, transfer.id), eq(message.template, `hour-transfer-${news}`)))
      .limit(1);
    if (told) return;
    for (const organisationId of toTell(transfer)) await tellCompany(tx, transfer, { organisationId, news, publicUrl });
  });
}

/** Nobody hears of what her own company did. */
function toTell({ sellerId, purchaserId, proposerId, act }: TransferRow): string[] {
  if (proposerId === null) return [sellerId, purchaserId];
  const other = proposerId === sellerId ? purchaserId : sellerId;
  return act === null || act === 'withdraw' ? [other] : [proposerId];
}

async function tellCompany(
  tx: Tx,
  transfer: TransferRow,
  { organisationId, news, publicUrl }: { organisationId: string; news: TransferFacts['news']; publicUrl: string },
): Promise<void> {
  const { structureId, clauseId, contractId, sellerName, purchaserName, centihours, priceCents, totalCents } = transfer;
  const structure = await findOrganisation(tx, structureId);
  const [of] = await tx.select({ object: contract.object }).from(contract).where(eq(contract.id, contractId));
  if (!structure || !of) return;
  for (const person of await listPeopleOf(tx, organisationId, structureId)) {
    const letter = transferLetter({
      ...{ news, sellerName, purchaserName, recipientName: person.name, contractObject: of.object },
      hours: formatHours(centihours, 'fr'),
      price: formatMoney(priceCents, 'fr'),
      total: formatMoney(totalCents, 'fr'),
      structureName: structure.name,
      url: `${publicUrl}/entreprise/heures-dues/${clauseId}/groupement`,
    });
    const about = { kind: 'hour_transfer', id: transfer.id };
    await writeMessage(tx, letter, { structureId, to: person.email, toName: person.name, about });
  }
}
