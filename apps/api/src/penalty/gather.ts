import type { Tx } from '@jonction/db/client';
import { ofLot, readFacts } from '@jonction/db/contract/facts';
import { findContract } from '@jonction/db/contract/show';
import { clause } from '@jonction/db/contract/tables';
import { readEmergencies } from '@jonction/db/crisis/measures';
import { type DocumentHoursRow, readDocumentHours } from '@jonction/db/report/document-hours';
import { calculatePenalty } from '@jonction/domain/penalty/calculate';
import { exemptionsOf } from '@jonction/domain/penalty/exempt';
import { type PenaltyFacts, type PenaltyHours, pseudonymise } from '@jonction/domain/penalty/penalty-facts';
import { type Day, endOfParisDay } from '@jonction/domain/shared/day';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { assemble } from '../contract/assemble.ts';
import { found, Refuse, settle } from '../refuse.ts';
import { structureOf } from '../speaker.ts';

export interface PenaltyAsked {
  clauseId: string;
  knownOn?: Day | null | undefined;
  /** The day of the formal notice, and the day to which a proof or report is late. */
  noticeOn?: Day | null | undefined;
  untilOn?: Day | null | undefined;
}

/** Everything a proposal rests on, as known on a day, and what it comes to. Nothing of it names anybody. */
export async function gatherPenalty(ctx: Context & { tx: Tx }, asked: PenaltyAsked) {
  const { tx, today } = ctx;
  const knownOn = asked.knownOn ?? today;
  const late = asked.noticeOn ? { noticeOn: asked.noticeOn, untilOn: asked.untilOn ?? knownOn } : null;
  for (const day of [knownOn, late?.untilOn ?? knownOn]) {
    if (day > today) throw new Refuse('penalty.day_in_future', { day }, day === knownOn ? 'knownOn' : 'untilOn');
  }
  const structureId = structureOf(ctx);
  const [row] = await tx.select({ contractId: clause.contractId }).from(clause).where(eq(clause.id, asked.clauseId));
  const { contractId } = found(row, 'penalty.clause_not_found');
  const contract = found(await findContract(tx, contractId, structureId), 'penalty.clause_not_found');
  const assembled = await assemble(tx, contract, { knownOn, today, structureId });
  const lot = assembled.lots.find(({ clauses }) => clauses.some(({ id }) => id === asked.clauseId));
  const own = found(
    lot?.clauses.find(({ id }) => id === asked.clauseId),
    'penalty.clause_not_found',
  );
  if (!lot || own.structureId !== structureId) throw new Refuse('penalty.clause_not_found');
  const facts = ofLot((await readFacts(tx, [contractId])).get(contractId) ?? [], lot.id);
  const standing = lot.standing ?? assembled.standing;
  const { ranges: emergencies, ordonnanceSettled } = await readEmergencies(tx, { contractId, structureId, knownOn });
  const exemptions = exemptionsOf(facts, {
    ...{ knownOn, emergencies, ordonnanceSettled },
    runsFrom: own.startsOn ?? assembled.contract.notifiedOn,
    runsTo: standing.endsOn ?? own.endsOn,
  });
  const { terms, input, proposal } = settle(
    calculatePenalty({
      terms: own.penalty,
      dueHours: own.gauge.dueHours,
      validatedCentihours: own.gauge.validatedCentihours,
      late,
      exemptions,
      day: late?.untilOn ?? knownOn,
      baseCents: lot.amountCents ?? assembled.contract.amountCents,
    }),
  );
  const hours = await hoursOf(ctx, { contractId, clauseId: asked.clauseId, structureId, knownOn });
  const { number, reference, object, buyerName } = assembled.contract;
  const frozen: PenaltyFacts = {
    ...hours,
    structureName: own.structureName,
    knownOn,
    contract: { number, reference, object, buyerName, holderNames: lot.holders.map(({ name }) => name) },
    lot: { number: lot.number, object: lot.object },
    dueHours: own.gauge.dueHours,
    terms,
    events: facts
      .filter((fact) => fact.recordedOn <= knownOn)
      .map(({ type, on, recordedOn, source }) => ({ type, on, recordedOn, source })),
    exemptions,
    input,
    proposal,
  };
  return { contractId, buyerId: contract.buyerId, late, facts: frozen };
}

/** The hours of a clause to a day, by month, and by pseudonym and month. */
async function hoursOf(
  { tx, today }: Context & { tx: Tx },
  { clauseId, knownOn, ...of }: { contractId: string; clauseId: string; structureId: string; knownOn: Day },
) {
  const all = await readDocumentHours(tx, {
    ...of,
    employerId: null,
    participantId: null,
    from: '0001-01-01',
    to: '9999-12-31',
    knownAt: knownOn === today ? new Date() : endOfParisDay(knownOn),
  });
  const rows = all.filter((row) => row.clauseId === clauseId);
  const keyed = Map.groupBy(rows, ({ placementId, month }) => `${placementId} ${month}`);
  const byPerson = [...keyed.values()]
    .map((group) => ({ personKey: group[0]?.placementId ?? '', month: group[0]?.month ?? '', hours: sumOf(group) }))
    .sort((a, b) => (`${a.personKey} ${a.month}` < `${b.personKey} ${b.month}` ? -1 : 1));
  const months = [...Map.groupBy(rows, ({ month }) => month)].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    hours: sumOf(rows),
    months: months.map(([month, group]) => ({ month, hours: sumOf(group) })),
    people: pseudonymise(byPerson),
  };
}

function sumOf(rows: readonly DocumentHoursRow[]): PenaltyHours {
  const sum = { declared: 0, validated: 0, pending: 0, rejected: 0 };
  for (const { status, centihours } of rows) {
    sum.declared += centihours;
    sum[status] += centihours;
  }
  return sum;
}
