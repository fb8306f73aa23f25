import type { Tx } from '@jonction/db/client';
import { refreshStanding } from '@jonction/db/contract/facts';
import { refreshWords } from '@jonction/db/contract/list';
import { fillContracts, keepListResults, type RowResult } from '@jonction/db/contract/listed';
import { registerOrganisations } from '@jonction/db/contract/register-organisations';
import { clause, contract, contractStructure, lot, lotHolder } from '@jonction/db/contract/tables';
import { insertEvents, saveClause } from '@jonction/db/contract/write';
import { listWaitingRows } from '@jonction/db/import/queries';
import { newId } from '@jonction/db/new-id';
import { paris2021Set } from '@jonction/domain/eligibility/categories';
import type { RowProblem } from '@jonction/domain/participant/import';
import type { Day } from '@jonction/domain/shared/day';
import { emit } from '../../outbox/emit.ts';
import type { PlacedContract } from './place-row.ts';
import { bodiesOf, placeRows, rowOf } from './place-rows.ts';

interface Of {
  tx: Tx;
  structureId: string;
  userId: string | null;
  today: Day;
}

/**
 * Enters the next rows of a list of contracts, in one transaction: contracts, results and progress are kept together or not at all, so
 * that a list cut anywhere goes on where it was. A fixed number of statements for all that is new. Answers how many rows got a result.
 */
export async function enterBatch(of: Of, runId: string, size: number): Promise<number> {
  const waiting = await listWaitingRows(of.tx, runId, size);
  if (waiting.length === 0) return 0;
  const read = waiting.map(({ cells }) => rowOf(cells));
  const rows = await placeRows(of, read, await registerOrganisations(of.tx, bodiesOf(read)));
  const results = waiting.map(({ record, problems }, index): RowResult => {
    const none = { record, subjectId: null, made: false };
    const row = rows[index];
    if (!row) return { ...none, outcome: 'rejected', problems: problems as RowProblem[] };
    const { one, placing } = row;
    const { outcome, problems: found } = placing;
    if (outcome === 'rejected') return { ...none, outcome, problems: found };
    return { record, subjectId: one.id, made: one.isNew, outcome, problems: found };
  });
  await write(of, [...new Set(rows.flatMap((row) => (row && row.placing.outcome !== 'rejected' ? [row.one] : [])))]);
  await keepListResults(of.tx, runId, results);
  return waiting.length;
}

async function write({ tx, structureId, userId, today }: Of, placed: readonly PlacedContract[]): Promise<void> {
  const touched = placed.filter(
    (one) => one.isNew || !one.attached || one.fills || one.events.length > 0 || changed(one),
  );
  const made = touched.filter(({ isNew }) => isNew);
  if (made.length > 0) {
    await tx.insert(contract).values(
      made.map(({ id, buyerId, reference, cpv, amountCents, notifiedOn, first }) => ({
        ...{ id, buyerId, reference, cpv, amountCents, notifiedOn, object: first.object, source: 'import' },
      })),
    );
  }
  const followed = touched.filter(({ attached }) => !attached).map(({ id }) => ({ contractId: id, structureId }));
  if (followed.length > 0) await tx.insert(contractStructure).values(followed).onConflictDoNothing();
  await fillContracts(
    tx,
    touched
      .filter(({ fills }) => fills)
      .map(({ id, first: { cpv, amountCents, notifiedOn, lot: number } }) => ({
        ...{ id, cpv, notifiedOn, amountCents: number === null ? amountCents : null },
      })),
  );
  const lots = touched.flatMap((one) =>
    one.lots.map((own) => ({ own, of: { contractId: one.id, buyerId: one.buyerId }, one })),
  );
  const newLots = lots.filter(({ own }) => own.isNew);
  if (newLots.length > 0) {
    await tx.insert(lot).values(
      newLots.map(({ own: { id, key, number, object, amountCents }, of }) => ({
        ...of,
        id,
        key,
        number,
        object,
        amountCents,
      })),
    );
  }
  const holders = lots.flatMap(({ own, of }) =>
    own.holderId === null ? [] : [{ ...of, lotId: own.id, organisationId: own.holderId, lead: true, shareBps: 10_000 }],
  );
  if (holders.length > 0) await tx.insert(lotHolder).values(holders);
  await insertEvents(
    tx,
    touched.flatMap((one) =>
      one.events.map((event) => ({
        ...{ ...event, contractId: one.id, buyerId: one.buyerId, lotId: null, recordedOn: today },
        ...{ source: 'import' as const, authorId: userId },
      })),
    ),
  );
  const clauses = lots.flatMap(({ own, of, one }) =>
    own.hours === null
      ? []
      : [
          {
            ...{
              ...of,
              structureId,
              lotId: own.id,
              targetMode: 'fixed' as const,
              dueHours: own.hours,
              createdBy: userId,
            },
            ...{
              targetInputs: { mode: 'fixed', hours: own.hours },
              categories: [{ ...paris2021Set, validFrom: null }],
            },
            ...{ startsOn: one.notifiedOn ?? one.first.notifiedOn, endsOn: one.first.endsOn, before: own.dueHours },
          },
        ],
  );
  const fresh = clauses
    .filter(({ before }) => before === null)
    .map(({ before: _, ...values }) => ({ id: newId(), ...values }));
  if (fresh.length > 0) await tx.insert(clause).values(fresh);
  for (const { before, ...values } of clauses) if (before !== null) await saveClause(tx, values);
  const ids = touched.map(({ id }) => id);
  await refreshWords(tx, ids);
  await refreshStanding(tx, ids, today);
  const moved = touched.filter(({ isNew, events }) => !isNew && events.length > 0);
  for (const { id } of moved) await emit(tx, { type: 'contract.event_recorded', structureId, subjectId: id });
}

function changed({ lots }: PlacedContract): boolean {
  return lots.some(({ isNew, holderId, hours }) => isNew || holderId !== null || hours !== null);
}
