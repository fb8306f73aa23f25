import { readClauseHours } from '@jonction/db/contract/clause-hours';
import { ofLot, readFacts } from '@jonction/db/contract/facts';
import { listWatchedClauses, recordRisks } from '@jonction/db/contract/risk';
import { noHours } from '@jonction/domain/contract/gauge';
import { standingOf } from '@jonction/domain/contract/standing';
import { type Day, parisDayOf } from '@jonction/domain/shared/day';
import { gaugeOf } from '../contract/assemble.ts';
import type { JobContext } from './start.ts';

const atOnce = 500;

/**
 * Looks each night at the forecast of every clause of a contract under way, and writes down those that came under what is due or came
 * back since it first looked: an alert is told when it changes, never because a day has gone by. A run is safe to repeat.
 */
export async function watchForecasts(
  { database, log }: Pick<JobContext, 'database' | 'log'>,
  today: Day = parisDayOf(new Date()),
): Promise<void> {
  let last = '00000000-0000-0000-0000-000000000000';
  let changed = 0;
  for (;;) {
    const { length, ...done } = await database.as({ kind: 'system' }, async (tx) => {
      const clauses = await listWatchedClauses(tx, last, atOnce);
      const facts = await readFacts(tx, [...new Set(clauses.map(({ contractId }) => contractId))]);
      const hours = await readClauseHours(
        tx,
        clauses.map(({ id }) => id),
      );
      const risks = clauses.flatMap((clause) => {
        const events = ofLot(facts.get(clause.contractId) ?? [], clause.lotId);
        const standing = standingOf({ events, asOf: today, knownOn: today });
        const { notifiedOn, dueHours, structureId } = clause;
        const gauge = gaugeOf(clause, { notifiedOn, standing }, hours.get(clause.id) ?? noHours, today);
        const { atRisk, forecastCentihours } = gauge;
        // Without dates, or before it starts, nothing is forecast: neither a risk nor the end of one.
        return forecastCentihours === null
          ? []
          : [{ clauseId: clause.id, structureId, atRisk, forecastCentihours, dueHours }];
      });
      const written = risks.length > 0 ? await recordRisks(tx, risks) : 0;
      return { length: clauses.length, written, last: clauses.at(-1)?.id ?? last };
    });
    changed += done.written;
    last = done.last;
    if (length < atOnce) break;
  }
  if (changed > 0) log.info({ changed }, 'forecasts that crossed what is due');
}
