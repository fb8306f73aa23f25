import type { Day } from '@jonction/domain/shared/day';
import type { SignatureSide } from '@jonction/domain/signature/request';
import type { SignatureState } from '@jonction/domain/signature/states';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { countedPage } from '../shared/counted-page.ts';
import { rowsOf } from '../shared/rows.ts';

const instant = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
const parisDay = (at: SQL) => sql`(${at} at time zone 'Europe/Paris')::date::text`;

/** Where each request stands on a day, with how many signed: the same fold as `signatureStateOf`, which a test compares. */
const standing = (today: Day, where: SQL) => sql`(
  select r.*, n.people, n.signed,
    case when n.withdrawn > 0 then 'withdrawn' when n.refused > 0 then 'refused' when n.signed = n.people then 'complete'
      when r.expires_on < ${today}::date then 'expired' else 'open' end as state
  from signature_request r cross join lateral (
    select (select count(*)::int from signature_signer s where s.request_id = r.id) as people,
      count(*) filter (where a.kind = 'signed')::int as signed, count(*) filter (where a.kind = 'refused')::int as refused,
      count(*) filter (where a.kind = 'withdrawn')::int as withdrawn
    from signature_act a where a.request_id = r.id) n
  where ${where})`;

export interface RequestRow {
  id: string;
  title: string;
  side: SignatureSide;
  employerName: string | null;
  askedByName: string | null;
  askedOn: Day;
  expiresOn: Day;
  state: SignatureState;
  people: number;
  signed: number;
}

const head = sql`select r.id, r.title, r.side, e.name as "employerName", u.name as "askedByName", ${parisDay(sql`r.asked_at`)} as "askedOn",
  r.expires_on::text as "expiresOn", r.state, r.people, r.signed`;
const named = sql`left join organisation e on e.id = r.employer_id left join "user" u on u.id = r.asked_by`;

/** Documents that a side asked to be signed, or of one company: those that wait first. One statement. */
export async function listRequests(
  tx: Tx,
  asked: {
    structureId: string;
    employerId: string | null;
    only: SignatureState | null;
    page: number;
    pageSize: number;
  },
  today: Day,
) {
  const { structureId, employerId, only } = asked;
  const where = sql`r.structure_id = ${structureId} and app.reads_signature(r.id) ${employerId ? sql`and r.employer_id = ${employerId}` : sql``}`;
  return countedPage(asked, async (limit, offset) =>
    rowsOf<RequestRow & { total: number }>(
      await tx.execute(sql`
        ${head}, count(*) over ()::int as total from ${standing(today, where)} r ${named}
        where ${only === null ? sql`true` : sql`r.state = ${only}`}
        order by array_position(array['open', 'expired'], r.state) nulls last, r.asked_at desc, r.id limit ${limit} offset ${offset}`),
    ),
  );
}

export interface OwnRow extends RequestRow {
  signerId: string;
}

/** What waits for the signature of whoever is signed in, at her own address: the first to end first. One statement. */
export async function listToSign(tx: Tx, structureId: string, today: Day): Promise<OwnRow[]> {
  const where = sql`r.structure_id = ${structureId} and app.is_named_in(r.id)`;
  return rowsOf<OwnRow>(
    await tx.execute(sql`
      ${head}, s.id as "signerId" from ${standing(today, where)} r ${named}
      join signature_signer s on s.request_id = r.id and s.address = app.own_address()
      where r.state = 'open' and not exists (select 1 from signature_act a where a.signer_id = s.id and a.kind in ('signed', 'refused'))
      order by r.expires_on, r.id limit 200`),
  );
}

export interface SignerRow {
  id: string;
  name: string;
  quality: string | null;
  address: string;
  letters: number;
  lastLetterOn: Day | null;
  openedAt: string | null;
  answer: 'signed' | 'refused' | null;
  answeredAt: string | null;
  typedName: string | null;
  reason: string | null;
  codeSentAt: string | null;
}

export interface RequestDetail extends RequestRow {
  structureId: string;
  structureName: string;
  structurePhone: string | null;
  employerId: string | null;
  itemId: string | null;
  note: string | null;
  fileId: string;
  fileName: string;
  fileSha256: string;
  sizeBytes: number;
  pages: number;
  sentence: string;
  askedAt: string;
  /** Of hers who asked; where to tell her what became of it. */
  askedByAddress: string | null;
  mayChange: boolean;
  end: { at: string; reason: string } | null;
  proof: { factsSha256: string; issuedAt: string } | null;
  signers: SignerRow[];
}

