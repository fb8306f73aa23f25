import { ofLot, readFacts, refreshStanding, wholeContract } from '@jonction/db/contract/facts';
import { lot } from '@jonction/db/contract/tables';
import { insertEvents } from '@jonction/db/contract/write';
import { recordEventSchema } from '@jonction/domain/contract/contract';
import { allowedEvents, type ContractEventType, contractStatuses } from '@jonction/domain/contract/lifecycle';
import { recordEvent as judgeEvent } from '@jonction/domain/contract/record-event';
import { standingOf } from '@jonction/domain/contract/standing';
import { contractWords } from '@jonction/domain/contract/words';
import { addMonths } from '@jonction/domain/shared/day';
import { translate } from '@jonction/domain/shared/words';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { writableContract } from './head.ts';
import { requireDocument } from './require-document.ts';

/**
 * Adds an event to the life of a contract, or of one of its lots: what happened, from when, who says so. An event that the
 * status on that day does not allow is refused, and the sentence says which are possible.
 */
export const recordEvent = procedure('contract.recordEvent')
  .input(recordEventSchema)
  .output(z.object({ eventId: z.string(), status: z.enum(contractStatuses) }))
  .mutation(async ({ ctx, input }) => {
    const { userId, name, membership } = speaker(ctx);
    const { contractId, lotId } = input;
    const head = await writableContract(ctx, contractId);
    if (input.on > addMonths(ctx.today, 12)) throw new Refuse('contract.event_in_future', {}, 'on');
    if (lotId) {
      const [row] = await ctx.tx
        .select({ id: lot.id })
        .from(lot)
        .where(and(eq(lot.id, lotId), eq(lot.contractId, contractId)));
      found(row, 'contract.lot_not_found');
    }
    if (input.documentId) await requireDocument(ctx.tx, input.documentId, userId);
    // A buyer speaks for itself: nobody else's word can be entered in its name.
    const byBuyer = membership.role === 'buyer';
    const event = {
      ...input,
      source: byBuyer ? ('buyer_answer' as const) : input.source,
      saidBy: byBuyer ? name : input.saidBy,
      recordedOn: ctx.today,
      author: userId,
    };
    const facts = (await readFacts(ctx.tx, [contractId])).get(contractId) ?? [];
    const heard = lotId ? ofLot(facts, lotId) : wholeContract(facts);
    const judged = judgeEvent({ events: heard, event });
    if (!judged.ok) {
      const { status } = standingOf({ events: heard, asOf: input.on, knownOn: ctx.today });
      const word = (type: ContractEventType) => translate(contractWords, ctx.locale, `contract.event.${type}`);
      const allowed = allowedEvents(status).map(word).join(', ');
      throw new Refuse(
        judged.refusal.code,
        {
          type: word(input.type),
          status: translate(contractWords, ctx.locale, `contract.status.${status}`),
          allowed: allowed === '' ? '-' : allowed,
        },
        'type',
      );
    }
    const { author: _, ...values } = event;
    const [eventId = ''] = await insertEvents(ctx.tx, [{ ...values, buyerId: head.buyerId, authorId: userId }]);
    if (!lotId) await refreshStanding(ctx.tx, [contractId], ctx.today);
    await recordAudit(ctx, {
      action: 'contract.recordEvent',
      subjectKind: 'contract',
      subjectId: contractId,
      facts: { type: input.type, on: input.on },
    });
    await emit(ctx.tx, {
      type: 'contract.event_recorded',
      structureId: membership.structureId,
      subjectId: contractId,
      payload: { eventId },
    });
    const { status } = standingOf({
      events: [...heard, event],
      asOf: ctx.today,
      knownOn: ctx.today,
    });
    return { eventId, status };
  });
