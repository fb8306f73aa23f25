import { insertChange } from '@jonction/db/census/changes';
import type { Tx } from '@jonction/db/client';
import { writeStandings } from '@jonction/db/contract/facts';
import { buyersOf, insertEvents } from '@jonction/db/contract/write';
import type { CensusSaying, ChangeAnswer } from '@jonction/domain/census/change';
import type { Saying } from '@jonction/domain/census/towards';
import type { ContractEventSource } from '@jonction/domain/contract/said';
import { type Heard, standingOn } from '@jonction/domain/contract/standing';
import type { Day } from '@jonction/domain/shared/day';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { emit } from '../outbox/emit.ts';
import { speaker } from '../speaker.ts';

/** What is said of contracts that were judged and are locked. */
export interface ChangeToWrite {
  answer: ChangeAnswer;
  on: Day;
  chosen: number;
  sayings: readonly (Saying & { contractId: string })[];
  said: Pick<CensusSaying, 'source' | 'saidBy' | 'legalBasis' | 'note'>;
  /** All that was known of these contracts when they were judged, and still is: nothing is read again. */
  heard: readonly (Heard & { id: string })[];
  /** The emergency that says it. */
  crisisId?: string;
}

/** Writes one change: an event or an answer of each contract, the statuses folded again, the trace and what follows from it. */
export async function writeChange(
  ctx: Context & { tx: Tx },
  { answer, on, chosen, sayings, heard, said: { source, saidBy, legalBasis, note }, crisisId }: ChangeToWrite,
): Promise<string> {
  const { userId, membership } = speaker(ctx);
  const { structureId } = membership;
  const ids = sayings.map(({ contractId }) => contractId);
  const buyers = await buyersOf(ctx.tx, ids);
  const of = (contractId: string) => ({
    ...{ contractId, buyerId: buyers.get(contractId) ?? '', source, saidBy, recordedOn: ctx.today },
  });
  const events = sayings.flatMap((saying) =>
    saying.answer === 'no_change'
      ? []
      : [
          {
            ...of(saying.contractId),
            ...{ lotId: null, type: saying.answer, on: saying.on, endsOn: saying.endsOn },
            ...{ legalBasis, note, documentId: null, authorId: userId },
          },
        ],
  );
  const eventIds = await insertEvents(ctx.tx, events);
  const eventOf = new Map(events.map(({ contractId }, index) => [contractId, eventIds[index] ?? null]));
  const changeId = await insertChange(
    ctx.tx,
    { structureId, answer, onDay: on, chosen, kept: ids.length, source, saidBy, byUser: userId, crisisId },
    ids.map((contractId) => ({ ...of(contractId), eventId: eventOf.get(contractId) ?? null })),
  );
  const before = new Map(heard.map((contract) => [contract.id, contract]));
  const standings = sayings.map((saying) => {
    const known = before.get(saying.contractId) ?? { facts: [], confirmations: [] };
    return { id: saying.contractId, ...standingOn(withSaying(known, { ...saying, source }, ctx.today), ctx.today) };
  });
  await writeStandings(ctx.tx, standings);
  await recordAudit(ctx, {
    action: 'census.change',
    subjectKind: 'census_change',
    subjectId: changeId,
    facts: { answer, on, kept: ids.length, turned: chosen - ids.length },
  });
  await emit(ctx.tx, { type: 'census.changed', structureId, subjectId: changeId });
  return changeId;
}

/** What is known of a contract once this is said of it: an event comes after all that was recorded before. */
function withSaying(
  { facts, confirmations }: Heard,
  { answer, on, endsOn, source }: Saying & { source: ContractEventSource },
  today: Day,
): Heard {
  if (answer === 'no_change') return { facts, confirmations: [...confirmations, { source, recordedOn: today }] };
  return { facts: [...facts, { type: answer, on, endsOn, source, recordedOn: today }], confirmations };
}