/** One request with everybody who is named, as whoever asks may read it. One statement. */
export async function findRequest(tx: Tx, id: string, today: Day): Promise<RequestDetail | null> {
  const [row] = rowsOf<RequestDetail>(
    await tx.execute(sql`
      ${head}, r.structure_id as "structureId", o.name as "structureName", o.phone as "structurePhone", r.employer_id as "employerId",
        r.item_id as "itemId", r.note, r.file_id as "fileId", f.name as "fileName", r.file_sha256 as "fileSha256",
        f.size_bytes as "sizeBytes", r.pages, r.sentence, ${instant('r.asked_at')} as "askedAt", u.email as "askedByAddress",
        app.asks_signature(r.id) as "mayChange",
        (select json_build_object('at', ${instant('a.at')}, 'reason', a.reason) from signature_act a
          where a.request_id = r.id and a.kind = 'withdrawn') as "end",
        (select json_build_object('factsSha256', p.facts_sha256, 'issuedAt', ${instant('p.issued_at')}) from signature_proof p
          where p.request_id = r.id) as proof,
        (select json_agg(json_build_object('id', s.id, 'name', s.name, 'quality', s.quality, 'address', s.address,
            'letters', coalesce(l.letters, 0), 'lastLetterOn', l.last, 'openedAt', a.opened, 'answer', a.answer, 'answeredAt', a.answered,
            'typedName', a.typed, 'reason', a.reason, 'codeSentAt', a.code_sent) order by s.ordinal)
          from signature_signer s
          left join lateral (select count(*) filter (where news <> 'account')::int as letters,
              ${parisDay(sql`max(sent_at) filter (where news in ('asked', 'reminded'))`)} as last
            from signature_letter where signer_id = s.id) l on true
          left join lateral (select ${instant("min(d.at) filter (where d.kind = 'opened')")} as opened,
              max(d.kind) filter (where d.kind in ('signed', 'refused')) as answer,
              ${instant("max(d.at) filter (where d.kind in ('signed', 'refused'))")} as answered, max(d.typed_name) as typed, max(d.reason) as reason,
              ${instant('max(d.code_sent_at)')} as code_sent
            from signature_act d where d.signer_id = s.id) a on true
          where s.request_id = r.id) as signers
      from ${standing(today, sql`r.id = ${id}`)} r ${named}
      left join organisation o on o.id = r.structure_id left join stored_file f on f.id = r.file_id`),
  );
  return row ?? null;
}

