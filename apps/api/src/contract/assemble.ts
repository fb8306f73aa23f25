import type { Tx } from '@jonction/db/client';
import { readClauseHours } from '@jonction/db/contract/clause-hours';
import { type ContractFactRow, ofLot, readFacts, wholeContract } from '@jonction/db/contract/facts';
import { type ClauseRow, type ContractRow, readClauses, readLots } from '@jonction/db/contract/show';
import { clauseGauge, type Gauge, noHours } from '@jonction/domain/contract/gauge';
import { lifeOf } from '@jonction/domain/contract/life';
import { type Standing, standingOf, unknownSince } from '@jonction/domain/contract/standing';
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

/** The lots, clauses and thread of a contract as known on a day, in five statements whatever their number. */
export async function assemble(tx: Tx, contract: ContractRow, knownOn: Day, today: Day) {
  const facts = (await readFacts(tx, [contract.id])).get(contract.id) ?? [];
  const lots = await readLots(tx, contract.id);
  const clauses = await readClauses(tx, [contract.id]);
  const hours = await readClauseHours(
    tx,
    clauses.map(({ id }) => id),
    knownOn >= today ? new Date() : endOfParisDay(knownOn),
  );
  const question = { asOf: knownOn, knownOn };
  const standing = standingOf({ events: wholeContract(facts), ...question });
  return {
    standing: shownStanding(standing, earlier(knownOn, today)),
    moments: momentsOf(facts, knownOn),
    lots: lots.map((lot) => {
      const own = facts.some((fact) => fact.lotId === lot.id && fact.recordedOn <= knownOn);
      const lotStanding = own ? standingOf({ events: ofLot(facts, lot.id), ...question }) : standing;
      return {
        ...lot,
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
