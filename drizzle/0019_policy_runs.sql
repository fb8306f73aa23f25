-- A policy as it is written before it is published, and what judging by it would move, kept so that it can be told again.
ALTER TABLE hour_policy ADD COLUMN note text;
--> statement-breakpoint
-- A withdrawal is a version without rules: written on purpose, never by forgetting the table.
CREATE TABLE hour_policy_draft (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  policy text NOT NULL CHECK (length(policy) BETWEEN 1 AND 120),
  title text NOT NULL,
  source text NOT NULL,
  note text,
  scope_level text NOT NULL CHECK (scope_level IN ('structure', 'buyer', 'contract')),
  scope_id text NOT NULL,
  valid_from date, valid_to date,
  rules jsonb NOT NULL,
  withdraws boolean NOT NULL DEFAULT false,
  CHECK (NOT withdraws OR rules = '[]'::jsonb),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published', 'discarded')),
  policy_id uuid UNIQUE REFERENCES hour_policy,
  CHECK ((state = 'published') = (policy_id IS NOT NULL)),
  created_by uuid REFERENCES "user",
  created_at timestamptz NOT NULL DEFAULT now(),
  edited_by uuid REFERENCES "user",
  edited_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1
);
--> statement-breakpoint
CREATE INDEX hour_policy_draft_structure ON hour_policy_draft (structure_id) WHERE state = 'draft';
--> statement-breakpoint
-- Judging many placements, some at a time: a simulation writes nothing but its effect, a judgement writes the ledger. It goes on
-- from `after_placement` after a stop or a crash.
CREATE TABLE hour_run (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  purpose text NOT NULL CHECK (purpose IN ('simulation', 'judgement')),
  draft_id uuid NOT NULL REFERENCES hour_policy_draft,
  draft_version integer NOT NULL,
  -- the version judged by, whole: the run can be told again when the draft has gone on
  judged_by jsonb NOT NULL,
  reach jsonb NOT NULL,
  known_on date NOT NULL,
  -- what was recorded later is not looked at, so that a replay finds the same
  known_at timestamptz NOT NULL,
  replays_id uuid REFERENCES hour_run,
  state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'stopped', 'done')),
  after_placement uuid,
  placements_total integer NOT NULL,
  placements_done integer NOT NULL DEFAULT 0,
  asked_by uuid REFERENCES "user",
  asked_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  CHECK ((state = 'done') = (ended_at IS NOT NULL))
);
--> statement-breakpoint
CREATE INDEX hour_run_draft ON hour_run (draft_id, asked_at);
--> statement-breakpoint
-- Hours of a line that leave a status for another, in hundredths; the three changes of a line sum to 0.
CREATE TABLE hour_run_line (
  run_id uuid NOT NULL REFERENCES hour_run ON DELETE CASCADE,
  line_id uuid NOT NULL REFERENCES hour_line,
  structure_id uuid NOT NULL REFERENCES organisation,
  contract_id uuid NOT NULL REFERENCES contract,
  clause_id uuid NOT NULL REFERENCES clause,
  moved integer NOT NULL CHECK (moved > 0),
  validated integer NOT NULL,
  pending integer NOT NULL,
  rejected integer NOT NULL,
  PRIMARY KEY (run_id, line_id)
);
--> statement-breakpoint
CREATE INDEX hour_run_line_contract ON hour_run_line (run_id, contract_id);
--> statement-breakpoint
-- Which placements a change of policy may touch: by kind of hours and days, some at a time.
CREATE INDEX hour_line_kind ON hour_line (structure_id, kind, from_day);
--> statement-breakpoint
ALTER TABLE hour_policy_draft ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_policy_draft FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_run ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_run FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_run_line ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_run_line FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON hour_policy_draft, hour_run TO jonction_app;
--> statement-breakpoint
GRANT SELECT ON hour_run_line TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON hour_policy_draft, hour_run, hour_run_line TO jonction_system;
--> statement-breakpoint
CREATE POLICY hour_policy_draft_all ON hour_policy_draft USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY hour_run_all ON hour_run USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY hour_run_line_all ON hour_run_line USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
-- As hours_elsewhere, of what was recorded by an instant.
CREATE FUNCTION app.hours_elsewhere_at(placement uuid, known_at timestamptz)
RETURNS TABLE (clause_id uuid, from_day date, to_day date, kind hour_kind, centihours integer, received_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT l.clause_id, l.from_day, l.to_day, l.kind, l.centihours, l.received_on
  FROM placement p JOIN hour_line l ON l.participant_id = p.participant_id AND l.structure_id = p.structure_id AND l.clause_id <> p.clause_id
  WHERE p.id = placement AND l.recorded_at <= known_at
    AND NOT EXISTS (SELECT 1 FROM hour_line n WHERE n.replaces_id = l.id AND n.recorded_at <= known_at)
    AND app.is_system_session()
$$;
