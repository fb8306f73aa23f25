-- Papers of hours that left the product: who issued them, when, and the figures as they stood, so that a copy can be checked years
-- later. Nothing in `facts` names a worker: placements by number, their names are read beside by whoever may.
CREATE TABLE issued_document (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  kind text NOT NULL CHECK (kind IN ('statement', 'certificate', 'attestation', 'record')),
  audience text NOT NULL CHECK (audience IN ('team', 'buyer', 'employer', 'participant')),
  contract_id uuid REFERENCES contract,
  buyer_id uuid REFERENCES organisation,
  employer_id uuid REFERENCES organisation,
  participant_id uuid REFERENCES participant ON DELETE CASCADE,
  from_month date NOT NULL CHECK (extract(day FROM from_month) = 1),
  to_month date NOT NULL CHECK (extract(day FROM to_month) = 1 AND to_month >= from_month),
  known_on date NOT NULL,
  -- what was recorded later is not in the figures
  known_at timestamptz NOT NULL,
  -- kind, reader, contract, company, person and months: a later paper of the same scope takes the place of this one
  scope text NOT NULL,
  facts jsonb NOT NULL,
  facts_sha256 text NOT NULL CHECK (facts_sha256 ~ '^[0-9a-f]{64}$'),
  -- the code printed on the paper, hashed: found by whoever holds the paper, listed by nobody
  code_hash text NOT NULL UNIQUE,
  issued_by uuid REFERENCES "user",
  issued_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK ((kind IN ('statement', 'certificate')) = (contract_id IS NOT NULL AND buyer_id IS NOT NULL)),
  CHECK (kind <> 'attestation' OR employer_id IS NOT NULL),
  CHECK ((kind = 'record') = (participant_id IS NOT NULL)),
  CHECK ((kind = 'record') = (audience = 'participant')),
  CHECK (audience <> 'employer' OR employer_id IS NOT NULL)
);
--> statement-breakpoint
CREATE INDEX issued_document_scope ON issued_document (structure_id, scope, known_at DESC);
--> statement-breakpoint
CREATE INDEX issued_document_contract ON issued_document (contract_id) WHERE contract_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX issued_document_employer ON issued_document (employer_id) WHERE employer_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX issued_document_participant ON issued_document (participant_id) WHERE participant_id IS NOT NULL;
--> statement-breakpoint
-- What was issued stays issued; only the erasure of a person takes her own away.
CREATE TRIGGER issued_document_append_only BEFORE UPDATE ON issued_document FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
ALTER TABLE issued_document ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE issued_document FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON issued_document TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON issued_document TO jonction_system;
--> statement-breakpoint
CREATE POLICY issued_document_select ON issued_document FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('buyer')) AND audience = 'buyer' AND buyer_id = (SELECT app.organisation_id()))
  OR ((SELECT app.has_role('employer')) AND audience = 'employer' AND employer_id = (SELECT app.organisation_id()))
  OR ((SELECT app.is_participant()) AND audience = 'participant' AND participant_id = (SELECT app.participant_id()))
);
--> statement-breakpoint
-- A buyer takes a statement of its own contract, a company its own part, a person her own record; the rest is the team's to issue.
CREATE POLICY issued_document_insert ON issued_document FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR (structure_id = (SELECT app.structure_id()) AND (
    (SELECT app.is_staff())
    OR ((SELECT app.has_role('buyer')) AND kind = 'statement' AND audience = 'buyer' AND buyer_id = (SELECT app.organisation_id()))
    OR ((SELECT app.has_role('employer')) AND kind IN ('statement', 'attestation') AND audience = 'employer' AND employer_id = (SELECT app.organisation_id()))
    OR ((SELECT app.is_participant()) AND kind = 'record' AND participant_id = (SELECT app.participant_id()))
  ))
);
--> statement-breakpoint
-- A merge of two records of one person moves hers.
CREATE POLICY issued_document_update ON issued_document FOR UPDATE USING ((SELECT app.is_system()));
--> statement-breakpoint
CREATE POLICY issued_document_delete ON issued_document FOR DELETE USING ((SELECT app.is_system()));
--> statement-breakpoint
-- The versions that judged her hours are named on her record.
ALTER POLICY hour_policy_select ON hour_policy USING (
  (SELECT app.is_system())
  OR ((SELECT app.actor_kind()) IN ('user', 'participant') AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND EXISTS (SELECT 1 FROM placement p WHERE p.structure_id = hour_policy.structure_id))
);
--> statement-breakpoint
-- Hours that stand in the ledger of a structure, as known at an instant, of a contract, of a company or of a person: the team's, a
-- buyer's (without people nor companies), a company's own, a person's own. Runs as owner: none but the team and the company
-- reads the ledger itself.
CREATE FUNCTION app.document_hours(structure uuid, contract uuid, employer uuid, person uuid, first_day date, last_day date, known_at timestamptz)
RETURNS TABLE (clause_id uuid, contract_id uuid, buyer_id uuid, territory text, hour_basis text, placement_id uuid, placement_number int,
  employer_name text, contract_number int, contract_reference text, contract_object text, buyer_name text,
  month text, status hour_status, exceptional boolean, policy text, rule text, recorded_on date, centihours int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT e.clause_id, e.contract_id, p.buyer_id, s.territory, k.hour_basis,
         CASE WHEN app.has_role('buyer') THEN NULL ELSE p.id END, CASE WHEN app.has_role('buyer') THEN NULL ELSE p.number::int END,
         CASE WHEN app.has_role('buyer') THEN NULL ELSE o.name END, c.number::int, c.reference, c.object, b.name,
         to_char(e.from_day, 'YYYY-MM'), e.status, l.kind NOT IN ('worked_on_site', 'telework', 'training'), e.policy, e.rule,
         (e.recorded_at AT TIME ZONE 'Europe/Paris')::date, sum(e.centihours)::int
  FROM placement p
  JOIN hour_entry e ON e.placement_id = p.id
  JOIN hour_line l ON l.id = e.line_id
  JOIN clause k ON k.id = e.clause_id JOIN contract c ON c.id = e.contract_id
  JOIN organisation b ON b.id = p.buyer_id JOIN organisation o ON o.id = p.employer_id JOIN organisation s ON s.id = p.structure_id
  WHERE p.structure_id = structure
    AND (contract IS NULL OR p.contract_id = contract)
    AND (employer IS NULL OR p.employer_id = employer)
    AND (person IS NULL OR p.participant_id = person)
    AND num_nonnulls(contract, employer, person) > 0
    AND e.from_day BETWEEN first_day AND last_day
    AND e.recorded_at <= known_at AND e.reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM hour_entry r WHERE r.reverses_id = e.id AND r.recorded_at <= known_at)
    AND (app.is_system_session()
      OR (app.is_staff() AND structure = app.structure_id())
      OR (app.has_role('buyer') AND p.buyer_id = app.organisation_id() AND contract IS NOT NULL AND employer IS NULL AND person IS NULL)
      OR (app.has_role('employer') AND p.employer_id = app.organisation_id() AND person IS NULL)
      OR (app.is_participant() AND p.participant_id = app.participant_id()))
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18
$$;
--> statement-breakpoint
-- A paper by the hash of its code, before anybody is known: its frozen figures, which name nobody, and whether another took its place.
CREATE FUNCTION app.find_issued_document(hash text)
RETURNS TABLE (id uuid, facts jsonb, facts_sha256 text, issued_at timestamptz, replaced_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT d.id, d.facts, d.facts_sha256, d.issued_at,
    (SELECT max(n.issued_at) FROM issued_document n WHERE n.structure_id = d.structure_id AND n.scope = d.scope AND n.known_at > d.known_at)
  FROM issued_document d WHERE d.code_hash = hash
$$;
