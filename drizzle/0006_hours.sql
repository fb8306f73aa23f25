-- Insertion hours: lines never change, entries never change; both dates (worked, recorded) are kept.
CREATE TYPE hour_kind AS ENUM ('worked_on_site','telework','training','paid_leave','public_holiday','sick_leave','childcare_leave','vulnerable_leave','work_accident','bad_weather','partial_unemployment','partial_unemployment_training','unpaid_absence','internship');
--> statement-breakpoint
CREATE TYPE hour_payer AS ENUM ('employer', 'social_security', 'partial_activity');
--> statement-breakpoint
CREATE TYPE hour_status AS ENUM ('validated', 'pending', 'rejected');
--> statement-breakpoint
-- Versions of policies adopted or written by a structure. Built-in ones live in the product, frozen. A version is
-- never changed; withdrawing is publishing a version without rules.
CREATE TABLE hour_policy (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  policy text NOT NULL,
  title text NOT NULL,
  source text NOT NULL,
  scope_level text NOT NULL CHECK (scope_level IN ('national', 'territory', 'structure', 'buyer', 'contract')),
  scope_id text,
  valid_from date NOT NULL, valid_to date, CHECK (valid_to IS NULL OR valid_to >= valid_from),
  published_on date NOT NULL,
  published_by uuid REFERENCES "user",
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  rules jsonb NOT NULL
);
--> statement-breakpoint
CREATE INDEX hour_policy_structure ON hour_policy (structure_id, recorded_at);
--> statement-breakpoint
CREATE TRIGGER hour_policy_append_only BEFORE UPDATE OR DELETE ON hour_policy FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
CREATE TABLE hour_declaration (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  employer_id uuid NOT NULL REFERENCES organisation,
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  source text NOT NULL CHECK (source IN ('form', 'sheet', 'command')),
  file_id uuid REFERENCES stored_file,
  declared_by uuid REFERENCES "user",
  declared_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
--> statement-breakpoint
CREATE INDEX hour_declaration_employer ON hour_declaration (employer_id, month);
--> statement-breakpoint
-- The mapping of a sheet's headers, remembered for each organisation that sends hours: a payroll keeps its headers.
CREATE TABLE hour_sheet_mapping (
  structure_id uuid NOT NULL REFERENCES organisation,
  organisation_id uuid NOT NULL REFERENCES organisation,
  headers_key text NOT NULL,
  mapping jsonb NOT NULL,
  used_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (structure_id, organisation_id, headers_key)
);
--> statement-breakpoint
CREATE TABLE hour_line (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  declaration_id uuid NOT NULL REFERENCES hour_declaration,
  placement_id uuid NOT NULL REFERENCES placement,
  participant_id uuid NOT NULL REFERENCES participant,
  employer_id uuid NOT NULL REFERENCES organisation,
  contract_id uuid NOT NULL REFERENCES contract,
  clause_id uuid NOT NULL REFERENCES clause,
  from_day date NOT NULL, to_day date NOT NULL, CHECK (from_day <= to_day),
  kind hour_kind NOT NULL,
  payer hour_payer,
  centihours integer NOT NULL CHECK (centihours >= 0),
  evidence text[] NOT NULL DEFAULT '{}',
  received_on date NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- a correction is a new line that replaces another; 0 hours is a cancelled one
  replaces_id uuid UNIQUE REFERENCES hour_line
);
--> statement-breakpoint
CREATE INDEX hour_line_placement ON hour_line (placement_id, from_day);
--> statement-breakpoint
CREATE INDEX hour_line_clause ON hour_line (clause_id, from_day);
--> statement-breakpoint
CREATE INDEX hour_line_participant ON hour_line (participant_id, from_day);
--> statement-breakpoint
CREATE TRIGGER hour_line_append_only BEFORE UPDATE OR DELETE ON hour_line FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
CREATE TABLE hour_decision (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  line_id uuid REFERENCES hour_line,
  rule text, contract_id uuid REFERENCES contract, from_day date, to_day date,
  accept boolean NOT NULL,
  centihours integer CHECK (centihours >= 0),
  reason text NOT NULL CHECK (length(trim(reason)) > 0),
  decided_by uuid NOT NULL REFERENCES "user",
  decided_on date NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK ((line_id IS NOT NULL) <> (rule IS NOT NULL AND contract_id IS NOT NULL AND from_day IS NOT NULL AND to_day IS NOT NULL))
);
--> statement-breakpoint
CREATE INDEX hour_decision_line ON hour_decision (line_id);
--> statement-breakpoint
CREATE INDEX hour_decision_contract ON hour_decision (contract_id);
--> statement-breakpoint
CREATE TRIGGER hour_decision_append_only BEFORE UPDATE OR DELETE ON hour_decision FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
-- The ledger. A reversal is an entry with the hours of the one it reverses, negative.
CREATE TABLE hour_entry (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  line_id uuid NOT NULL REFERENCES hour_line,
  placement_id uuid NOT NULL REFERENCES placement,
  clause_id uuid NOT NULL REFERENCES clause,
  contract_id uuid NOT NULL REFERENCES contract,
  employer_id uuid NOT NULL REFERENCES organisation,
  from_day date NOT NULL, to_day date NOT NULL,
  centihours integer NOT NULL,
  status hour_status NOT NULL,
  policy text, rule text, reason text,
  decision_id uuid REFERENCES hour_decision,
  reverses_id uuid UNIQUE REFERENCES hour_entry,
  judgement_id uuid NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
--> statement-breakpoint
CREATE INDEX hour_entry_line ON hour_entry (line_id);
--> statement-breakpoint
CREATE INDEX hour_entry_placement ON hour_entry (placement_id, from_day);
--> statement-breakpoint
CREATE INDEX hour_entry_clause ON hour_entry (clause_id, from_day) INCLUDE (status, centihours, recorded_at);
--> statement-breakpoint
CREATE INDEX hour_entry_tray ON hour_entry (structure_id) WHERE status = 'pending';
--> statement-breakpoint
CREATE TRIGGER hour_entry_append_only BEFORE UPDATE OR DELETE ON hour_entry FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
