import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makeBase, type TestBase } from '../support/base.ts';

/** Every table of the product and whose its rows are. A table that is not here fails the test: somebody must say. */
const tables: Readonly<Record<string, 'structure' | 'shared register' | 'identity' | 'reference' | 'system'>> = {
  organisation: 'shared register',
  membership: 'identity',
  user: 'identity',
  session: 'identity',
  account: 'identity',
  verification: 'identity',
  rate_limit: 'identity',
  invitation: 'structure',
  audit_entry: 'structure',
  audit_seal: 'structure',
  outbox: 'system',
  message: 'structure',
  stored_file: 'structure',
  structure_key: 'structure',
  rome_code: 'reference',
  rome_title: 'reference',
  rome_skill: 'reference',
  rome_code_skill: 'reference',
  rome_mobility: 'reference',
  rome_v4_code: 'reference',
  commune: 'reference',
  cpv_code: 'reference',
  reference_load: 'reference',
  contract: 'shared register',
  lot: 'shared register',
  lot_holder: 'shared register',
  contract_structure: 'structure',
  contract_event: 'shared register',
  contract_correction: 'shared register',
  contract_note: 'structure',
  census_change: 'structure',
  census_answer: 'structure',
  census_view: 'structure',
  export_template: 'structure',
  census_columns: 'structure',
  census_campaign: 'structure',
  census_ask: 'structure',
  census_row: 'structure',
  census_letter: 'structure',
  crisis: 'structure',
  crisis_choice: 'structure',
  crisis_measure: 'structure',
  crisis_letter: 'structure',
  directorate: 'shared register',
  published_pair: 'structure',
  published_amendment: 'structure',
  published_file: 'shared register',
  legal_text: 'structure',
  legal_text_version: 'structure',
  legal_letter: 'structure',
  legal_opening: 'structure',
  planned_contract: 'structure',
  planned_act: 'structure',
  planned_text: 'structure',
  clause: 'structure',
  invoice: 'structure',
  clause_part: 'structure',
  clause_part_affirmed: 'structure',
  clause_version: 'structure',
  clause_seen: 'structure',
  consortium: 'structure',
  consortium_part: 'structure',
  hour_transfer: 'structure',
  hour_transfer_act: 'structure',
  lot_clause_absence: 'structure',
  clause_risk: 'structure',
  hour_setting: 'structure',
  participant: 'structure',
  participant_occupation: 'structure',
  participant_skill: 'structure',
  participant_language: 'structure',
  participant_link: 'structure',
  participant_merge: 'structure',
  bank_query: 'structure',
  bank_word: 'structure',
  participant_postal: 'structure',
  participant_third: 'structure',
  participant_errand: 'structure',
  participant_project: 'structure',
  eligibility_regime: 'structure',
  eligibility_derogation: 'structure',
  offer_link: 'structure',
  committee_member: 'structure',
  offer_broadcast: 'structure',
  organisation_contact: 'structure',
  organisation_contact_proof: 'structure',
  prospect: 'structure',
  prospect_visit: 'structure',
  prospect_need: 'structure',
  participant_word: 'structure',
  offer_proposal: 'structure',
  skill_snapshot: 'structure',
  ranking_rules: 'structure',
  night_ranking: 'structure',
  night_match: 'structure',
  proposal_round: 'structure',
  bank_change: 'structure',
  bank_snapshot: 'structure',
  bank_snapshot_part: 'structure',
  consent_event: 'structure',
  recommendation: 'structure',
  duplicate_suspicion: 'structure',
  contact: 'structure',
  eligibility_evidence: 'structure',
  eligibility_code: 'structure',
  eligibility_check: 'structure',
  cv: 'structure',
  search_copy: 'structure',
  search_document: 'structure',
  search_word: 'structure',
  saved_search: 'structure',
  search_alert: 'structure',
  search_find: 'structure',
  bank_pin: 'structure',
  shortlist: 'structure',
  shortlist_member: 'structure',
  import_mapping: 'structure',
  import_run: 'structure',
  contract_undoing: 'system',
  import_row: 'structure',
  offer: 'structure',
  push: 'structure',
  push_link: 'structure',
  positioning: 'structure',
  positioning_event: 'structure',
  positioning_comment: 'structure',
  positioning_notice: 'structure',
  positioning_note: 'structure',
  positioning_transfer: 'structure',
  arrival_kit: 'structure',
  positioning_batch: 'structure',
  reminder: 'structure',
  interview: 'structure',
  disclosure: 'structure',
  cv_opening: 'structure',
  placement: 'structure',
  placement_modality: 'structure',
  hour_policy: 'structure',
  hour_policy_draft: 'structure',
  hour_run: 'structure',
  hour_run_line: 'structure',
  hour_declaration: 'structure',
  hour_line: 'structure',
  hour_sheet_mapping: 'structure',
  hour_decision: 'structure',
  hour_entry: 'structure',
  closed_month: 'structure',
  month_act: 'structure',
  closed_month_hours: 'structure',
  issued_document: 'structure',
  hour_paper: 'structure',
  hour_contest: 'structure',
  hour_contest_word: 'structure',
  hour_none: 'structure',
  hour_reminder: 'structure',
  hour_quarter_answer: 'structure',
  penalty_proposal: 'structure',
  penalty_act: 'structure',
  hour_difficulty: 'structure',
  hour_means: 'structure',
  hour_derogation: 'structure',
  paper_request: 'structure',
  paper_item: 'structure',
  paper_piece: 'structure',
  paper_reminder: 'structure',
  paper_validity: 'structure',
  signature_request: 'structure',
  signature_signer: 'structure',
  signature_letter: 'structure',
  signature_code: 'structure',
  signature_act: 'structure',
  signature_proof: 'structure',
};

