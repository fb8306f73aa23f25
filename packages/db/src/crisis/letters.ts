import type { CrisisReceiver } from '@jonction/domain/crisis/cadence';
import { type SQL, sql } from 'drizzle-orm';
import { answeringAddress } from '../census/campaign.ts';
import type { Tx } from '../client.ts';
import { declaringAddress } from '../hours/late.ts';
import { rowsOf } from '../shared/rows.ts';

export interface Receiver {
  organisationId: string;
  name: string;
  receiver: CrisisReceiver;
  address: string | null;
  contactName: string | null;
  contractIds: string[];
}

/** Who is told of what happens to some contracts: their buyers, or the companies that hold them, each once. One statement. */
export async function listReceivers(
  tx: Tx,
  structureId: string,
  receiver: CrisisReceiver,
  contractIds: readonly string[],
): Promise<Receiver[]> {
  const ids = sql`${sql.param([...contractIds])}::uuid[]`;
  const whose =
    receiver === 'buyer'
      ? sql`select c.buyer_id as organisation_id, c.id as contract_id from contract c where c.id = any (${ids})`
      : sql`select distinct h.organisation_id, h.contract_id from lot_holder h where h.contract_id = any (${ids})`;
  return rowsOf<Receiver>(
    await tx.execute(sql`
      with told as (${whose}),
      g as materialized (select ${structureId}::uuid as structure_id, organisation_id as buyer_id, organisation_id as employer_id,
        null::uuid as directorate_id, array_agg(contract_id order by contract_id) as contract_ids from told group by organisation_id)
      select g.buyer_id as "organisationId", o.name, ${receiver} as receiver, k.email as address, k.name as "contactName",
        g.contract_ids as "contractIds"
      from g join organisation o on o.id = g.buyer_id
        left join ${receiver === 'buyer' ? answeringAddress : declaringAddress} k on true
      order by o.name collate "fr-x-icu", g.buyer_id`),
  );
}

export interface NewCrisisLetter {
  organisationId: string;
  receiver: CrisisReceiver;
  address: string;
  contactName: string | null;
  contractIds: string[];
}

/** Letters to be written by a job, one to an organisation at each moment. One statement. */
export async function insertLetters(
  tx: Tx,
  of: { crisisId: string; structureId: string; moment: 'begin' | 'end'; body: string; sentBy: string },
  letters: readonly NewCrisisLetter[],
): Promise<void> {
  await tx.execute(sql`
    insert into crisis_letter (crisis_id, structure_id, moment, body, sent_by, organisation_id, receiver, address, contact_name, contract_ids)
    select ${of.crisisId}, ${of.structureId}, ${of.moment}, ${of.body}, ${of.sentBy}, "organisationId", receiver, address, "contactName",
      array(select jsonb_array_elements_text("contractIds")::uuid)
    from jsonb_to_recordset(${JSON.stringify(letters)}::jsonb)
      as l ("organisationId" uuid, receiver text, address text, "contactName" text, "contractIds" jsonb)
    on conflict do nothing`);
}

export interface LetterToWrite {
  id: string;
  structureId: string;
  organisationName: string;
  address: string;
  contactName: string | null;
  moment: 'begin' | 'end';
  body: string;
  title: string;
  structureName: string;
  structurePhone: string | null;
  senderName: string;
  contracts: {
    reference: string;
    object: string;
    measures: { measure: string; legalBasis: string | null; endsOn: string | null }[];
  }[];
}

/** The next letters to write, with what happens to each of their contracts, the first first; locked until they are written. */
export async function nextLetters(tx: Tx, crisisId: string, most: number): Promise<LetterToWrite[]> {
  return readLetters(tx, sql`l.crisis_id = ${crisisId} and l.written_at is null and l.dropped_at is null`, most);
}

async function readLetters(tx: Tx, which: SQL, most: number): Promise<LetterToWrite[]> {
  return rowsOf<LetterToWrite>(
    await tx.execute(sql`
      with next as materialized (select * from crisis_letter l where ${which} order by l.id limit ${most} for update skip locked)
      select l.id, l.structure_id as "structureId", o.name as "organisationName", l.address, l.contact_name as "contactName", l.moment,
        l.body, c.title, s.name as "structureName", s.phone as "structurePhone", u.name as "senderName",
        coalesce((select jsonb_agg(jsonb_build_object('reference', k.reference, 'object', k.object, 'measures', coalesce((
            select jsonb_agg(jsonb_build_object('measure', m.measure, 'legalBasis', m.legal_basis, 'endsOn', m.ends_on) order by m.id)
            from crisis_measure m where m.crisis_id = l.crisis_id and m.contract_id = k.id and m.withdrawn_on is null), '[]')) order by k.number)
          from contract k where k.id = any (l.contract_ids)), '[]') as contracts
      from next l join crisis c on c.id = l.crisis_id join organisation o on o.id = l.organisation_id
        join organisation s on s.id = l.structure_id join "user" u on u.id = l.sent_by
      order by l.id`),
  );
}

export async function markWritten(tx: Tx, letterId: string, messageId: string): Promise<void> {
  await tx.execute(sql`update crisis_letter set message_id = ${messageId}, written_at = now() where id = ${letterId}`);
}

/** Letters that were not written yet never are; answers how many. */
export async function dropLetters(tx: Tx, crisisId: string): Promise<number> {
  const rows = rowsOf<{ id: string }>(
    await tx.execute(sql`update crisis_letter set dropped_at = now()
      where crisis_id = ${crisisId} and written_at is null and dropped_at is null returning id`),
  );
  return rows.length;
}

export interface LetterCount {
  receiver: CrisisReceiver;
  moment: 'begin' | 'end';
  planned: number;
  written: number;
  dropped: number;
}

export async function countLetters(tx: Tx, crisisId: string): Promise<LetterCount[]> {
  return rowsOf<LetterCount>(
    await tx.execute(sql`
      select receiver, moment, count(*)::int as planned, count(written_at)::int as written, count(dropped_at)::int as dropped
      from crisis_letter where crisis_id = ${crisisId} group by receiver, moment order by moment, receiver`),
  );
}
