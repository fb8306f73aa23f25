import type { ActorSettings } from '@jonction/db/client';
import { sqlStateOf } from '@jonction/db/client';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FilledStructure, facilitator, fillStructure } from './filled-structure.ts';

/** The tables about people, each with a row of the structure that the stranger is not of. */
const tables = [
  'participant',
  'participant_occupation',
  'participant_skill',
  'participant_language',
  'consent_event',
  'recommendation',
  'duplicate_suspicion',
  'contact',
  'eligibility_evidence',
  'eligibility_code',
  'eligibility_check',
  'cv',
  'offer',
  'push',
  'push_link',
  'positioning',
  'positioning_event',
  'positioning_comment',
  'positioning_notice',
  'positioning_note',
  'positioning_transfer',
  'arrival_kit',
  'disclosure',
  'cv_opening',
  'interview',
  'reminder',
  'placement',
  'placement_modality',
  'clause',
  'contract_note',
  'census_change',
  'census_answer',
  'census_view',
  'export_template',
  'legal_text',
  'legal_text_version',
  'legal_letter',
  'legal_opening',
  'census_columns',
  'census_campaign',
  'census_ask',
  'census_row',
  'census_letter',
  'published_pair',
  'published_amendment',
  'crisis',
  'crisis_choice',
  'crisis_measure',
  'crisis_letter',
  'import_mapping',
  'import_run',
  'import_row',
  'saved_search',
  'search_alert',
  'search_find',
  'skill_snapshot',
  'ranking_rules',
  'night_match',
  'hour_policy',
  'hour_declaration',
  'hour_line',
  'hour_decision',
  'hour_entry',
  'invoice',
  'clause_part',
  'clause_part_affirmed',
  'clause_version',
  'clause_seen',
  'consortium',
  'consortium_part',
  'hour_transfer',
  'hour_transfer_act',
  'closed_month',
  'closed_month_hours',
  'month_act',
  'hour_sheet_mapping',
  'issued_document',
  'hour_paper',
  'hour_contest',
  'hour_contest_word',
  'hour_none',
  'hour_reminder',
  'hour_quarter_answer',
  'penalty_proposal',
  'penalty_act',
  'hour_difficulty',
  'hour_means',
  'paper_request',
  'paper_item',
  'paper_piece',
  'paper_reminder',
  'paper_validity',
  'signature_request',
  'signature_signer',
  'signature_letter',
  'signature_code',
  'signature_act',
  'signature_proof',
  'hour_derogation',
  'night_ranking',
  'offer_proposal',
  'participant_link',
  'participant_word',
  'positioning_batch',
  'proposal_round',
  'message',
  'stored_file',
  'participant_postal',
  'participant_third',
  'participant_errand',
  'participant_project',
  'eligibility_regime',
  'eligibility_derogation',
  'offer_link',
] as const;
/** What a partner of the structure reads with its team: what is sought and how hours count, never a row about people. */
const readByPartners: readonly string[] = ['offer', 'hour_policy'];
/** For the person it was sent to, not for the team that asked. */
const readByHerAlone: readonly string[] = ['signature_code'];
/** Written by whoever does something, about any structure; read by the team alone. */
const writtenByAll: readonly string[] = ['message'];

let world: FilledStructure;

beforeAll(async () => {
  world = await fillStructure();
});
afterAll(() => world.close());

const count = async (actor: ActorSettings, table: string): Promise<number> => {
  const rows = await world.application.as(actor, (tx) =>
    tx.execute<{ count: number }>(sql`select count(*)::int as count from ${sql.identifier(table)}`),
  );
  return rows[0]?.count ?? -1;
};

/** What the base answers to a change: how many rows it took, or the code of its refusal. */
async function changed(actor: ActorSettings, change: ReturnType<typeof sql>): Promise<number | string> {
  try {
    return await world.application.as(actor, async (tx) => (await tx.execute(change)).count);
  } catch (error) {
    return sqlStateOf(error) ?? String(error);
  }
}

/** No row within reach, no right at all, or the refusal of a row of somebody else's. */
const harmless = [0, '42501'];

describe.each(tables)('%s', (table) => {
  it('is seen by the team whose it is, and by no other team, company, buyer, partner, link or stranger', async () => {
    const { id } = world;
    const seen = await count(facilitator(id.user, id.structure), table);
    if (readByHerAlone.includes(table)) expect(seen).toBe(0);
    else expect(seen).toBeGreaterThan(0);
    const strangers: ActorSettings[] = [
      facilitator(id.stranger, id.other),
      { ...facilitator(id.stranger, id.other), role: 'lead' },
      { ...facilitator(id.stranger, id.other), role: 'administrator' },
      { kind: 'user', userId: id.stranger, role: 'partner', organisationId: id.other, structureId: id.structure },
      { kind: 'user', userId: id.stranger, role: 'employer', organisationId: id.other, structureId: id.other },
      { kind: 'user', userId: id.stranger, role: 'buyer', organisationId: id.other, structureId: id.other },
      { kind: 'link', pushId: id.other, organisationId: id.other, structureId: id.other },
      { kind: 'participant', participantId: id.other, structureId: id.other },
      { kind: 'anonymous' },
    ];
    for (const stranger of strangers) {
      if (stranger.role === 'partner' && readByPartners.includes(table)) continue;
      expect([stranger.kind, stranger.role, await count(stranger, table)]).toEqual([stranger.kind, stranger.role, 0]);
    }
  });

  it('takes no change of another team', async () => {
    const stranger = facilitator(world.id.stranger, world.id.other);
    const name = sql.identifier(table);
    expect(harmless).toContain(
      await changed(
        stranger,
        sql`update ${name} set structure_id = ${world.id.other} where structure_id = ${world.id.structure}`,
      ),
    );
    expect(harmless).toContain(
      await changed(stranger, sql`delete from ${name} where structure_id = ${world.id.structure}`),
    );
    const [left] = await world.sql<{ count: number }[]>`select count(*)::int as count from ${world.sql(table)}`;
    expect(left?.count).toBeGreaterThan(0);
  });

  it('takes no row that another team writes in its name', async () => {
    // The very rows that are there, given back with new keys: refused as somebody else's before they can be refused as twins.
    if (writtenByAll.includes(table)) return;
    const stranger = facilitator(world.id.stranger, world.id.other);
    const [row] = await world.sql<{ line: unknown }[]>`select to_jsonb(t) as line from ${world.sql(table)} t limit 1`;
    const copied = sql`insert into ${sql.identifier(table)}
      select (jsonb_populate_record(null::${sql.identifier(table)}, ${JSON.stringify(row?.line)}::jsonb || jsonb_build_object('id', gen_random_uuid()))).*`;
    // 42501 is the wall; 428C9 a column that the base alone writes, which never gets as far.
    expect(['42501', '428C9']).toContain(await changed(stranger, copied));
  });
});
