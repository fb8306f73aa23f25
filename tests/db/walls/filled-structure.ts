import { type ActorSettings, type Database, openDatabase } from '@jonction/db/client';
import { makeContract } from '@jonction/testing/contract';
import { makeCv } from '@jonction/testing/cv';
import { makeOffer } from '@jonction/testing/offer';
import { makeParticipant } from '@jonction/testing/participant';
import { makePlacement } from '@jonction/testing/placement';
import type postgres from 'postgres';
import { makeBase } from '../../support/base.ts';
import { fillCensus } from './filled-census.ts';
import { fillCrisis } from './filled-crisis.ts';
import { fillDeclaring } from './filled-declaring.ts';
import { fillGroup } from './filled-group.ts';
import { fillPublished } from './filled-published.ts';

export const system: ActorSettings = { kind: 'system' };

/** Two structures, and one row at least of the first in every table about people: what a stranger must not reach. */
export interface FilledStructure {
  system: Database;
  application: Database;
  /** The bare client of the owner, for rows that no query of the product would write. */
  sql: postgres.Sql;
  id: Record<
    | 'structure'
    | 'other'
    | 'user'
    | 'stranger'
    | 'partner'
    | 'employer'
    | 'buyer'
    | 'contract'
    | 'lot'
    | 'clause'
    | 'participant'
    | 'second'
    | 'cv'
    | 'offer'
    | 'push'
    | 'positioning'
    | 'placement'
    | 'line'
    | 'search',
    string
  >;
  close(): Promise<void>;
}

