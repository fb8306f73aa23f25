import type { ActorSettings } from '@jonction/db/client';
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo as answerAs } from './answer-to.ts';
import { type FilledStructure, facilitator, fillStructure, system } from './filled-structure.ts';

let world: FilledStructure;
let transfer: string;
let members: string[] = [];

beforeAll(async () => {
  world = await fillStructure();
  const rows = await world.sql<{ id: string }[]>`select organisation_id as id from consortium_part order by rank`;
  members = rows.map(({ id }) => id);
  const [one] = await world.sql<{ id: string }[]>`select id from hour_transfer limit 1`;
  transfer = one?.id ?? '';
});
afterAll(() => world.close());

const answerTo = (actor: ActorSettings, ...changes: SQL[]) => answerAs(world, actor, changes);
const company = (organisationId = ''): ActorSettings => ({
  ...{ kind: 'user', userId: world.id.stranger, role: 'employer', organisationId, structureId: world.id.structure },
});
const team = () => facilitator(world.id.user, world.id.structure);
const may = (of: SQL) => sql`select 1 where app.may_sign_about(${of})`;

/** A PDF of somebody, and a request about it. */
function request({
  by = world.id.user,
  organisation = world.id.structure,
  side = 'team',
  about = {} as Record<string, string | null>,
} = {}): SQL[] {
  const file = crypto.randomUUID();
  const hash = 'c'.repeat(64);
  return [
    sql`insert into stored_file (id, structure_id, organisation_id, sha256, size_bytes, media, name, purpose, uploaded_by)
      values (${file}, ${world.id.structure}, ${organisation}, ${hash}, 1, 'application/pdf', 'a.pdf', 'paper', ${by})`,
    sql`insert into signature_request (structure_id, employer_id, side, title, file_id, file_sha256, pages, sentence, expires_on, asked_by, transfer_id, document_id)
      values (${world.id.structure}, ${side === 'company' ? organisation : null}, ${side}, 'Transfert', ${file}, ${hash}, 1, 'Je signe', '2026-12-31', ${by},
        ${about.transfer ?? null}, ${about.document ?? null})`,
  ];
}

describe('what a document to sign says of the product', () => {
  it('is a transfer that whoever asks reads: the team, and the two that it binds', async () => {
    const about = sql`${transfer}::uuid, null`;
    for (const who of [team(), company(members[0]), company(members[1])])
      expect(await answerTo(who, may(about))).toBe(1);
    for (const who of [
      company(members[2]),
      facilitator(world.id.stranger, world.id.other),
      { kind: 'anonymous' } as const,
    ])
      expect(await answerTo(who, may(about))).toBe(0);
  });

  it('is written by whoever may, in her own name', async () => {
    const about = { transfer };
    expect(await answerTo(team(), ...request({ about }))).toBe(1);
    const asks = (member: string | undefined) =>
      request({ by: world.id.stranger, organisation: member ?? '', side: 'company', about });
    expect(await answerTo(company(members[1]), ...asks(members[1]))).toBe(1);
    expect(await answerTo(company(members[2]), ...asks(members[2]))).toBe('42501');
  });

  it('is one thing, whoever writes it', async () => {
    const [file, asked] = request({ about: { transfer } });
    const both = sql`insert into signature_request (structure_id, side, title, file_id, file_sha256, pages, sentence, expires_on, asked_by, transfer_id, item_id)
      select structure_id, side, title, file_id, file_sha256, 1, sentence, expires_on, asked_by, transfer_id,
        (select id from paper_item limit 1) from signature_request where transfer_id is not null limit 1`;
    if (!file || !asked) throw new Error('a file and a request');
    expect(await answerTo(system, file, asked, both)).toBe('23514');
  });

  it('is read by the team and the two companies of the transfer, once it is asked by one of them', async () => {
    const [file, asked] = request({ about: { transfer } });
    if (!file || !asked) throw new Error('a file and a request');
    await world.system.as(system, async (tx) => {
      await tx.execute(file);
      await tx.execute(asked);
    });
    const read = sql`select 1 from signature_request where transfer_id = ${transfer}`;
    for (const who of [team(), company(members[0]), company(members[1])]) expect(await answerTo(who, read)).toBe(1);
    for (const who of [company(members[2]), facilitator(world.id.stranger, world.id.other)])
      expect(await answerTo(who, read)).toBe(0);
  });
});
