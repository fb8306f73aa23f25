import type { Tx } from '@jonction/db/client';
import { type DirectorateRow, findDirectorate, keepsDirectorates } from '@jonction/db/organisation/directorates';
import { findOrganisation } from '@jonction/db/organisation/queries';
import { mayKeepDirectorates } from '@jonction/domain/access/company-team';
import type { Context } from '../../context.ts';
import { found, Refuse, settle } from '../../refuse.ts';
import { speaker } from '../../speaker.ts';

type Ctx = Context & { tx: Tx };

/** The team that asks, whose contracts alone may be moved by it; null for a buyer, whose contracts are all its own. */
export function teamAsking(ctx: Context): string | null {
  const { role, structureId } = speaker(ctx).membership;
  return role === 'buyer' ? null : structureId;
}

/** A buyer whose directorates whoever asks may read: itself where nobody is named, or one that the team works with. */
export async function readableBuyer(ctx: Ctx, named?: string): Promise<{ id: string; name: string; keeps: boolean }> {
  const { role, organisationId, companyRole } = speaker(ctx).membership;
  const buyerId = named ?? organisationId;
  const buyer = found(await findOrganisation(ctx.tx, buyerId), 'organisation.not_found');
  const own = role === 'buyer' && organisationId === buyerId;
  const works = role !== 'buyer' && (await keepsDirectorates(ctx.tx, buyerId));
  if (buyer.kind !== 'buyer' || !(own || works)) throw new Refuse('organisation.not_found');
  return { id: buyer.id, name: buyer.name, keeps: mayKeepDirectorates({ role, companyRole }).ok };
}

/** The same, of whoever keeps them. */
export async function keptBuyer(ctx: Ctx, named?: string): Promise<{ id: string; name: string }> {
  const buyer = await readableBuyer(ctx, named);
  settle(mayKeepDirectorates(speaker(ctx).membership));
  return buyer;
}

/** A directorate with its buyer, both readable by whoever asks. */
export async function readableDirectorate(ctx: Ctx, directorateId: string) {
  const directorate = found(await findDirectorate(ctx.tx, directorateId), 'organisation.directorate_not_found');
  return { directorate, buyer: await readableBuyer(ctx, directorate.buyerId) };
}

/** A running directorate of a buyer, named in a form: refused at its field otherwise. */
export async function requireDirectorate(
  tx: Tx,
  { directorateId, buyerId }: { directorateId: string; buyerId: string },
): Promise<DirectorateRow> {
  const row = await findDirectorate(tx, directorateId);
  if (!row || row.buyerId !== buyerId) throw new Refuse('organisation.directorate_not_found', {}, 'directorateId');
  if (row.endedOn !== null) throw new Refuse('organisation.directorate_ended', {}, 'directorateId');
  return row;
}
