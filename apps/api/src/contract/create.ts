import { refreshStanding } from '@jonction/db/contract/facts';
import { findByReference, insertContract, insertEvents } from '@jonction/db/contract/write';
import { createContractSchema, eventsOfStart } from '@jonction/domain/contract/contract';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { requireOrganisation } from './require-organisation.ts';

/** A contract written by hand, with its first lot, attached to the team, at the point of its life where it stands. */
export const create = procedure('contract.create')
  .input(createContractSchema)
  .output(z.object({ contractId: z.string(), lotId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    await requireOrganisation(ctx.tx, input.buyerId, 'buyer', 'buyerId');
    if (input.lot.holderId) await requireOrganisation(ctx.tx, input.lot.holderId, 'employer', 'lot.holderId');
    const { reference } = input;
    const known = await findByReference(ctx.tx, input.buyerId, reference);
    if (known)
      throw new Refuse('contract.already_in_register', { reference, number: String(known.number) }, 'reference');
    const { startingPoint, on, endsOn, lot, ...facts } = input;
    const { contractId, lotId } = await insertContract(
      ctx.tx,
      {
        ...facts,
        placeKind: placeKindOf(input.placeCode),
        notifiedOn: startingPoint === 'planned' ? null : on,
        source: 'facilitator',
      },
      { ...lot, object: lot.object ?? input.object, amountCents: lot.amountCents ?? input.amountCents },
      membership.structureId,
    );
    await insertEvents(
      ctx.tx,
      eventsOfStart(startingPoint).map((type, index) => ({
        contractId,
        buyerId: input.buyerId,
        type,
        on,
        recordedOn: ctx.today,
        endsOn: index === 0 ? endsOn : null,
        source: 'facilitator' as const,
        authorId: userId,
      })),
    );
    await refreshStanding(ctx.tx, [contractId], ctx.today);
    await recordAudit(ctx, { action: 'contract.create', subjectKind: 'contract', subjectId: contractId });
    return { contractId, lotId };
  });

/** Five digits typed by hand are a postal code; two or three, a department. */
export function placeKindOf(code: string | null): string | null {
  if (code === null) return null;
  return code.length > 3 ? 'Code postal' : 'Code département';
}