/** Held until the end of what is done with it: two people who sign at once are one after the other. */
export async function lockRequest(tx: Tx, id: string, today: Day): Promise<RequestDetail | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('signature:' || ${id}, 0))`);
  return findRequest(tx, id, today);
}

export interface SignatureDoor {
  signerId: string;
  requestId: string;
  structureId: string;
  structureName: string;
  structurePhone: string | null;
  employerName: string | null;
  side: SignatureSide;
  askedByName: string;
}

/** The door of a letter's link, null when it is dead. */
export async function findSignatureDoor(tx: Tx, hash: string): Promise<SignatureDoor | null> {
  const [row] = rowsOf<SignatureDoor>(
    await tx.execute(sql`
      select signer_id as "signerId", request_id as "requestId", structure_id as "structureId", structure_name as "structureName",
        structure_phone as "structurePhone", employer_name as "employerName", side, asked_by_name as "askedByName"
      from app.find_signature_link(${hash})`),
  );
  return row ?? null;
}

/** Codes of the last hour, and the last one of all. */
export async function listCodes(tx: Tx, signerId: string) {
  return rowsOf<{ id: string; codeHash: string; sentAt: string; tries: number; used: boolean }>(
    await tx.execute(sql`
      select id, code_hash as "codeHash", ${instant('sent_at')} as "sentAt", tries, used_at is not null as used
      from signature_code where signer_id = ${signerId} order by sent_at desc, id desc limit 20`),
  );
}

export interface AwaitedSigner {
  structureId: string;
  requestId: string;
  signerId: string;
  askedOn: Day;
  expiresOn: Day;
  lastLetterOn: Day | null;
  address: string;
  lastToAddressOn: Day | null;
}

/** People who have not answered an open request, with when their address was last written to. One statement. */
export async function listAwaitedSigners(tx: Tx, today: Day, requestId?: string): Promise<AwaitedSigner[]> {
  const where = requestId ? sql`r.id = ${requestId}` : sql`r.expires_on >= ${today}::date`;
  return rowsOf<AwaitedSigner>(
    await tx.execute(sql`
      select r.structure_id as "structureId", r.id as "requestId", s.id as "signerId", ${parisDay(sql`r.asked_at`)} as "askedOn", r.expires_on::text as "expiresOn",
        (select ${parisDay(sql`max(l.sent_at)`)} from signature_letter l where l.signer_id = s.id and l.news in ('asked', 'reminded')) as "lastLetterOn",
        s.address, ${parisDay(sql`greatest(app.last_reminder(s.address), app.last_question(s.address))`)} as "lastToAddressOn"
      from ${standing(today, where)} r join signature_signer s on s.request_id = r.id
      where r.state = 'open' and not exists (select 1 from signature_act a where a.signer_id = s.id and a.kind in ('signed', 'refused'))
      order by r.id, s.ordinal limit 5000`),
  );
}

/** The proof of a request, as whoever asks may read it. */
export async function findProof(tx: Tx, requestId: string) {
  const [row] = rowsOf<{ facts: unknown; factsSha256: string; issuedAt: string }>(
    await tx.execute(sql`
      select facts, facts_sha256 as "factsSha256", ${instant('issued_at')} as "issuedAt" from signature_proof where request_id = ${requestId}`),
  );
  return row ?? null;
}

/** A proof by the hash of the code that is printed on it, for anybody. */
export async function findProofByCode(tx: Tx, codeHash: string) {
  const [row] = rowsOf<{ requestId: string; facts: unknown; factsSha256: string; issuedAt: string }>(
    await tx.execute(sql`
      select request_id as "requestId", facts, facts_sha256 as "factsSha256", ${instant('issued_at')} as "issuedAt"
      from app.find_signature_proof(${codeHash})`),
  );
  return row ?? null;
}

/** What a request is about, beside a file that was brought. */
export type SignatureSubject = 'item' | 'transfer' | 'document';

/** How papers, transfers or issued documents stand with those who are to sign them: by its id, the last request of each. */
export async function listSignaturesOf(tx: Tx, subject: SignatureSubject, subjectIds: readonly string[], today: Day) {
  if (subjectIds.length === 0) return new Map<string, SignatureOf>();
  const column = sql.raw(`r.${subject}_id`);
  const rows = rowsOf<{ subjectId: string } & SignatureOf>(
    await tx.execute(sql`
      select distinct on (${column}) ${column} as "subjectId", r.id as "requestId", r.state, r.people, r.signed
      from ${standing(today, sql`${column} = any(${sql.param([...subjectIds])}::uuid[])`)} r
      order by ${column}, r.asked_at desc, r.id desc`),
  );
  return new Map(rows.map(({ subjectId, ...signature }) => [subjectId, signature]));
}

export interface SignatureOf {
  requestId: string;
  state: SignatureState;
  people: number;
  signed: number;
}

/** Whether whoever is signed in holds the file that she asks to be signed. */
export async function mayAskSignature(
  tx: Tx,
  asked: { fileId: string; sha256: string; itemId: string | null; employerId: string | null },
): Promise<boolean> {
  const { fileId, sha256, itemId, employerId } = asked;
  const [row] = rowsOf<{ may: boolean }>(
    await tx.execute(
      sql`select app.may_ask_signature(${fileId}::uuid, ${sha256}, ${itemId}::uuid, ${employerId}::uuid) as may`,
    ),
  );
  return row?.may ?? false;
}

/** Somebody named at the address of whoever is signed in. */
export async function findOwnSigner(tx: Tx, signerId: string) {
  const [row] = rowsOf<{ id: string; requestId: string; structureId: string; name: string; address: string }>(
    await tx.execute(sql`
      select id, request_id as "requestId", structure_id as "structureId", name, address
      from signature_signer where id = ${signerId} and address = app.own_address()`),
  );
  return row ?? null;
}

/** Who was told already of the end of a request. */
export async function listToldOf(tx: Tx, requestId: string, news: string) {
  const [row] = rowsOf<{ signerIds: string[]; asker: boolean }>(
    await tx.execute(sql`
      select coalesce((select json_agg(signer_id) from signature_letter where request_id = ${requestId} and news = ${news}), '[]') as "signerIds",
        exists (select 1 from message where about_kind = 'signature_request' and about_id = ${requestId}) as asker`),
  );
  return row ?? { signerIds: [], asker: false };
}
