-- Difficulties that companies report, the means that they used for a clause, and derogations on hours by a motivated opinion.
-- A difficulty is dated by the day it was told: what comes later is read against it.
CREATE TABLE hour_difficulty (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  employer_id uuid NOT NULL REFERENCES organisation,
  contract_id uuid NOT NULL REFERENCES contract,
  kind text NOT NULL CHECK (kind IN ('no_candidate', 'site_stopped', 'departure', 'declaring', 'other')),
  body text NOT NULL CHECK (length(trim(body)) BETWEEN 1 AND 2000),
  told_by uuid NOT NULL REFERENCES "user",
  told_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  answer text CHECK (length(trim(answer)) BETWEEN 1 AND 2000),
  answered_by uuid REFERENCES "user",
  answered_at timestamptz,
  CHECK ((answer IS NULL) = (answered_at IS NULL))
);
--> statement-breakpoint
CREATE INDEX hour_difficulty_structure ON hour_difficulty (structure_id, told_at);
--> statement-breakpoint
-- What a company did to reach its hours (obligation de moyens): the buyer reads days and means, never the note nor a name.
CREATE TABLE hour_means (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  employer_id uuid NOT NULL REFERENCES organisation,
  contract_id uuid NOT NULL REFERENCES contract,
  used_on date NOT NULL,
  means text NOT NULL CHECK (means IN ('offer_sent', 'facilitator_contacted', 'employment_service', 'siae_contacted', 'interviews', 'job_event', 'training', 'subcontracting', 'other')),
  note text CHECK (length(note) <= 1000),
  recorded_by uuid NOT NULL REFERENCES "user",
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
--> statement-breakpoint
CREATE INDEX hour_means_contract ON hour_means (contract_id, used_on);
--> statement-breakpoint
CREATE TRIGGER hour_means_append_only BEFORE UPDATE OR DELETE ON hour_means FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
-- Hours that no rule validates, credited all the same on a motivated opinion (avis motivé) by a second person. The ledger does not
-- move: they are counted apart, everywhere.
CREATE TABLE hour_derogation (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  line_id uuid NOT NULL REFERENCES hour_line,
  clause_id uuid NOT NULL REFERENCES clause,
  centihours integer NOT NULL CHECK (centihours > 0),
  sealed bytea NOT NULL,
  file_id uuid REFERENCES stored_file,
  asked_by uuid NOT NULL REFERENCES "user",
  asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  decision text CHECK (decision IN ('granted', 'refused')),
  decision_reason text CHECK (length(trim(decision_reason)) BETWEEN 1 AND 1000),
  decided_by uuid REFERENCES "user",
  decided_at timestamptz,
  CHECK ((decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decision_reason IS NULL)),
  -- two people: whoever gives an opinion does not decide on it
  CHECK (decided_by IS NULL OR decided_by <> asked_by)
);
--> statement-breakpoint
CREATE UNIQUE INDEX hour_derogation_one_waiting ON hour_derogation (line_id) WHERE decision IS NULL;
--> statement-breakpoint
CREATE INDEX hour_derogation_clause ON hour_derogation (clause_id);
--> statement-breakpoint
-- What a buyer, a holder or the team reads of the means used for a contract: days and means, no note, no name of anybody.
CREATE FUNCTION app.means_of(contract uuid)
RETURNS TABLE (used_on date, means text, employer_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT m.used_on, m.means, o.name FROM hour_means m JOIN organisation o ON o.id = m.employer_id
  WHERE m.contract_id = contract AND app.has_role('buyer')
    AND EXISTS (SELECT 1 FROM contract c WHERE c.id = contract AND c.buyer_id = app.organisation_id())
  ORDER BY m.used_on DESC, m.id
$$;
--> statement-breakpoint
-- Hours granted by derogation on a clause, for whoever reads its totals.
CREATE FUNCTION app.derogated_hours(clauses uuid[])
RETURNS TABLE (clause_id uuid, centihours bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT d.clause_id, sum(d.centihours) FROM hour_derogation d JOIN clause c ON c.id = d.clause_id
  WHERE d.clause_id = ANY (clauses) AND d.decision = 'granted'
    AND (app.is_system_session()
      OR (app.is_staff() AND c.structure_id = app.structure_id())
      OR (app.has_role('buyer') AND c.buyer_id = app.organisation_id())
      OR (app.has_role('employer') AND c.contract_id = ANY (app.held_contract_ids())))
  GROUP BY 1
$$;
--> statement-breakpoint
ALTER TABLE hour_difficulty ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_difficulty FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_means ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_means FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_derogation ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_derogation FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON hour_difficulty, hour_means, hour_derogation TO jonction_app;
--> statement-breakpoint
GRANT UPDATE (answer, answered_by, answered_at) ON hour_difficulty TO jonction_app;
--> statement-breakpoint
GRANT UPDATE (decision, decision_reason, decided_by, decided_at) ON hour_derogation TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON hour_difficulty, hour_means, hour_derogation TO jonction_system;
--> statement-breakpoint
CREATE POLICY hour_difficulty_select ON hour_difficulty FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY hour_difficulty_insert ON hour_difficulty FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()) AND structure_id = (SELECT app.structure_id()) AND answer IS NULL
    AND contract_id = ANY ((SELECT app.held_contract_ids())::uuid[]) AND told_by = (SELECT app.user_id()))
);
--> statement-breakpoint
CREATE POLICY hour_difficulty_update ON hour_difficulty FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY hour_means_select ON hour_means FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY hour_means_insert ON hour_means FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND app.is_attached(contract_id))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()) AND structure_id = (SELECT app.structure_id())
    AND contract_id = ANY ((SELECT app.held_contract_ids())::uuid[]))
);
--> statement-breakpoint
CREATE POLICY hour_derogation_select ON hour_derogation FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY hour_derogation_insert ON hour_derogation FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND asked_by = (SELECT app.user_id()) AND decision IS NULL
    AND EXISTS (SELECT 1 FROM hour_line l WHERE l.id = hour_derogation.line_id AND l.clause_id = hour_derogation.clause_id))
);
--> statement-breakpoint
CREATE POLICY hour_derogation_update ON hour_derogation FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
