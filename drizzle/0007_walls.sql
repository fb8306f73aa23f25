-- The second wall, row by row. Every table has forced row-level security; the API's login gets the narrowest grant
-- that its use cases need, and each policy says whose rows it opens. Out of scope reads as not found.
-- One permissive policy per table and command, so that a reader finds every door of a table in one place.
CREATE FUNCTION app.is_auth() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT app.is_system() OR app.actor_kind() = 'auth' $$;
--> statement-breakpoint
-- `is_system` inside a definer function is true for everybody, since it asks about the current user: the functions above
-- must ask about the session instead.
CREATE FUNCTION app.is_system_session() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT pg_has_role(session_user, 'jonction_system', 'MEMBER') $$;
--> statement-breakpoint
-- Contracts an employer works on: holder, employer of a placement, author of an offer, or addressee of a push. Runs as
-- owner so that the policies of the tables it reads do not call each other in circles.
CREATE FUNCTION app.held_contract_ids() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT CASE
    WHEN app.has_role('employer') THEN ARRAY(
      SELECT contract_id FROM lot_holder WHERE organisation_id = app.organisation_id()
      UNION SELECT contract_id FROM placement WHERE employer_id = app.organisation_id()
      UNION SELECT contract_id FROM offer WHERE employer_id = app.organisation_id() AND contract_id IS NOT NULL
      UNION SELECT contract_id FROM push WHERE employer_id = app.organisation_id() AND contract_id IS NOT NULL)
    WHEN app.actor_kind() = 'link' THEN ARRAY(SELECT contract_id FROM push WHERE id = app.push_id() AND contract_id IS NOT NULL)
    ELSE '{}'::uuid[] END
$$;
--> statement-breakpoint
CREATE FUNCTION app.is_attached(contract uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT 1 FROM contract_structure WHERE contract_id = contract AND structure_id = app.structure_id()) $$;
--> statement-breakpoint
-- A paper that stands on an event of a contract opens to whoever reads the event: the teams that follow the contract, its
-- buyer, those who work on it.
CREATE FUNCTION app.reads_event_document(file uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM contract_event e WHERE e.document_id = file AND (
    (app.is_staff() AND app.is_attached(e.contract_id))
    OR (app.has_role('buyer') AND e.buyer_id = app.organisation_id())
    OR (app.actor_kind() = 'user' AND e.contract_id = ANY (app.held_contract_ids()))))
