import type { Tx } from '@jonction/db/client';
import { readAbsences } from '@jonction/db/contract/absence';
import { readClauseHours } from '@jonction/db/contract/clause-hours';
import { type CorrectionRow, readCorrections } from '@jonction/db/contract/correct';
import { type ContractFactRow, ofLot, readConfirmations, readFacts, wholeContract } from '@jonction/db/contract/facts';
import { dueAsKnown } from '@jonction/db/contract/obligation';
import { type ClauseRow, type ContractRow, type LotRow, readClauses, readLots } from '@jonction/db/contract/show';
import { correctionsKnown, valueAsKnown } from '@jonction/domain/contract/as-known';
import { clauseGauge, type Gauge, noHours } from '@jonction/domain/contract/gauge';
import { lifeOf } from '@jonction/domain/contract/life';
import { type Standing, standingOf, standingOn, unknownSince } from '@jonction/domain/contract/standing';
import { type Day, earlier, endOfParisDay } from '@jonction/domain/shared/day';

/** A standing with the day since which nobody knows. */
export function shownStanding(standing: Standing, today: Day) {
  return { ...standing, unknownSince: unknownSince(standing, today) };
}

export function gaugeOf(
  clause: Pick<ClauseRow, 'dueHours' | 'startsOn' | 'endsOn'>,
  contract: { notifiedOn: Day | null; standing: Standing },
  hours: Parameters<typeof clauseGauge>[0]['hours'],
  day: Day,
): Gauge {
  const from = clause.startsOn ?? contract.notifiedOn;
  // The end of the contract moves with its amendments; the clause's own serves where the contract has none.
  const to = contract.standing.endsOn ?? clause.endsOn;
  return clauseGauge({
    dueHours: clause.dueHours,
    hours,
    period: from !== null && to !== null ? { from, to } : null,
    status: contract.standing.status,
    since: contract.standing.since,
    day,
  });
}

interface Asked {
  knownOn: Day;
  today: Day;
  structureId?: string;
}

/**
 * A contract with its lots, clauses, thread and corrections as known on a day, in eight statements whatever their number: what was
 * corrected later reads as before. `structureId`: the team whose words on lots without a clause are read; absent, every one's.
 */
export async function assemble(tx: Tx, shown: ContractRow, { knownOn, today, structureId }: Asked) {
  const corrections = await readCorrections(tx, shown.id);
  const contract = rowAsKnown(shown, corrections, knownOn);
  const facts = ((await readFacts(tx, [contract.id])).get(contract.id) ?? []).map((fact) =>
    fact.type === 'notify' && fact.lotId === null && contract.notifiedOn !== shown.notifiedOn
      ? { ...fact, on: contract.notifiedOn ?? fact.on }
      : fact,
  );
  const lots = (await readLots(tx, contract.id)).map((lot) => lotAsKnown(lot, corrections, knownOn));
  const written = await readClauses(tx, [contract.id]);
  const ids = written.map(({ id }) => id);
  const past = knownOn < today ? await dueAsKnown(tx, ids, endOfParisDay(knownOn)) : null;
  const clauses = written.map((clause) => ({ ...clause, ...past?.get(clause.id) }));
  const absences = await readAbsences(tx, contract.id, {
    structureId,
    knownAt: past ? endOfParisDay(knownOn) : undefined,
  });
  const hours = await readClauseHours(
    tx,
    clauses.map(({ id }) => id),
    knownOn >= today ? new Date() : endOfParisDay(knownOn),
  );
  const question = { asOf: knownOn, knownOn };
  const confirmations = (await readConfirmations(tx, [contract.id])).get(contract.id) ?? [];
  const standing = standingOn({ facts: wholeContract(facts), confirmations }, knownOn);
  return {
    contract,
    corrections: correctionsKnown(corrections, knownOn),
    standing: shownStanding(standing, earlier(knownOn, today)),
    moments: momentsOf(facts, knownOn),
    lots: lots.map((lot) => {
      const own = facts.some((fact) => fact.lotId === lot.id && fact.recordedOn <= knownOn);
      const lotStanding = own ? standingOf({ events: ofLot(facts, lot.id), ...question }) : standing;
      return {
        ...lot,
        absence: clauses.some((clause) => clause.lotId === lot.id) ? null : (absences.get(lot.id) ?? null),
        standing: own ? shownStanding(lotStanding, earlier(knownOn, today)) : null,
        clauses: clauses
          .filter((clause) => clause.lotId === lot.id)
          .map((clause) => ({
            ...clause,
            gauge: gaugeOf(
              clause,
              { notifiedOn: contract.notifiedOn, standing: lotStanding },
              hours.get(clause.id) ?? noHours,
              earlier(knownOn, today),
            ),
          })),
      };
    }),
  };
}

function rowAsKnown(row: ContractRow, corrections: readonly CorrectionRow[], knownOn: Day): ContractRow {
  const cpv = valueAsKnown({ now: row.cpv, field: 'cpv' }, corrections, knownOn);
  return {
    ...row,
    object: valueAsKnown({ now: row.object, field: 'object' }, corrections, knownOn),
    cpv,
    // The label read with the row is that of today's code.
    cpvLabel: cpv === row.cpv ? row.cpvLabel : null,
    placeCode: valueAsKnown({ now: row.placeCode, field: 'place_code' }, corrections, knownOn),
    placeName: valueAsKnown({ now: row.placeName, field: 'place_name' }, corrections, knownOn),
    amountCents: valueAsKnown({ now: row.amountCents, field: 'amount_cents' }, corrections, knownOn),
    notifiedOn: valueAsKnown({ now: row.notifiedOn, field: 'notified_on' }, corrections, knownOn),
  };
}

function lotAsKnown(lot: LotRow, corrections: readonly CorrectionRow[], knownOn: Day) {
  const of = { lotId: lot.id };
  const unchanged: string[] | null = null;
  return {
    ...lot,
    /** The names of its companies on a past day where they were corrected since; null: they are those of today. */
    holdersThen: valueAsKnown<string[] | null>({ ...of, now: unchanged, field: 'holders' }, corrections, knownOn),
    object: valueAsKnown({ ...of, now: lot.object, field: 'object' }, corrections, knownOn),
    amountCents: valueAsKnown({ ...of, now: lot.amountCents, field: 'amount_cents' }, corrections, knownOn),
  };
}

function momentsOf(facts: readonly ContractFactRow[], knownOn: Day) {
  return lifeOf(facts, knownOn).flatMap((step) => {
    const fact = facts[step.index];
    if (!fact) return [];
    return [
      {
        ...fact,
        id: fact.id ?? fact.key ?? String(step.index),
        accepted: step.accepted,
        statusAfter: step.after,
        allowed: [...step.allowed],
      },
    ];
  });
}
