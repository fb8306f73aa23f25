import type { LegalScope } from '@jonction/domain/legal/scope';
import type { Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import { answeringAddress } from '../census/campaign.ts';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

/** A version as its readers see it. */
export interface TextRow {
  id: string;
  textId: string;
  structureId: string;
  version: number;
  title: string;
  source: string;
  summary: string;
  url: string | null;
  fileId: string | null;
  fileName: string | null;
  validFrom: Day;
  validTo: Day | null;
  scope: LegalScope;
  scopeWords: string | null;
  scopeBuyerId: string | null;
  scopeBuyerName: string | null;
  savedOn: Day;
  savedByName: string | null;
}

const parisDay = (at: SQL) => sql`(${at} at time zone 'Europe/Paris')::date::text`;
const textColumns = sql`v.id, v.text_id as "textId", v.structure_id as "structureId", v.version, v.title, v.source, v.summary, v.url, v.file_id as "fileId",
  v.file_name as "fileName", v.valid_from::text as "validFrom", v.valid_to::text as "validTo", v.scope_level as scope,
  v.scope_words as "scopeWords", v.scope_buyer_id as "scopeBuyerId", b.name as "scopeBuyerName",
  ${parisDay(sql`v.saved_at`)} as "savedOn", u.name as "savedByName"`;
const textTables = sql`legal_text_version v left join organisation b on b.id = v.scope_buyer_id left join "user" u on u.id = v.saved_by`;
const latest = sql`not exists (select 1 from legal_text_version w where w.text_id = v.text_id and w.version > v.version)`;

/** The texts of a team as they stand now, the latest first, with how many buyers were written to and how many opened. One statement. */
export async function listTexts(
  tx: Tx,
  structureId: string,
  { words }: { words: string },
): Promise<(TextRow & { code: string | null; sent: number; opened: number })[]> {
  const found = words
    .split(/\s+/)
    .filter(Boolean)
    .map(
      (word) =>
        sql`app.plain(v.title || ' ' || v.source || ' ' || v.summary || ' ' || coalesce(v.scope_words, '') || ' ' || coalesce(b.name, ''))
          like '%' || app.like_literal(app.plain(${word})) || '%'`,
    );
  return rowsOf(
    await tx.execute(sql`
      select ${textColumns}, t.code,
        (select count(distinct l.buyer_id)::int from legal_letter l where l.text_id = v.text_id) as sent,
        (select count(distinct o.buyer_id)::int from legal_opening o where o.text_id = v.text_id) as opened
      from ${textTables} join legal_text t on t.id = v.text_id
      where ${sql.join([sql`v.structure_id = ${structureId}`, latest, ...found], sql` and `)}
      order by v.valid_from desc, v.title collate "fr-x-icu", v.id limit 500`),
  );
}

/** Every version of a text, the latest first. */
export async function listVersions(tx: Tx, textId: string): Promise<TextRow[]> {
  return rowsOf(
    await tx.execute(sql`select ${textColumns} from ${textTables} where v.text_id = ${textId} order by v.version desc`),
  );
}

export async function findVersion(tx: Tx, versionId: string): Promise<TextRow | null> {
  const rows = rowsOf<TextRow>(
    await tx.execute(sql`select ${textColumns} from ${textTables} where v.id = ${versionId}`),
  );
  return rows[0] ?? null;
}

/** The file of a version that its reader may read: where its bytes are. */
export async function findFileOf(tx: Tx, versionId: string): Promise<{ sha256: string; name: string } | null> {
  const rows = rowsOf<{ sha256: string; name: string }>(
    await tx.execute(sql`select file_sha256 as sha256, file_name as name from legal_text_version
      where id = ${versionId} and file_sha256 is not null`),
  );
  return rows[0] ?? null;
}

export interface BuyerOfText {
  buyerId: string;
  name: string;
  /** Who would be written to now; null: nobody is known. */
  address: string | null;
  contactName: string | null;
  letters: number;
  lastLetterOn: Day | null;
  /** What became of the last letter. */
  outcome: string | null;
  openedOn: Day | null;
  openedVersion: number | null;
  /** With an account; a link's holder is known by the address that it was sent to. */
  openedBy: string | null;
}

/** The buyers whose contracts a team follows, and those it wrote to already: where each stands with a text. One statement. */
export async function listBuyersOf(tx: Tx, structureId: string, textId: string): Promise<BuyerOfText[]> {
  return rowsOf(
    await tx.execute(sql`
      with g as materialized (
        select ${structureId}::uuid as structure_id, buyer_id, null::uuid as directorate_id from (
          select c.buyer_id from contract_structure s join contract c on c.id = s.contract_id where s.structure_id = ${structureId}
          union select l.buyer_id from legal_letter l where l.text_id = ${textId}) known)
      select g.buyer_id as "buyerId", b.name, k.email as address, k.name as "contactName", coalesce(l.letters, 0) as letters,
        l.last::text as "lastLetterOn", l.outcome, ${parisDay(sql`o.opened_at`)} as "openedOn", o.version as "openedVersion", o.by as "openedBy"
      from g join organisation b on b.id = g.buyer_id
        left join ${answeringAddress} k on true
        left join lateral (
          select count(*)::int as letters, max(x.sent_on) as last,
            (array_agg(case when m.returned_for is not null then 'returned' else m.status::text end order by x.sent_at desc))[1] as outcome
          from legal_letter x left join message m on m.id = x.message_id
          where x.text_id = ${textId} and x.buyer_id = g.buyer_id) l on true
        left join lateral (
          select p.opened_at, v.version, coalesce(u.name, x.to_name, x.address) as by
          from legal_opening p join legal_text_version v on v.id = p.version_id
            left join "user" u on u.id = p.user_id left join legal_letter x on x.id = p.letter_id
          where p.text_id = ${textId} and p.buyer_id = g.buyer_id order by v.version desc, p.opened_at limit 1) o on true
      order by b.name collate "fr-x-icu", g.buyer_id`),
  );
}

export interface LegalDoor {
  id: string;
  versionId: string;
  textId: string;
  structureId: string;
  buyerId: string;
  structureName: string;
  structurePhone: string | null;
  buyerName: string;
}

/** The link of a letter, by the hash of its token; undefined once it is over. */
export async function findLegalDoor(tx: Tx, hash: string): Promise<LegalDoor | undefined> {
  const [row] = rowsOf<LegalDoor>(
    await tx.execute(sql`select id, version_id as "versionId", text_id as "textId", structure_id as "structureId", buyer_id as "buyerId",
      structure_name as "structureName", structure_phone as "structurePhone", buyer_name as "buyerName" from app.find_legal_link(${hash})`),
  );
  return row;
}

/** The button of a link was pressed: kept once. */
export async function openLegalLink(tx: Tx, hash: string): Promise<void> {
  await tx.execute(sql`select app.open_legal_link(${hash})`);
}

/** What the buyer who speaks was written about, as it stands now, and when it opened that version itself. One statement. */
export async function listReceived(
  tx: Tx,
  buyerId: string,
): Promise<(TextRow & { structureName: string; openedOn: Day | null })[]> {
  return rowsOf(
    await tx.execute(sql`
      select ${textColumns}, s.name as "structureName",
        (select ${parisDay(sql`min(o.opened_at)`)} from legal_opening o where o.version_id = v.id and o.buyer_id = ${buyerId}) as "openedOn"
      from ${textTables} join organisation s on s.id = v.structure_id
      where v.text_id = any (app.received_texts()) and ${latest}
      order by v.valid_from desc, v.title collate "fr-x-icu", v.id`),
  );
}

/** The buyers whose contracts a team follows. */
export async function listFollowedBuyers(tx: Tx, structureId: string): Promise<{ buyerId: string; name: string }[]> {
  return rowsOf(
    await tx.execute(sql`
      select b.id as "buyerId", b.name from organisation b
      where b.id in (select c.buyer_id from contract_structure s join contract c on c.id = s.contract_id where s.structure_id = ${structureId})
      order by b.name collate "fr-x-icu", b.id`),
  );
}
