import type { CrisisMeasure } from '@jonction/domain/crisis/regime';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';
import type { crisisMeasure } from './tables.ts';

export type NewMeasure = Omit<
  typeof crisisMeasure.$inferInsert,
  'id' | 'crisisId' | 'structureId' | 'recordedOn' | 'withdrawnOn'
>;

/** What an emergency does to its contracts. One statement whatever their number. */
export async function insertMeasures(
  tx: Tx,
  of: { crisisId: string; structureId: string; recordedOn: Day },
  measures: readonly NewMeasure[],
): Promise<void> {
  await tx.execute(sql`
    insert into crisis_measure (crisis_id, structure_id, recorded_on, contract_id, measure, legal_basis, change_id, exempt_from, exempt_to, ends_on)
    select ${of.crisisId}, ${of.structureId}, ${of.recordedOn}, "contractId", measure, "legalBasis", "changeId", "exemptFrom", "exemptTo", "endsOn"
    from jsonb_to_recordset(${JSON.stringify(measures)}::jsonb)
      as m ("contractId" uuid, measure text, "legalBasis" text, "changeId" uuid, "exemptFrom" date, "exemptTo" date, "endsOn" date)`);
}

export async function withdrawMeasures(tx: Tx, crisisId: string, today: Day): Promise<void> {
  await tx.execute(
    sql`update crisis_measure set withdrawn_on = ${today} where crisis_id = ${crisisId} and withdrawn_on is null`,
  );
}

export interface StandingMeasure {
  contractId: string;
  measure: CrisisMeasure;
  /** The event that it wrote, unless it was taken back since. */
  eventId: string | null;
}

/** What an emergency did and nobody took back, each with its event. One statement. */
export async function readStandingMeasures(tx: Tx, crisisId: string): Promise<StandingMeasure[]> {
  return rowsOf<StandingMeasure>(
    await tx.execute(sql`
      select m.contract_id as "contractId", m.measure, a.event_id as "eventId"
      from crisis_measure m
        left join census_answer a on a.change_id = m.change_id and a.contract_id = m.contract_id and a.withdrawn_on is null
      where m.crisis_id = ${crisisId} and m.withdrawn_on is null
      order by m.contract_id, m.measure`),
  );
}

/** The changes that an emergency made, the last one first. */
export async function readChanges(tx: Tx, crisisId: string): Promise<string[]> {
  const rows = rowsOf<{ id: string }>(
    await tx.execute(sql`select id from census_change where crisis_id = ${crisisId} order by at desc, id desc`),
  );
  return rows.map(({ id }) => id);
}

export interface MeasureOfContract {
  crisisId: string;
  title: string;
  measure: CrisisMeasure;
  legalBasis: string | null;
  exemptFrom: Day | null;
  exemptTo: Day | null;
  endsOn: Day | null;
  recordedOn: Day;
  /** The emergency is over, or was taken back, on that day. */
  endedOn: Day | null;
  withdrawnOn: Day | null;
}

/** What emergencies did to one contract, the last first. */
export async function listMeasuresOf(tx: Tx, contractId: string, structureId: string): Promise<MeasureOfContract[]> {
  return rowsOf<MeasureOfContract>(
    await tx.execute(sql`
      select m.crisis_id as "crisisId", c.title, m.measure, m.legal_basis as "legalBasis", m.exempt_from::text as "exemptFrom",
        least(m.exempt_to, case when m.exempt_from is not null then c.ended_on end)::text as "exemptTo", m.ends_on::text as "endsOn",
        m.recorded_on::text as "recordedOn", c.ended_on::text as "endedOn", m.withdrawn_on::text as "withdrawnOn"
      from crisis_measure m join crisis c on c.id = m.crisis_id
      where m.contract_id = ${contractId} and m.structure_id = ${structureId}
      order by c.applied_at desc, m.id`),
  );
}

export interface KnownEmergencies {
  /** Somebody said of this contract, under the ordonnance 2020-319, what is necessary and what is not. */
  ordonnanceSettled: boolean;
  ranges: { from: Day; to: Day | null }[];
}

/** The days that emergencies take out of the penalties of a contract, as known on a day. One statement. */
export async function readEmergencies(
  tx: Tx,
  { contractId, structureId, knownOn }: { contractId: string; structureId: string; knownOn: Day },
): Promise<KnownEmergencies> {
  const rows = rowsOf<{ measure: CrisisMeasure; regime: string; from: Day | null; to: Day | null }>(
    await tx.execute(sql`
      select m.measure, c.regime, m.exempt_from::text as "from",
        least(m.exempt_to, case when c.ended_said_on <= ${knownOn} then c.ended_on end)::text as "to"
      from crisis_measure m join crisis c on c.id = m.crisis_id
      where m.contract_id = ${contractId} and m.structure_id = ${structureId} and m.recorded_on <= ${knownOn}
        and coalesce(m.withdrawn_on > ${knownOn}, true) and m.measure in ('scope', 'no_penalty')
      order by m.exempt_from`),
  );
  return {
    ordonnanceSettled: rows.some(({ regime }) => regime === 'ordonnance_2020_319'),
    ranges: rows.flatMap(({ from, to }) => (from === null ? [] : [{ from, to }])),
  };
}
