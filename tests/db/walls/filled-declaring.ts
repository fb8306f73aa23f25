import type postgres from 'postgres';

interface Declared {
  /** The structure, the company, the line, somebody of the team. */
  s: string;
  e: string;
  line: string;
  placement: string;
  contract: string;
  clause: string;
  user: string;
}

/** A row in every table of what goes with declared hours: papers, contests, months that miss. */
export async function fillDeclaring(
  sql: postgres.Sql,
  { s, e, line, placement, contract, clause, user }: Declared,
): Promise<void> {
  const [file] = await sql<{ id: string }[]>`
    insert into stored_file (structure_id, sha256, size_bytes, media, name, purpose, uploaded_by)
    values (${s}, 'y', 1, 'application/pdf', 'paie.pdf', 'paper', ${user}) returning id`;
  await sql`insert into hour_paper (structure_id, line_id, employer_id, kind, file_id, side, brought_by)
    values (${s}, ${line}, ${e}, 'payslip', ${file?.id ?? ''}, 'team', ${user})`;
  const [contest] = await sql<{ id: string }[]>`
    insert into hour_contest (structure_id, line_id, employer_id, side, opened_by)
    values (${s}, ${line}, ${e}, 'team', ${user}) returning id`;
  await sql`insert into hour_contest_word (structure_id, contest_id, employer_id, side, said_by, body)
    values (${s}, ${contest?.id ?? ''}, ${e}, 'team', ${user}, 'à revoir')`;
  await sql`insert into hour_none (placement_id, month, structure_id, employer_id) values (${placement}, '2026-05-01', ${s}, ${e})`;
  await sql`insert into hour_reminder (structure_id, employer_id, kind, period, rung, address, token_hash, expires_at)
    values (${s}, ${e}, 'month', '2026-05-01', 1, 'rh@exemple.test', ${`heures ${s}`}, now() + interval '1 day')`;
  await sql`insert into hour_quarter_answer (structure_id, employer_id, quarter, centihours) values (${s}, ${e}, '2026-01-01', 700)`;
  await sql`insert into hour_difficulty (structure_id, employer_id, contract_id, kind, body, told_by)
    values (${s}, ${e}, ${contract}, 'departure', 'Un départ', ${user})`;
  await sql`insert into hour_means (structure_id, employer_id, contract_id, used_on, means, recorded_by)
    values (${s}, ${e}, ${contract}, '2026-03-02', 'interviews', ${user})`;
  await sql`insert into hour_derogation (structure_id, line_id, clause_id, centihours, sealed, asked_by)
    values (${s}, ${line}, ${clause}, 100, '\\x00', ${user})`;
  const [asked] = await sql<{ id: string }[]>`
    insert into paper_request (structure_id, employer_id, asked_by) values (${s}, ${e}, ${user}) returning id`;
  const [item] = await sql<{ id: string }[]>`
    insert into paper_item (request_id, structure_id, employer_id, kind) values (${asked?.id ?? ''}, ${s}, ${e}, 'insurance') returning id`;
  await sql`insert into paper_piece (item_id, structure_id, employer_id, file_id, source, brought_by)
    values (${item?.id ?? ''}, ${s}, ${e}, ${file?.id ?? ''}, 'team', ${user})`;
  await sql`insert into paper_validity (structure_id, kind, from_months, months, set_by) values (${s}, 'registration', 3, 2, ${user})`;
  await sql`insert into paper_reminder (structure_id, employer_id, address, token_hash, expires_at)
    values (${s}, ${e}, 'rh@exemple.test', ${`documents ${s}`}, now() + interval '1 day')`;
  const [request] = await sql<{ id: string }[]>`
    insert into signature_request (structure_id, employer_id, side, title, file_id, file_sha256, pages, sentence, expires_on, asked_by)
    values (${s}, ${e}, 'team', 'Convention', ${file?.id ?? ''}, ${'a'.repeat(64)}, 1, 'Lu et approuvé', '2026-12-31', ${user}) returning id`;
  const [signer] = await sql<{ id: string }[]>`
    insert into signature_signer (request_id, structure_id, ordinal, name, address)
    values (${request?.id ?? ''}, ${s}, 0, 'Ada Marchand', ${`${s}@signe.test`}) returning id`;
  await sql`insert into signature_letter (request_id, signer_id, structure_id, news, address, token_hash, expires_at)
    values (${request?.id ?? ''}, ${signer?.id ?? ''}, ${s}, 'asked', ${`${s}@signe.test`}, ${`signature ${s}`}, now() + interval '1 day')`;
  await sql`insert into signature_code (signer_id, structure_id, code_hash) values (${signer?.id ?? ''}, ${s}, 'x')`;
  await sql`insert into signature_act (request_id, signer_id, structure_id, kind) values (${request?.id ?? ''}, ${signer?.id ?? ''}, ${s}, 'opened')`;
  await sql`insert into signature_proof (request_id, structure_id, facts, facts_sha256, code_hash)
    values (${request?.id ?? ''}, ${s}, '{}', ${'b'.repeat(64)}, ${`preuve ${s}`})`;
}