export async function fillStructure(): Promise<FilledStructure> {
  const base = await makeBase();
  const owner = openDatabase(base.ownerUrl, { max: 2 });
  const application = openDatabase(base.appUrl, { max: 2 });
  const sql = owner.client;
  const one = async (rows: Promise<readonly { id: string }[]>): Promise<string> => {
    const [row] = await rows;
    if (!row) throw new Error('no row was kept');
    return row.id;
  };
  const body = (kind: string, name: string) =>
    one(
      sql<{ id: string }[]>`insert into organisation (kind, name, slug)
        values (${kind}::organisation_kind, ${name}, ${kind === 'structure' ? name.toLowerCase() : null}) returning id`,
    );
  const person = (name: string) =>
    one(
      sql<{ id: string }[]>`insert into "user" (name, email) values (${name}, ${`${name}@exemple.test`}) returning id`,
    );
  const structure = await body('structure', 'val');
  const other = await body('structure', 'mont');
  const partner = await body('partner', 'Mission imaginaire');
  const user = await person('zoe');
  const stranger = await person('yann');
  await sql`insert into membership (user_id, organisation_id, role, structure_id) values
    (${user}, ${structure}, 'facilitator', ${structure}), (${stranger}, ${other}, 'facilitator', ${other})`;
  const made = await owner.as(system, async (tx) => {
    const contract = await makeContract(tx, { structureId: structure, facilitatorId: user });
    const employer = contract.holderId ?? '';
    const { id: participant } = await makeParticipant(tx, {
      structureId: structure,
      occupations: [{ code: 'K2204' }],
      skills: ['monobrosse'],
      languages: [{ code: 'fr', level: 'B1' }],
    });
    const { id: second } = await makeParticipant(tx, { structureId: structure });
    const { id: cv } = await makeCv(tx, { structureId: structure, participantId: participant });
    const { id: offer } = await makeOffer(tx, { structureId: structure, employerId: employer });
    const { id: placement } = await makePlacement(tx, {
      participantId: participant,
      clauseId: contract.clauseId,
      employerId: employer,
    });
    return { ...contract, employer, participant, second, cv, offer, placement };
  });
  const of = { s: structure, p: made.participant, e: made.employer };
  const push = await one(sql<
    { id: string }[]
  >`insert into push (structure_id, employer_id, offer_id, recipient_email, idempotency_key)
    values (${of.s}, ${of.e}, ${made.offer}, 'rh@exemple.test', 'once') returning id`);
  await sql`insert into push_link (structure_id, push_id, token_hash, expires_at)
    values (${of.s}, ${push}, 'hash', now() + interval '30 days')`;
  const positioning = await one(sql<{ id: string }[]>`
    insert into positioning (structure_id, participant_id, employer_id, offer_id, push_id, cv_id, status)
    values (${of.s}, ${of.p}, ${of.e}, ${made.offer}, ${push}, ${made.cv}, 'sent') returning id`);
  await sql`insert into positioning_event (structure_id, positioning_id, to_status, actor_kind)
    values (${of.s}, ${positioning}, 'sent', 'user')`;
  await sql`insert into positioning_comment (structure_id, positioning_id, author_id, body) values (${of.s}, ${positioning}, ${user}, 'à suivre')`;
  await sql`insert into positioning_notice (structure_id, positioning_id, kind) values (${of.s}, ${positioning}, 'dead_address')`;
  await sql`insert into positioning_note (positioning_id, structure_id, note) values (${positioning}, ${of.s}, 'entre nous')`;
  await sql`insert into positioning_transfer (structure_id, positioning_id, push_id, employer_id, company_name, why, asked_by)
    values (${of.s}, ${positioning}, ${push}, ${of.e}, 'Sous-traitance du Val', 'subcontractor', 'link')`;
  await sql`insert into disclosure (positioning_id, structure_id, participant_id, employer_id, push_id, card)
    values (${positioning}, ${of.s}, ${of.p}, ${of.e}, ${push}, '{}')`;
  await sql`insert into cv_opening (structure_id, positioning_id, participant_id, employer_id, actor_kind)
    values (${of.s}, ${positioning}, ${of.p}, ${of.e}, 'link')`;
  await sql`insert into interview (structure_id, positioning_id, employer_id, at) values (${of.s}, ${positioning}, ${of.e}, now())`;
  await sql`insert into reminder (structure_id, positioning_id, push_id, letter_id, rung, address)
    values (${of.s}, ${positioning}, ${push}, gen_random_uuid(), 'nudge', 'rh@exemple.test')`;
  await sql`insert into recommendation (structure_id, participant_id, partner_id) values (${of.s}, ${of.p}, ${partner})`;
  await sql`insert into duplicate_suspicion (participant_id, other_id, structure_id, why) values (${of.p}, ${made.second}, ${of.s}, 'phone')`;
  await sql`insert into contact (structure_id, participant_id, at, channel, outcome, purpose)
    values (${of.s}, ${of.p}, now(), 'phone', 'voicemail', 'follow_up')`;
  await sql`insert into eligibility_evidence (structure_id, participant_id, sealed) values (${of.s}, ${of.p}, '\\x00')`;
  await sql`insert into eligibility_code (participant_id, structure_id, code, proven_from) values (${of.p}, ${of.s}, 'k', '2026-01-01')`;
  await sql`insert into eligibility_check (structure_id, participant_id, "on", eligible) values (${of.s}, ${of.p}, '2026-01-01', true)`;
  await sql`insert into contract_note (structure_id, contract_id, body) values (${of.s}, ${made.contractId}, 'entre nous')`;
  await sql`insert into import_mapping (structure_id, kind, headers_key, mapping) values (${of.s}, 'participants', 'k', '{}')`;
  const run = await one(
    sql<
      { id: string }[]
    >`insert into import_run (structure_id, kind, file_name) values (${of.s}, 'participants', 'a.csv') returning id`,
  );
  await sql`insert into import_row (run_id, structure_id, record, cells) values (${run}, ${of.s}, 2, '{}')`;
  await sql`insert into arrival_kit (placement_id, structure_id, employer_id, safety, declaring)
    values (${made.placement}, ${of.s}, ${of.e}, 'casque', 'chaque mois')`;
  const search = await one(sql<
    { id: string }[]
  >`insert into saved_search (structure_id, owner_id, name, shared, filters)
    values (${of.s}, ${user}, 'Propreté', true, '{}') returning id`);
  await sql`insert into search_alert (search_id, user_id, structure_id, pace) values (${search}, ${user}, ${of.s}, 'daily')`;
  await sql`insert into search_find (search_id, user_id, participant_id, structure_id) values (${search}, ${user}, ${of.p}, ${of.s})`;
  await sql`insert into skill_snapshot (structure_id, version, profiles, counts) values (${of.s}, 1, 1, '{}')`;
  await sql`insert into ranking_rules (structure_id, version, weights, forgotten_every, reason) values (${of.s}, 1, '{}', 5, 'essai')`;
  await sql`insert into night_match (offer_id, participant_id, structure_id, place, score, first_on)
    values (${made.offer}, ${of.p}, ${of.s}, 1, 9000, '2026-01-01')`;
  await sql`insert into hour_policy (structure_id, policy, title, source, scope_level, valid_from, published_on, rules)
    values (${of.s}, 'p', 't', 's', 'structure', '2026-01-01', '2026-01-01', '[]')`;
  const declaration = await one(sql<
    { id: string }[]
  >`insert into hour_declaration (structure_id, employer_id, month, source)
    values (${of.s}, ${of.e}, '2026-03-01', 'form') returning id`);
  const line = await one(sql<{ id: string }[]>`
    insert into hour_line (structure_id, declaration_id, placement_id, participant_id, employer_id, contract_id, clause_id, from_day, to_day, kind, centihours, received_on)
    values (${of.s}, ${declaration}, ${made.placement}, ${of.p}, ${of.e}, ${made.contractId}, ${made.clauseId}, '2026-03-02', '2026-03-31', 'telework', 700, '2026-04-02')
    returning id`);
  await sql`insert into hour_decision (structure_id, line_id, accept, reason, decided_by, decided_on)
    values (${of.s}, ${line}, true, 'vu', ${user}, '2026-04-03')`;
  await sql`insert into hour_entry (structure_id, line_id, placement_id, clause_id, contract_id, employer_id, from_day, to_day, centihours, status, judgement_id)
    values (${of.s}, ${line}, ${made.placement}, ${made.clauseId}, ${made.contractId}, ${of.e}, '2026-03-02', '2026-03-31', 700, 'validated', gen_random_uuid())`;
  const closing = await one(
    sql<
      { id: string }[]
    >`insert into closed_month (structure_id, month, closed_by) values (${of.s}, '2026-03-01', ${user}) returning id`,
  );
  await sql`insert into closed_month_hours (closing_id, structure_id, contract_id, clause_id, employer_id, placement_id, status, waiting, exceptional, centihours)
    values (${closing}, ${of.s}, ${made.contractId}, ${made.clauseId}, ${of.e}, ${made.placement}, 'validated', false, false, 700)`;
  await sql`insert into month_act (structure_id, month, act, by_user) values (${of.s}, '2026-03-01', 'proposed', ${user})`;
  await sql`insert into invoice (structure_id, contract_id, lot_id, buyer_id, kind, number, on_day, amount_cents, source)
    values (${of.s}, ${made.contractId}, ${made.lotId}, ${made.buyerId}, 'invoice', 'F-1', '2026-03-31', 100, 'form')`;
  const part = await one(sql<
    { id: string }[]
  >`insert into clause_part (structure_id, clause_id, contract_id, buyer_id, kind, title, target_inputs, hours)
    values (${of.s}, ${made.clauseId}, ${made.contractId}, ${made.buyerId}, 'tranche', 'Tranche 1', '{}', 10) returning id`);
  await sql`insert into clause_part_affirmed (part_id, structure_id, contract_id, buyer_id, on_day)
    values (${part}, ${of.s}, ${made.contractId}, ${made.buyerId}, '2026-03-31')`;
  const change = await one(sql<{ id: string }[]>`
    insert into census_change (structure_id, answer, on_day, chosen, kept, source, by_user)
    values (${of.s}, 'no_change', '2026-03-31', 1, 1, 'phone', ${user}) returning id`);
  await sql`insert into census_answer (change_id, structure_id, contract_id, buyer_id, source, recorded_on)
    values (${change}, ${of.s}, ${made.contractId}, ${made.buyerId}, 'phone', '2026-03-31')`;
  await sql`insert into census_view (structure_id, user_id, name, search) values (${of.s}, ${user}, 'Arrêtés', 'statut=stopped')`;
  const text = await one(sql<{ id: string }[]>`
    insert into legal_text (structure_id, created_by) values (${of.s}, ${user}) returning id`);
  const read = await one(sql<{ id: string }[]>`
    insert into legal_text_version (text_id, structure_id, version, title, source, summary, valid_from, scope_level)
    values (${text}, ${of.s}, 1, 'Note', 'note', 'Rien ne change.', '2026-01-01', 'national') returning id`);
  const told = await one(sql<{ id: string }[]>`
    insert into legal_letter (version_id, text_id, structure_id, buyer_id, address, reminder, token_hash, sent_by, sent_on, expires_at)
    values (${read}, ${text}, ${of.s}, ${made.buyerId}, 'a@b.test', false, ${`legal ${of.s}`}, ${user}, '2026-01-02', now() + interval '1 day') returning id`);
  await sql`insert into legal_opening (version_id, text_id, structure_id, buyer_id, letter_id)
    values (${read}, ${text}, ${of.s}, ${made.buyerId}, ${told})`;
  await sql`insert into export_template (structure_id, user_id, list, name, columns)
    values (${of.s}, ${user}, 'people', 'Commission', '[{"key": "lastName", "header": null}]')`;
  await sql`insert into census_columns (structure_id, user_id, columns) values (${of.s}, ${user}, '{due}')`;
  await sql`insert into hour_setting (structure_id) values (${of.s})`;
  await sql`insert into clause_seen (user_id, clause_id, structure_id, version) values (${user}, ${made.clauseId}, ${of.s}, 1)`;
  await sql`insert into hour_sheet_mapping (structure_id, organisation_id, headers_key, mapping) values (${of.s}, ${of.s}, 'k', '{}')`;
  await fillDeclaring(sql, {
    ...of,
    line,
    placement: made.placement,
    contract: made.contractId,
    clause: made.clauseId,
    user,
  });
  await fillCensus(sql, { ...of, contract: made.contractId, buyer: made.buyerId, user });
  await fillPublished(sql, { ...of, contract: made.contractId, buyer: made.buyerId, user });
  await fillCrisis(sql, { ...of, contract: made.contractId, buyer: made.buyerId, user });
  await fillGroup(sql, { ...of, contract: made.contractId, clause: made.clauseId, buyer: made.buyerId });
  await sql`insert into night_ranking (offer_id, structure_id, "on", bank_version, rules_version, people, kept)
    values (${made.offer}, ${of.s}, '2026-01-01', '1', 0, 1, 1)`;
  await sql`insert into offer_proposal (structure_id, participant_id, offer_id, proposed_by) values (${of.s}, ${of.p}, ${made.offer}, ${user})`;
  await sql`insert into participant_link (structure_id, participant_id, token_hash, way, expires_at)
    values (${of.s}, ${of.p}, 'hash', 'hand', now() + interval '30 days')`;
  await sql`insert into participant_word (structure_id, participant_id, field, words, applied) values (${of.s}, ${of.p}, 'phone', 'autre numéro', false)`;
  await sql`insert into participant_postal (participant_id, structure_id, lines) values (${of.p}, ${of.s}, '3 rue des Lilas 75013 Paris')`;
  await sql`insert into participant_third (participant_id, structure_id, name, relation, phone, agreed_on, agreed_way)
    values (${of.p}, ${of.s}, 'Fatou', 'family', '+33611223344', '2026-01-01', 'spoken')`;
  await sql`insert into participant_errand (structure_id, participant_id, kind, about_id, subject, body)
    values (${of.s}, ${of.p}, 'closed', ${positioning}, 'Des nouvelles', 'Terminé')`;
  await sql`insert into participant_project (structure_id, participant_id, rome_code, stated_on) values (${of.s}, ${of.p}, 'K2204', '2026-01-01')`;
  await sql`insert into eligibility_regime (structure_id, participant_id, sealed) values (${of.s}, ${of.p}, '\\x00')`;
  await sql`insert into eligibility_derogation (structure_id, participant_id, clause_id, sealed, asked_by)
    values (${of.s}, ${of.p}, ${made.clauseId}, '\\x00', ${user})`;
  await sql`insert into offer_link (structure_id, offer_id, address, token_hash, expires_at)
    values (${of.s}, ${made.offer}, 'rh@exemple.test', ${`offre ${of.s}`}, now() + interval '1 day')`;
  await sql`insert into positioning_batch (structure_id, action, made_by, undo_until, before) values (${of.s}, 'close', ${user}, now(), '[]')`;
  await sql`insert into proposal_round (push_id, structure_id, offer_id, size, wanted, given, rules_version)
    values (${push}, ${of.s}, ${made.offer}, 5, 1, 1, 0)`;
  await sql`insert into message (structure_id, template, to_address, subject) values (${of.s}, 'push', 'rh@exemple.test', 'CV')`;
  await sql`insert into stored_file (structure_id, sha256, size_bytes, media, name, purpose, uploaded_by)
    values (${of.s}, 'x', 1, 'application/pdf', 'a.pdf', 'cv', ${user})`;
  await sql`insert into placement_modality (placement_id, structure_id, facts) values (${made.placement}, ${of.s}, '{}')`;
  const [penalty] = await sql<{ id: string }[]>`
    insert into penalty_proposal (structure_id, contract_id, clause_id, buyer_id, known_on, facts, cents, opinion, created_by)
    values (${of.s}, ${made.contractId}, ${made.clauseId}, ${made.buyerId}, '2026-01-01', '{}', 100, 'avis', ${user}) returning id`;
  await sql`insert into penalty_act (structure_id, penalty_id, act, user_id) values (${of.s}, ${penalty?.id ?? null}, 'propose', ${user})`;
  await sql`insert into issued_document (structure_id, kind, audience, contract_id, buyer_id, from_month, to_month, known_on, known_at, scope,
      facts, facts_sha256, code_hash, issued_by)
    values (${of.s}, 'statement', 'team', ${made.contractId}, ${made.buyerId}, '2026-01-01', '2026-03-01', '2026-04-01', now(), 'x',
      '{}', repeat('0', 64), 'code', ${user})`;
  return {
    system: owner,
    application,
    sql,
    id: {
      structure,
      other,
      user,
      stranger,
      partner,
      employer: made.employer,
      buyer: made.buyerId,
      contract: made.contractId,
      lot: made.lotId,
      clause: made.clauseId,
      participant: made.participant,
      second: made.second,
      cv: made.cv,
      offer: made.offer,
      push,
      positioning,
      placement: made.placement,
      line,
      search,
    },
    close: async () => {
      await owner.close();
      await application.close();
      await base.drop();
    },
  };
}

/** A facilitator of one of the two structures, as the product sets it for each transaction. */
export function facilitator(userId: string, structureId: string): ActorSettings {
  return { kind: 'user', userId, role: 'facilitator', organisationId: structureId, structureId };
}
