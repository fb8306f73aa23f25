import { lockContracts } from '@jonction/db/census/changes';
import { insertCorrections } from '@jonction/db/contract/correct';
import { readFacts, refreshStanding, wholeContract } from '@jonction/db/contract/facts';
import { insertEvents, type NewEvent } from '@jonction/db/contract/write';
import { writeAmounts } from '@jonction/db/published/amendments';
import { publishedAmendment } from '@jonction/db/published/tables';
import { recordEvent } from '@jonction/domain/contract/record-event';
import { amendmentEffect } from '@jonction/domain/published/amendment';
import { decideAmendmentsSchema } from '@jonction/domain/published/published';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { type Proposed, proposedAmendments } from './proposed.ts';

type Taken = Proposed & { event: NewEvent | null; endsOn: string | null; amountCents: number | null };

/**
 * Published amendments, accepted or refused: one, some, or all that were seen. Accepted: a new end is an event of the contract, a new
 * amount a correction of it, both said by open data. Refused: not proposed again. One that the life of the contract no longer allows
 * (it had ended by then) stays proposed, and is counted. A number of statements that does not depend on how many there are.
 */
export const decideAmendments = procedure('published.decideAmendments')
  .input(decideAmendmentsSchema)
  .output(z.object({ decided: z.number(), turned: z.number() }))
  .mutation(async ({ ctx, input: { verdict, reason, which, seen } }) => {
    const { userId, membership } = speaker(ctx);
    const { structureId } = membership;
    const first = await proposedAmendments(ctx.tx, structureId);
    if (which === null && first.length !== seen)
      throw new Refuse('published.amendments_moved', { count: first.length });
    const wanted = which === null ? null : new Set(which.map(({ contractId, key }) => `${contractId} ${key}`));
    await lockContracts(ctx.tx, [...new Set(first.map(({ contract }) => contract.contractId))].sort());
    const chosen = (await proposedAmendments(ctx.tx, structureId)).filter(
      ({ contract, amendment }) => wanted === null || wanted.has(`${contract.contractId} ${amendment.key}`),
    );
    const taken = verdict === 'refused' ? chosen.map(asRefused) : await judged(chosen);
    if (taken.length === 0) throw new Refuse('published.nothing_fits');
    const events = taken.flatMap(({ event }) => (event === null ? [] : [event]));
    const eventIds = await insertEvents(ctx.tx, events);
    await insertCorrections(
      ctx.tx,
      taken.flatMap(({ contract, amountCents, amendment }) =>
        amountCents === null
          ? []
          : [
              {
                ...{ contractId: contract.contractId, buyerId: contract.buyerId, lotId: null, field: 'amount_cents' },
                ...{ before: contract.amountCents, after: amountCents, source: 'decp', saidBy: amendment.object },
                ...{ recordedOn: ctx.today, authorId: userId },
              } as const,
            ],
      ),
    );
    const amounts = new Map(taken.map(({ contract, amountCents }) => [contract.contractId, amountCents]));
    for (const { contract, amountCents } of taken)
      if (amountCents !== null) amounts.set(contract.contractId, amountCents);
    await writeAmounts(
      ctx.tx,
      [...amounts].flatMap(([contractId, amountCents]) => (amountCents === null ? [] : [{ contractId, amountCents }])),
    );
    const eventOf = new Map(events.map((event, at) => [event, eventIds[at] ?? null]));
    await ctx.tx.insert(publishedAmendment).values(
      taken.map(({ contract, amendment, event, endsOn, amountCents }) => ({
        ...{ structureId, contractId: contract.contractId, openId: contract.openId, key: amendment.key, verdict },
        ...{ reason: reason || null, said: amendment, eventId: event && (eventOf.get(event) ?? null) },
        ...{ endsBefore: endsOn === null ? null : contract.endsOn, decidedBy: userId, amountAfter: amountCents },
        amountBefore: amountCents === null ? null : contract.amountCents,
      })),
    );
    const moved = [...new Set(events.map(({ contractId }) => contractId))];
    await refreshStanding(ctx.tx, moved, ctx.today);
    const turned = chosen.length - taken.length;
    await recordAudit(ctx, {
      action: 'published.decideAmendments',
      subjectKind: 'structure',
      subjectId: structureId,
      facts: { verdict, decided: taken.length, turned },
    });
    // Hours are judged on the life of the contract.
    for (const subjectId of moved) await emit(ctx.tx, { type: 'contract.event_recorded', structureId, subjectId });
    return { decided: taken.length, turned };

    function asRefused(one: Proposed): Taken {
      return { ...one, event: null, endsOn: null, amountCents: null };
    }

    /** One after the other, each on the contract as the one before leaves it. */
    async function judged(all: readonly Proposed[]): Promise<Taken[]> {
      const facts = await readFacts(ctx.tx, [...new Set(all.map(({ contract }) => contract.contractId))]);
      const heard = new Map([...facts].map(([id, own]) => [id, wholeContract(own) as Fact[]]));
      const known = new Map(all.map(({ contract }) => [contract.contractId, contract]));
      return all.flatMap(({ contract: { contractId }, amendment }) => {
        const contract = known.get(contractId);
        if (!contract) return [];
        const { endsOn, amountCents } = amendmentEffect(amendment, contract);
        const own = heard.get(contractId) ?? [];
        const fact = { type: 'extend' as const, on: amendment.on ?? ctx.today, recordedOn: ctx.today, endsOn };
        const author = { source: 'decp' as const, documentId: null, author: userId, legalBasis: null };
        if (endsOn !== null && !recordEvent({ events: own, event: { ...fact, ...author } }).ok) return [];
        if (endsOn !== null) heard.set(contractId, [...own, fact]);
        known.set(contractId, {
          ...contract,
          endsOn: endsOn ?? contract.endsOn,
          amountCents: amountCents ?? contract.amountCents,
        });
        const event =
          endsOn === null
            ? null
            : {
                ...{ ...fact, contractId, buyerId: contract.buyerId, source: 'decp' as const, authorId: userId },
                ...{ saidBy: null, note: amendment.object, facts: { endsBefore: contract.endsOn, endsAfter: endsOn } },
              };
        return [{ contract, amendment, event, endsOn, amountCents }];
      });
    }
  });

type Fact = Parameters<typeof recordEvent>[0]['events'][number];