let base: TestBase;
let owner: postgres.Sql;
let application: postgres.Sql;

beforeAll(async () => {
  base = await makeBase();
  owner = postgres(base.ownerUrl, { max: 1 });
  application = postgres(base.appUrl, { max: 1 });
});
afterAll(async () => {
  await owner.end();
  await application.end();
  await base.drop();
});

describe('the second wall', () => {
  it('knows every table', async () => {
    const rows = await owner<{ relname: string }[]>`
      select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') order by relname`;
    expect(rows.map(({ relname }) => relname).sort()).toEqual(Object.keys(tables).sort());
  });

  it('is switched on and forced, for the owner too, on every table', async () => {
    const open = await owner<{ relname: string }[]>`
      select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`;
    expect(open.map(({ relname }) => relname)).toEqual([]);
  });

  it('faces a login that owns nothing and cannot step over it', async () => {
    const [login] = await application<{ owns: number; above: boolean }[]>`
      select (select count(*)::int from pg_class where pg_has_role(session_user, relowner, 'USAGE')) as owns,
             (select rolsuper or rolbypassrls from pg_roles where rolname = session_user) as above`;
    expect(login).toEqual({ owns: 0, above: false });
  });

  it('shows no row of a structure, and no identity, to somebody who has not said who speaks', async () => {
    await owner`insert into organisation (kind, name, slug) values ('structure', 'Clauses du Val', 'val')`;
    for (const [table, whose] of Object.entries(tables)) {
      if (whose === 'reference' || whose === 'system') continue;
      const rows = await application`select 1 from ${application(table)} limit 1`;
      expect(rows.length, table).toBe(0);
    }
  });

  it('keeps append-only tables so, even for the owner', async () => {
    const guarded = await owner<{ relname: string }[]>`
      select distinct c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
      join pg_proc p on p.oid = t.tgfoid where p.proname in ('refuse_change', 'refuse_change_but_undone') order by 1`;
    expect(guarded.map(({ relname }) => relname)).toEqual([
      'audit_entry',
      'audit_seal',
      'census_change',
      'clause_part',
      'clause_part_affirmed',
      'clause_risk',
      'clause_version',
      'closed_month',
      'closed_month_hours',
      'consent_event',
      'consortium',
      'consortium_part',
      'contract_correction',
      'contract_event',
      'hour_contest_word',
      'hour_decision',
      'hour_entry',
      'hour_line',
      'hour_means',
      'hour_policy',
      'hour_quarter_answer',
      'hour_transfer',
      'hour_transfer_act',
      'invoice',
      'issued_document',
      'legal_letter',
      'legal_opening',
      'legal_text',
      'legal_text_version',
      'lot_clause_absence',
      'month_act',
      'paper_validity',
      'penalty_act',
      'planned_act',
      'planned_text',
      'positioning_event',
      'ranking_rules',
      'signature_act',
      'signature_proof',
      'signature_request',
      'signature_signer',
    ]);
    await owner`insert into audit_entry (actor_kind, action) values ('system', 'test')`;
    // The owner has no policy to change a line with; somebody above the policies meets the trigger.
    const changed = await owner`update audit_entry set action = 'other' returning id`;
    expect(changed.length).toBe(0);
    const above = new URL(inject('clusterUrl'));
    above.pathname = new URL(base.ownerUrl).pathname;
    const superuser = postgres(above.toString(), { max: 1, onnotice: () => undefined });
    await expect(superuser`update audit_entry set action = 'other'`.execute()).rejects.toThrow(/append_only/);
    await expect(superuser`delete from audit_entry`.execute()).rejects.toThrow(/append_only/);
    // Nor is a whole table emptied, for which no row trigger fires.
    for (const table of [
      'hour_line',
      'hour_entry',
      'hour_decision',
      'hour_policy',
      'closed_month',
      'closed_month_hours',
      'month_act',
    ]) {
      await expect(superuser`truncate ${superuser(table)} cascade`.execute(), table).rejects.toThrow(/append_only/);
    }
    await superuser.end();
  });
});