$$;
--> statement-breakpoint
-- Whoever puts a paper on an event brought it: nobody opens somebody else's file by naming it.
CREATE FUNCTION app.may_attach_document(file uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT file IS NULL OR EXISTS (SELECT 1 FROM stored_file f WHERE f.id = file AND f.purpose = 'document' AND f.uploaded_by = app.user_id())
$$;
--> statement-breakpoint
-- The person of the clause team to call about a contract: said to its buyer and to those who work on it.
CREATE FUNCTION app.contract_facilitator(contract uuid, structure uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT u.name FROM contract_structure s JOIN "user" u ON u.id = s.facilitator_id
  WHERE s.contract_id = contract AND s.structure_id = structure
    AND (app.is_system_session() OR (app.is_staff() AND structure = app.structure_id())
      OR (app.has_role('buyer') AND EXISTS (SELECT 1 FROM contract c WHERE c.id = contract AND c.buyer_id = app.organisation_id()))
      OR contract = ANY (app.held_contract_ids()))
$$;
--> statement-breakpoint
-- A link is found by the hash of its token before anybody is signed in; it says nothing but whose it is,
-- and a dead one is not found.
CREATE FUNCTION app.find_push_link(hash text)
RETURNS TABLE (link_id uuid, push_id uuid, structure_id uuid, employer_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT l.id, l.push_id, l.structure_id, p.employer_id
   FROM push_link l JOIN push p ON p.id = l.push_id
   WHERE l.token_hash = hash AND l.revoked_at IS NULL AND l.expires_at > now() $$;
--> statement-breakpoint
-- Totals without names: what a buyer, a holder or the clause team may know of a clause, by month and status, as known
-- at an instant. `exceptional` hours were credited, not worked (kept apart in every statement).
CREATE FUNCTION app.clause_hours(clauses uuid[], known_at timestamptz)
RETURNS TABLE (clause_id uuid, month date, status hour_status, exceptional boolean, centihours bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT e.clause_id, date_trunc('month', e.from_day)::date, e.status,
         l.kind NOT IN ('worked_on_site', 'telework', 'training') AS exceptional, sum(e.centihours)
  FROM hour_entry e JOIN hour_line l ON l.id = e.line_id JOIN clause c ON c.id = e.clause_id
  WHERE e.clause_id = ANY (clauses) AND e.recorded_at <= known_at
    AND (app.is_system_session()
      OR (app.is_staff() AND c.structure_id = app.structure_id())
      OR (app.has_role('buyer') AND c.buyer_id = app.organisation_id())
      OR (app.has_role('employer') AND c.contract_id = ANY (app.held_contract_ids())))
  GROUP BY 1, 2, 3, 4 HAVING sum(e.centihours) <> 0
$$;
--> statement-breakpoint
-- Hours of the same person declared on other clauses of the structure: dates and clause only, for the duplicate check.
CREATE FUNCTION app.hours_elsewhere(placement uuid)
RETURNS TABLE (clause_id uuid, from_day date, to_day date, kind hour_kind, centihours integer, received_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT l.clause_id, l.from_day, l.to_day, l.kind, l.centihours, l.received_on
  FROM placement p JOIN hour_line l ON l.participant_id = p.participant_id AND l.structure_id = p.structure_id AND l.clause_id <> p.clause_id
  WHERE p.id = placement
    AND NOT EXISTS (SELECT 1 FROM hour_line n WHERE n.replaces_id = l.id)
    AND (app.is_system_session() OR (app.is_staff() AND p.structure_id = app.structure_id())
      OR (app.has_role('employer') AND p.employer_id = app.organisation_id()))
$$;
--> statement-breakpoint
ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE organisation FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON organisation TO jonction_app;
--> statement-breakpoint
CREATE POLICY organisation_select ON organisation FOR SELECT USING (
  (SELECT app.is_auth())
  OR ((SELECT app.actor_kind()) IN ('user', 'link') AND kind <> 'partner')
  OR ((SELECT app.is_staff()) OR (SELECT app.has_role('administrator')))
  OR id = (SELECT app.organisation_id())
);
--> statement-breakpoint
CREATE POLICY organisation_insert ON organisation FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND kind <> 'structure')
  OR ((SELECT app.has_role('administrator')) AND kind <> 'structure')
  -- a buyer names the holder of a contract it logs
  OR ((SELECT app.has_role('buyer')) AND kind = 'employer')
);
--> statement-breakpoint
CREATE POLICY organisation_update ON organisation FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND kind <> 'structure')
  OR ((SELECT app.has_role('administrator')) AND (kind <> 'structure' OR id = (SELECT app.structure_id())))
);
--> statement-breakpoint
ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE membership FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON membership TO jonction_app;
--> statement-breakpoint
CREATE POLICY membership_select ON membership FOR SELECT USING (
  (SELECT app.is_auth())
  OR user_id = (SELECT app.user_id())
  OR (structure_id = (SELECT app.structure_id()) AND ((SELECT app.is_staff()) OR (SELECT app.has_role('administrator')) OR ((SELECT app.actor_kind()) IN ('user', 'link') AND role IN ('facilitator', 'lead'))))
);
--> statement-breakpoint
CREATE POLICY membership_insert ON membership FOR INSERT WITH CHECK (
  (SELECT app.is_auth())
);
--> statement-breakpoint
CREATE POLICY membership_update ON membership FOR UPDATE USING (
  (SELECT app.is_auth())
  OR ((SELECT app.has_role('administrator')) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE "user" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "user" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "user" TO jonction_app;
--> statement-breakpoint
CREATE POLICY user_select ON "user" FOR SELECT USING (
  (SELECT app.is_auth())
  OR id = (SELECT app.user_id())
  OR EXISTS (SELECT 1 FROM membership m WHERE m.user_id = "user".id AND m.structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY user_insert ON "user" FOR INSERT WITH CHECK (
  (SELECT app.is_auth())
);
--> statement-breakpoint
CREATE POLICY user_update ON "user" FOR UPDATE USING (
  (SELECT app.is_auth())
  OR id = (SELECT app.user_id())
);
--> statement-breakpoint
CREATE POLICY user_delete ON "user" FOR DELETE USING (
  (SELECT app.is_auth())
);
--> statement-breakpoint
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE session FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO jonction_app;
--> statement-breakpoint
CREATE POLICY session_all ON session USING (
  (SELECT app.is_auth())
);
--> statement-breakpoint
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE account FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON account TO jonction_app;
--> statement-breakpoint
CREATE POLICY account_all ON account USING (
  (SELECT app.is_auth())
);
--> statement-breakpoint
ALTER TABLE verification ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE verification FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON verification TO jonction_app;
--> statement-breakpoint
CREATE POLICY verification_all ON verification USING (
  (SELECT app.is_auth())
);
--> statement-breakpoint
ALTER TABLE rate_limit ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE rate_limit FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO jonction_app;
--> statement-breakpoint
CREATE POLICY rate_limit_all ON rate_limit USING (
  (SELECT app.is_auth())
);
--> statement-breakpoint
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE invitation FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON invitation TO jonction_app;
--> statement-breakpoint
CREATE POLICY invitation_select ON invitation FOR SELECT USING (
  (SELECT app.is_auth())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('administrator')) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY invitation_insert ON invitation FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.has_role('administrator')) AND structure_id = (SELECT app.structure_id()))
  OR (((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id())) AND role IN ('buyer', 'employer', 'partner'))
  OR ((SELECT app.has_role('lead')) AND structure_id = (SELECT app.structure_id()) AND role <> 'administrator')
);
--> statement-breakpoint
CREATE POLICY invitation_update ON invitation FOR UPDATE USING (
  (SELECT app.is_auth())
  OR ((SELECT app.has_role('administrator')) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON audit_entry TO jonction_app;
--> statement-breakpoint
CREATE POLICY audit_entry_select ON audit_entry FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.has_role('administrator')) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('lead')) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY audit_entry_insert ON audit_entry FOR INSERT WITH CHECK (
  true
);
--> statement-breakpoint
ALTER TABLE audit_seal ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE audit_seal FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT ON audit_seal TO jonction_app;
--> statement-breakpoint
CREATE POLICY audit_seal_select ON audit_seal FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.has_role('administrator')) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('lead')) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY audit_seal_insert ON audit_seal FOR INSERT WITH CHECK (
  (SELECT app.is_system())
);
--> statement-breakpoint
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT INSERT ON outbox TO jonction_app;
--> statement-breakpoint
CREATE POLICY outbox_select ON outbox FOR SELECT USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
CREATE POLICY outbox_insert ON outbox FOR INSERT WITH CHECK (
  true
);
--> statement-breakpoint
CREATE POLICY outbox_update ON outbox FOR UPDATE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
CREATE POLICY outbox_delete ON outbox FOR DELETE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
ALTER TABLE message ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE message FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON message TO jonction_app;
--> statement-breakpoint
CREATE POLICY message_select ON message FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.has_role('administrator')) AND structure_id = (SELECT app.structure_id()))
  OR (((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id())) AND template NOT IN ('invitation', 'reset'))
);
--> statement-breakpoint
CREATE POLICY message_insert ON message FOR INSERT WITH CHECK (
  true
);
--> statement-breakpoint
CREATE POLICY message_update ON message FOR UPDATE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
ALTER TABLE stored_file ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE stored_file FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON stored_file TO jonction_app;
--> statement-breakpoint
CREATE POLICY stored_file_select ON stored_file FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  -- An administrator speaks for the structure and reads none of its people's papers; nobody but the team reads evidence.
  OR ((SELECT app.actor_kind()) = 'user' AND organisation_id = (SELECT app.organisation_id()) AND NOT (SELECT app.has_role('administrator')) AND purpose <> 'evidence')
  OR EXISTS (SELECT 1 FROM disclosure d WHERE d.file_id = stored_file.id)
  OR (purpose = 'document' AND app.reads_event_document(id))
);
--> statement-breakpoint
CREATE POLICY stored_file_insert ON stored_file FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.actor_kind()) = 'user' AND structure_id = (SELECT app.structure_id()) AND organisation_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
ALTER TABLE structure_key ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE structure_key FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON structure_key TO jonction_app;
--> statement-breakpoint
CREATE POLICY structure_key_select ON structure_key FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.actor_kind()) = 'user' AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY structure_key_insert ON structure_key FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.actor_kind()) = 'user' AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE rome_code ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE rome_code FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT ON rome_code TO jonction_app;
--> statement-breakpoint
CREATE POLICY rome_code_select ON rome_code FOR SELECT USING (
  true
);
--> statement-breakpoint
CREATE POLICY rome_code_insert ON rome_code FOR INSERT WITH CHECK (
  (SELECT app.is_system())
);
--> statement-breakpoint
CREATE POLICY rome_code_update ON rome_code FOR UPDATE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
CREATE POLICY rome_code_delete ON rome_code FOR DELETE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
ALTER TABLE rome_title ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE rome_title FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT ON rome_title TO jonction_app;
--> statement-breakpoint
CREATE POLICY rome_title_select ON rome_title FOR SELECT USING (
  true
);
--> statement-breakpoint
CREATE POLICY rome_title_insert ON rome_title FOR INSERT WITH CHECK (
  (SELECT app.is_system())
);
--> statement-breakpoint
CREATE POLICY rome_title_update ON rome_title FOR UPDATE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
CREATE POLICY rome_title_delete ON rome_title FOR DELETE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
ALTER TABLE rome_skill ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE rome_skill FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT ON rome_skill TO jonction_app;
--> statement-breakpoint
CREATE POLICY rome_skill_select ON rome_skill FOR SELECT USING (
  true
);
--> statement-breakpoint
CREATE POLICY rome_skill_insert ON rome_skill FOR INSERT WITH CHECK (
  (SELECT app.is_system())
);
--> statement-breakpoint
CREATE POLICY rome_skill_update ON rome_skill FOR UPDATE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
CREATE POLICY rome_skill_delete ON rome_skill FOR DELETE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
ALTER TABLE rome_code_skill ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE rome_code_skill FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT ON rome_code_skill TO jonction_app;
--> statement-breakpoint
CREATE POLICY rome_code_skill_select ON rome_code_skill FOR SELECT USING (
  true
);
--> statement-breakpoint
CREATE POLICY rome_code_skill_insert ON rome_code_skill FOR INSERT WITH CHECK (
  (SELECT app.is_system())
);
--> statement-breakpoint
CREATE POLICY rome_code_skill_update ON rome_code_skill FOR UPDATE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
CREATE POLICY rome_code_skill_delete ON rome_code_skill FOR DELETE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
ALTER TABLE rome_mobility ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE rome_mobility FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT ON rome_mobility TO jonction_app;
--> statement-breakpoint
CREATE POLICY rome_mobility_select ON rome_mobility FOR SELECT USING (
  true
);
--> statement-breakpoint
CREATE POLICY rome_mobility_insert ON rome_mobility FOR INSERT WITH CHECK (
  (SELECT app.is_system())
);
--> statement-breakpoint
CREATE POLICY rome_mobility_update ON rome_mobility FOR UPDATE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
CREATE POLICY rome_mobility_delete ON rome_mobility FOR DELETE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
ALTER TABLE rome_v4_code ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE rome_v4_code FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT ON rome_v4_code TO jonction_app;
--> statement-breakpoint
CREATE POLICY rome_v4_code_select ON rome_v4_code FOR SELECT USING (
  true
);
--> statement-breakpoint
CREATE POLICY rome_v4_code_insert ON rome_v4_code FOR INSERT WITH CHECK (
  (SELECT app.is_system())
);
--> statement-breakpoint
CREATE POLICY rome_v4_code_update ON rome_v4_code FOR UPDATE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
CREATE POLICY rome_v4_code_delete ON rome_v4_code FOR DELETE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
ALTER TABLE commune ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE commune FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT ON commune TO jonction_app;
--> statement-breakpoint
CREATE POLICY commune_select ON commune FOR SELECT USING (
  true
);
--> statement-breakpoint
CREATE POLICY commune_insert ON commune FOR INSERT WITH CHECK (
  (SELECT app.is_system())
);
--> statement-breakpoint
CREATE POLICY commune_update ON commune FOR UPDATE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
CREATE POLICY commune_delete ON commune FOR DELETE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
ALTER TABLE reference_load ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE reference_load FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT ON reference_load TO jonction_app;
--> statement-breakpoint
CREATE POLICY reference_load_select ON reference_load FOR SELECT USING (
  true
);
--> statement-breakpoint
CREATE POLICY reference_load_insert ON reference_load FOR INSERT WITH CHECK (
  (SELECT app.is_system())
);
--> statement-breakpoint
CREATE POLICY reference_load_update ON reference_load FOR UPDATE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
CREATE POLICY reference_load_delete ON reference_load FOR DELETE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
ALTER TABLE contract ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE contract FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON contract TO jonction_app;
--> statement-breakpoint
CREATE POLICY contract_select ON contract FOR SELECT USING (
  (SELECT app.is_system())
  OR (SELECT app.is_staff())
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()))
  OR id = ANY ((SELECT app.held_contract_ids())::uuid[])
);
--> statement-breakpoint
CREATE POLICY contract_insert ON contract FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR (SELECT app.is_staff())
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY contract_update ON contract FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND app.is_attached(id))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
ALTER TABLE lot ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE lot FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON lot TO jonction_app;
--> statement-breakpoint
CREATE POLICY lot_select ON lot FOR SELECT USING (
  (SELECT app.is_system())
  OR (SELECT app.is_staff())
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()))
  OR contract_id = ANY ((SELECT app.held_contract_ids())::uuid[])
);
--> statement-breakpoint
CREATE POLICY lot_insert ON lot FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND app.is_attached(contract_id))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY lot_update ON lot FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND app.is_attached(contract_id))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
ALTER TABLE lot_holder ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE lot_holder FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON lot_holder TO jonction_app;
--> statement-breakpoint
CREATE POLICY lot_holder_select ON lot_holder FOR SELECT USING (
  (SELECT app.is_system())
  OR (SELECT app.is_staff())
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()))
  OR contract_id = ANY ((SELECT app.held_contract_ids())::uuid[])
);
--> statement-breakpoint
CREATE POLICY lot_holder_insert ON lot_holder FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND app.is_attached(contract_id))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY lot_holder_update ON lot_holder FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND app.is_attached(contract_id))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY lot_holder_delete ON lot_holder FOR DELETE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND app.is_attached(contract_id))
);
--> statement-breakpoint
ALTER TABLE contract_structure ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE contract_structure FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON contract_structure TO jonction_app;
--> statement-breakpoint
CREATE POLICY contract_structure_all ON contract_structure USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY contract_structure_buyer ON contract_structure FOR INSERT WITH CHECK ((SELECT app.has_role('buyer')) AND structure_id = (SELECT app.structure_id()));
--> statement-breakpoint
ALTER TABLE contract_event ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE contract_event FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON contract_event TO jonction_app;
--> statement-breakpoint
CREATE POLICY contract_event_select ON contract_event FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND app.is_attached(contract_id))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()))
  OR contract_id = ANY ((SELECT app.held_contract_ids())::uuid[])
);
--> statement-breakpoint
CREATE POLICY contract_event_insert ON contract_event FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND app.is_attached(contract_id) AND app.may_attach_document(document_id))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()) AND app.may_attach_document(document_id))
);
--> statement-breakpoint
ALTER TABLE contract_correction ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE contract_correction FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON contract_correction TO jonction_app;
--> statement-breakpoint
CREATE POLICY contract_correction_select ON contract_correction FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND app.is_attached(contract_id))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY contract_correction_insert ON contract_correction FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND app.is_attached(contract_id))
);
--> statement-breakpoint
GRANT SELECT ON contract_fact TO jonction_app;
--> statement-breakpoint
ALTER TABLE contract_note ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE contract_note FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON contract_note TO jonction_app;
--> statement-breakpoint
CREATE POLICY contract_note_select ON contract_note FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY contract_note_insert ON contract_note FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND app.is_attached(contract_id))
);
--> statement-breakpoint
ALTER TABLE clause ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE clause FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON clause TO jonction_app;
--> statement-breakpoint
CREATE POLICY clause_select ON clause FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()))
  OR contract_id = ANY ((SELECT app.held_contract_ids())::uuid[])
);
--> statement-breakpoint
CREATE POLICY clause_insert ON clause FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR (((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id())) AND app.is_attached(contract_id))
  OR (((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id())) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY clause_update ON clause FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR (((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id())) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE participant ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE participant FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON participant TO jonction_app;
--> statement-breakpoint
CREATE POLICY participant_select ON participant FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('partner')) AND structure_id = (SELECT app.structure_id()) AND recommended_by_organisation_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY participant_insert ON participant FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('partner')) AND structure_id = (SELECT app.structure_id()) AND recommended_by_organisation_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY participant_update ON participant FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('partner')) AND structure_id = (SELECT app.structure_id()) AND recommended_by_organisation_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
ALTER TABLE participant_occupation ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE participant_occupation FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON participant_occupation TO jonction_app;
--> statement-breakpoint
CREATE POLICY participant_occupation_all ON participant_occupation USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('partner')) AND EXISTS (SELECT 1 FROM participant p WHERE p.id = participant_occupation.participant_id))
);
--> statement-breakpoint
ALTER TABLE participant_skill ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE participant_skill FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON participant_skill TO jonction_app;
--> statement-breakpoint
CREATE POLICY participant_skill_all ON participant_skill USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('partner')) AND EXISTS (SELECT 1 FROM participant p WHERE p.id = participant_skill.participant_id))
);
--> statement-breakpoint
ALTER TABLE participant_language ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE participant_language FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON participant_language TO jonction_app;
--> statement-breakpoint
CREATE POLICY participant_language_all ON participant_language USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('partner')) AND EXISTS (SELECT 1 FROM participant p WHERE p.id = participant_language.participant_id))
);
--> statement-breakpoint
ALTER TABLE eligibility_code ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE eligibility_code FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON eligibility_code TO jonction_app;
--> statement-breakpoint
CREATE POLICY eligibility_code_all ON eligibility_code USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('partner')) AND EXISTS (SELECT 1 FROM participant p WHERE p.id = eligibility_code.participant_id))
);
--> statement-breakpoint
ALTER TABLE skill_snapshot ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE skill_snapshot FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON skill_snapshot TO jonction_app;
--> statement-breakpoint
CREATE POLICY skill_snapshot_select ON skill_snapshot FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY skill_snapshot_insert ON skill_snapshot FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE consent_event ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE consent_event FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON consent_event TO jonction_app;
--> statement-breakpoint
CREATE POLICY consent_event_select ON consent_event FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('partner')) AND EXISTS (SELECT 1 FROM participant p WHERE p.id = consent_event.participant_id))
);
--> statement-breakpoint
CREATE POLICY consent_event_insert ON consent_event FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('partner')) AND EXISTS (SELECT 1 FROM participant p WHERE p.id = consent_event.participant_id))
);
--> statement-breakpoint
ALTER TABLE recommendation ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE recommendation FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON recommendation TO jonction_app;
--> statement-breakpoint
CREATE POLICY recommendation_select ON recommendation FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('partner')) AND structure_id = (SELECT app.structure_id()) AND partner_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY recommendation_insert ON recommendation FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('partner')) AND structure_id = (SELECT app.structure_id()) AND partner_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY recommendation_update ON recommendation FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE duplicate_suspicion ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE duplicate_suspicion FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON duplicate_suspicion TO jonction_app;
--> statement-breakpoint
CREATE POLICY duplicate_suspicion_all ON duplicate_suspicion USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE contact ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE contact FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON contact TO jonction_app;
--> statement-breakpoint
CREATE POLICY contact_select ON contact FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY contact_insert ON contact FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE eligibility_evidence ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE eligibility_evidence FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON eligibility_evidence TO jonction_app;
--> statement-breakpoint
CREATE POLICY eligibility_evidence_select ON eligibility_evidence FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('partner')) AND EXISTS (SELECT 1 FROM participant p WHERE p.id = eligibility_evidence.participant_id))
);
--> statement-breakpoint
CREATE POLICY eligibility_evidence_insert ON eligibility_evidence FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('partner')) AND EXISTS (SELECT 1 FROM participant p WHERE p.id = eligibility_evidence.participant_id))
);
--> statement-breakpoint
CREATE POLICY eligibility_evidence_update ON eligibility_evidence FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE eligibility_check ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE eligibility_check FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON eligibility_check TO jonction_app;
--> statement-breakpoint
CREATE POLICY eligibility_check_select ON eligibility_check FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY eligibility_check_insert ON eligibility_check FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE cv ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE cv FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON cv TO jonction_app;
--> statement-breakpoint
CREATE POLICY cv_select ON cv FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('partner')) AND EXISTS (SELECT 1 FROM participant p WHERE p.id = cv.participant_id))
);
--> statement-breakpoint
CREATE POLICY cv_insert ON cv FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('partner')) AND EXISTS (SELECT 1 FROM participant p WHERE p.id = cv.participant_id))
);
--> statement-breakpoint
CREATE POLICY cv_update ON cv FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('partner')) AND EXISTS (SELECT 1 FROM participant p WHERE p.id = cv.participant_id))
);
--> statement-breakpoint
ALTER TABLE search_document ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE search_document FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT ON search_document TO jonction_app;
--> statement-breakpoint
-- Written by the job that indexes, read by the team of the structure.
CREATE POLICY search_document_select ON search_document FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY search_document_insert ON search_document FOR INSERT WITH CHECK (
  (SELECT app.is_system())
);
--> statement-breakpoint
CREATE POLICY search_document_update ON search_document FOR UPDATE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
CREATE POLICY search_document_delete ON search_document FOR DELETE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
ALTER TABLE import_mapping ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE import_mapping FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON import_mapping TO jonction_app;
--> statement-breakpoint
CREATE POLICY import_mapping_all ON import_mapping USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE import_run ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE import_run FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON import_run TO jonction_app;
--> statement-breakpoint
CREATE POLICY import_run_all ON import_run USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE import_row ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE import_row FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON import_row TO jonction_app;
--> statement-breakpoint
CREATE POLICY import_row_all ON import_row USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE offer ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE offer FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON offer TO jonction_app;
--> statement-breakpoint
CREATE POLICY offer_select ON offer FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()))
  OR ((SELECT app.actor_kind()) = 'link' AND EXISTS (SELECT 1 FROM push p WHERE p.offer_id = offer.id AND p.id = (SELECT app.push_id())))
);
--> statement-breakpoint
CREATE POLICY offer_insert ON offer FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR (((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id())) AND structure_id = (SELECT app.structure_id()) AND status = 'proposed')
);
--> statement-breakpoint
CREATE POLICY offer_update ON offer FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE push ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE push FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON push TO jonction_app;
--> statement-breakpoint
CREATE POLICY push_select ON push FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()))
  OR ((SELECT app.actor_kind()) = 'link' AND id = (SELECT app.push_id()))
);
--> statement-breakpoint
CREATE POLICY push_insert ON push FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE push_link ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE push_link FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON push_link TO jonction_app;
--> statement-breakpoint
CREATE POLICY push_link_select ON push_link FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY push_link_insert ON push_link FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY push_link_update ON push_link FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE positioning ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE positioning FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON positioning TO jonction_app;
--> statement-breakpoint
CREATE POLICY positioning_select ON positioning FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()) AND status <> 'proposed')
  OR ((SELECT app.actor_kind()) = 'link' AND push_id = (SELECT app.push_id()))
  OR ((SELECT app.has_role('partner')) AND EXISTS (SELECT 1 FROM participant p WHERE p.id = positioning.participant_id))
);
--> statement-breakpoint
CREATE POLICY positioning_insert ON positioning FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY positioning_update ON positioning FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()) AND status <> 'proposed')
  OR ((SELECT app.actor_kind()) = 'link' AND push_id = (SELECT app.push_id()))
  OR ((SELECT app.has_role('partner')) AND EXISTS (SELECT 1 FROM participant p WHERE p.id = positioning.participant_id))
) WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()) AND status <> 'proposed')
  OR ((SELECT app.actor_kind()) = 'link' AND push_id = (SELECT app.push_id()))
  -- A partner to whom one of her people says no closes what is open, and can do nothing else to it.
  OR ((SELECT app.has_role('partner')) AND status = 'withdrawn' AND EXISTS (SELECT 1 FROM participant p WHERE p.id = positioning.participant_id))
);
--> statement-breakpoint
ALTER TABLE positioning_event ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE positioning_event FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON positioning_event TO jonction_app;
--> statement-breakpoint
CREATE POLICY positioning_event_select ON positioning_event FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY positioning_event_insert ON positioning_event FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.actor_kind()) IN ('user', 'link') AND EXISTS (SELECT 1 FROM positioning p WHERE p.id = positioning_event.positioning_id AND ((SELECT app.has_role('employer')) OR (SELECT app.actor_kind()) = 'link')))
  OR ((SELECT app.has_role('partner')) AND to_status = 'withdrawn' AND EXISTS (SELECT 1 FROM positioning p WHERE p.id = positioning_event.positioning_id))
);
--> statement-breakpoint
ALTER TABLE disclosure ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE disclosure FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON disclosure TO jonction_app;
--> statement-breakpoint
CREATE POLICY disclosure_select ON disclosure FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()))
  OR ((SELECT app.actor_kind()) = 'link' AND push_id = (SELECT app.push_id()))
);
--> statement-breakpoint
CREATE POLICY disclosure_insert ON disclosure FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY disclosure_update ON disclosure FOR UPDATE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
CREATE POLICY disclosure_delete ON disclosure FOR DELETE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('partner')) AND EXISTS (SELECT 1 FROM participant p WHERE p.id = disclosure.participant_id))
);
--> statement-breakpoint
ALTER TABLE cv_opening ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE cv_opening FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON cv_opening TO jonction_app;
--> statement-breakpoint
CREATE POLICY cv_opening_select ON cv_opening FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('partner')) AND EXISTS (SELECT 1 FROM participant p WHERE p.id = cv_opening.participant_id))
);
--> statement-breakpoint
CREATE POLICY cv_opening_insert ON cv_opening FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()))
  OR ((SELECT app.actor_kind()) = 'link' AND EXISTS (SELECT 1 FROM positioning p WHERE p.id = cv_opening.positioning_id))
);
--> statement-breakpoint
ALTER TABLE placement ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE placement FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON placement TO jonction_app;
--> statement-breakpoint
CREATE POLICY placement_select ON placement FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()))
  OR ((SELECT app.has_role('partner')) AND EXISTS (SELECT 1 FROM participant p WHERE p.id = placement.participant_id))
);
--> statement-breakpoint
CREATE POLICY placement_insert ON placement FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY placement_update ON placement FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE hour_policy ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_policy FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON hour_policy TO jonction_app;
--> statement-breakpoint
CREATE POLICY hour_policy_select ON hour_policy FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.actor_kind()) = 'user' AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND EXISTS (SELECT 1 FROM placement p WHERE p.structure_id = hour_policy.structure_id))
);
--> statement-breakpoint
CREATE POLICY hour_policy_insert ON hour_policy FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE hour_declaration ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_declaration FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON hour_declaration TO jonction_app;
--> statement-breakpoint
CREATE POLICY hour_declaration_select ON hour_declaration FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY hour_declaration_insert ON hour_declaration FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
ALTER TABLE hour_sheet_mapping ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_sheet_mapping FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON hour_sheet_mapping TO jonction_app;
--> statement-breakpoint
CREATE POLICY hour_sheet_mapping_all ON hour_sheet_mapping USING (
  (SELECT app.is_system())
  OR ((SELECT app.actor_kind()) = 'user' AND structure_id = (SELECT app.structure_id()) AND organisation_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
ALTER TABLE hour_line ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_line FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON hour_line TO jonction_app;
--> statement-breakpoint
CREATE POLICY hour_line_select ON hour_line FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY hour_line_insert ON hour_line FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND EXISTS (SELECT 1 FROM placement p WHERE p.id = hour_line.placement_id AND p.employer_id = hour_line.employer_id AND p.clause_id = hour_line.clause_id))
);
--> statement-breakpoint
ALTER TABLE hour_decision ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_decision FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON hour_decision TO jonction_app;
--> statement-breakpoint
CREATE POLICY hour_decision_select ON hour_decision FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND (EXISTS (SELECT 1 FROM hour_line l WHERE l.id = hour_decision.line_id) OR contract_id = ANY ((SELECT app.held_contract_ids())::uuid[])))
);
--> statement-breakpoint
CREATE POLICY hour_decision_insert ON hour_decision FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE hour_entry ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_entry FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON hour_entry TO jonction_app;
--> statement-breakpoint
CREATE POLICY hour_entry_select ON hour_entry FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY hour_entry_insert ON hour_entry FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND EXISTS (SELECT 1 FROM hour_line l WHERE l.id = hour_entry.line_id AND l.employer_id = hour_entry.employer_id))
);
--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO jonction_app;
--> statement-breakpoint
-- The system role passes by policy, never by bypass; it still needs the plain grants when it is not the owner.
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO jonction_system;
