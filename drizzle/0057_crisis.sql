-- An emergency that a team declares: its days, its places, the text it rests on, and what it moves. Written first, then in force as a whole,
-- ended as a whole on a day, or taken back as a whole. Only the lead declares one; the whole team reads it.
CREATE TABLE crisis (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'in_force', 'ended', 'undone')),
  title text NOT NULL CHECK (length(title) BETWEEN 3 AND 120),
  regime text NOT NULL CHECK (regime IN ('ordonnance_2020_319', 'exceptional', 'other')),
  from_day date NOT NULL,
  to_day date CHECK (to_day >= from_day),
  -- letters of the morning that are held back while it is in force
  cadences text[] NOT NULL DEFAULT '{}'
    CHECK (cadences <@ ARRAY['hours', 'papers', 'census', 'signatures', 'offers', 'positionings']),
  -- the rest of what was declared: places, buyers, measures, policies, the letter
  terms jsonb NOT NULL,
  written_by uuid NOT NULL REFERENCES "user",
  written_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  applied_on date,
  applied_by uuid REFERENCES "user",
  applied_at timestamptz,
  -- the policies of hours that it published, with the run that judges again
  published jsonb NOT NULL DEFAULT '[]',
  ended_on date,
  -- the day on which somebody said that it ended
  ended_said_on date,
  ended_by uuid REFERENCES "user",
  ended_at timestamptz,
  undone_by uuid REFERENCES "user",
  undone_at timestamptz,
  CHECK ((state = 'draft') = (applied_at IS NULL)),
  CHECK (num_nonnulls(applied_on, applied_by, applied_at) IN (0, 3)),
  CHECK (num_nonnulls(ended_on, ended_said_on, ended_by, ended_at) IN (0, 4)),
  CHECK (num_nonnulls(undone_by, undone_at) IN (0, 2)),
  CHECK (state <> 'ended' OR ended_at IS NOT NULL),
  CHECK ((state = 'undone') = (undone_at IS NOT NULL)),
  CHECK (ended_on >= from_day),
  UNIQUE (id, structure_id)
);
--> statement-breakpoint
CREATE INDEX crisis_structure ON crisis (structure_id, state);
--> statement-breakpoint
-- What was chosen for one contract otherwise than for all.
CREATE TABLE crisis_choice (
  crisis_id uuid NOT NULL,
  contract_id uuid NOT NULL REFERENCES contract,
  measure text NOT NULL,
  structure_id uuid NOT NULL,
  chosen boolean NOT NULL,
  ends_on date,
  chosen_by uuid NOT NULL REFERENCES "user",
  PRIMARY KEY (crisis_id, contract_id, measure),
  FOREIGN KEY (crisis_id, structure_id) REFERENCES crisis (id, structure_id) ON DELETE CASCADE
);
--> statement-breakpoint
-- What an emergency did to a contract, by article: an event of its life (by its change), days that no penalty counts, or a measure that is only told.
CREATE TABLE crisis_measure (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  crisis_id uuid NOT NULL,
  structure_id uuid NOT NULL,
  contract_id uuid NOT NULL REFERENCES contract,
  measure text NOT NULL CHECK (measure IN ('scope', 'bid_delay', 'competition', 'extend_term', 'advance', 'extend_delay', 'no_penalty',
    'third_party', 'terminate', 'suspend', 'suspend_concession', 'stop')),
  legal_basis text,
  change_id uuid REFERENCES census_change,
  exempt_from date,
  exempt_to date,
  ends_on date,
  recorded_on date NOT NULL,
  withdrawn_on date CHECK (withdrawn_on >= recorded_on),
  CHECK (exempt_to IS NULL OR exempt_from IS NOT NULL),
  UNIQUE (crisis_id, contract_id, measure),
  FOREIGN KEY (crisis_id, structure_id) REFERENCES crisis (id, structure_id)
);
--> statement-breakpoint
CREATE INDEX crisis_measure_contract ON crisis_measure (contract_id, structure_id);
--> statement-breakpoint
-- Who is written to when it begins and when it ends; the letter is handed to the outbox afterwards, some at a time.
CREATE TABLE crisis_letter (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  crisis_id uuid NOT NULL,
  structure_id uuid NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisation,
  receiver text NOT NULL CHECK (receiver IN ('buyer', 'company')),
  moment text NOT NULL CHECK (moment IN ('begin', 'end')),
  address text NOT NULL,
  contact_name text,
  contract_ids uuid[] NOT NULL,
  body text NOT NULL,
  sent_by uuid NOT NULL REFERENCES "user",
  message_id uuid REFERENCES message ON DELETE SET NULL,
  written_at timestamptz,
  dropped_at timestamptz,
  CHECK (message_id IS NULL OR written_at IS NOT NULL),
  CHECK (written_at IS NULL OR dropped_at IS NULL),
  UNIQUE (crisis_id, moment, receiver, organisation_id),
  FOREIGN KEY (crisis_id, structure_id) REFERENCES crisis (id, structure_id)
);
--> statement-breakpoint
-- A change that an emergency made is ended and taken back with it.
ALTER TABLE census_change ADD COLUMN crisis_id uuid,
  ADD CONSTRAINT census_change_crisis_own FOREIGN KEY (crisis_id, structure_id) REFERENCES crisis (id, structure_id);
--> statement-breakpoint
CREATE INDEX census_change_crisis ON census_change (crisis_id) WHERE crisis_id IS NOT NULL;
--> statement-breakpoint
-- What was declared is never changed once it is in force; it only ends, and is only taken back, once.
CREATE FUNCTION app.crisis_only_forward() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF NEW.structure_id <> OLD.structure_id OR NEW.id <> OLD.id THEN
    RAISE restrict_violation USING MESSAGE = 'an emergency stays with its team';
  END IF;
  IF OLD.state = 'draft' THEN
    IF NEW.state NOT IN ('draft', 'in_force') THEN
      RAISE restrict_violation USING MESSAGE = 'a draft comes into force or goes away';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.state, OLD.state) NOT IN (('ended', 'in_force'), ('undone', 'in_force'), ('undone', 'ended'))
    OR (to_jsonb(NEW) - 'state' - 'ended_on' - 'ended_said_on' - 'ended_by' - 'ended_at' - 'undone_by' - 'undone_at' - 'published')
      <> (to_jsonb(OLD) - 'state' - 'ended_on' - 'ended_said_on' - 'ended_by' - 'ended_at' - 'undone_by' - 'undone_at' - 'published')
    OR (OLD.ended_at IS NOT NULL AND (NEW.ended_on, NEW.ended_by, NEW.ended_at) IS DISTINCT FROM (OLD.ended_on, OLD.ended_by, OLD.ended_at)) THEN
    RAISE restrict_violation USING MESSAGE = 'an emergency in force only ends, or is taken back, once';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER crisis_only_forward BEFORE UPDATE ON crisis FOR EACH ROW EXECUTE FUNCTION app.crisis_only_forward();
--> statement-breakpoint
-- Choices are made before it is in force; what it did is only ever taken back; a letter is written or dropped, once.
CREATE FUNCTION app.crisis_choice_before() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM crisis c WHERE c.id = NEW.crisis_id AND c.state <> 'draft') THEN
    RAISE restrict_violation USING MESSAGE = 'choices are made before an emergency is in force';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER crisis_choice_before BEFORE INSERT OR UPDATE ON crisis_choice FOR EACH ROW EXECUTE FUNCTION app.crisis_choice_before();
--> statement-breakpoint
CREATE FUNCTION app.crisis_measure_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.withdrawn_on IS NOT NULL OR to_jsonb(NEW) - 'withdrawn_on' <> to_jsonb(OLD) - 'withdrawn_on' THEN
    RAISE restrict_violation USING MESSAGE = 'a measure of an emergency is only ever taken back, once';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER crisis_measure_kept BEFORE UPDATE OR DELETE ON crisis_measure FOR EACH ROW EXECUTE FUNCTION app.crisis_measure_kept();
--> statement-breakpoint
CREATE FUNCTION app.crisis_letter_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.message_id IS NOT NULL AND NEW.message_id IS NULL AND to_jsonb(NEW) - 'message_id' = to_jsonb(OLD) - 'message_id' THEN RETURN NEW; END IF;
  IF OLD.written_at IS NOT NULL OR OLD.dropped_at IS NOT NULL
    OR to_jsonb(NEW) - 'message_id' - 'written_at' - 'dropped_at' <> to_jsonb(OLD) - 'message_id' - 'written_at' - 'dropped_at' THEN
    RAISE restrict_violation USING MESSAGE = 'a letter of an emergency is written or dropped, once';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER crisis_letter_once BEFORE UPDATE ON crisis_letter FOR EACH ROW EXECUTE FUNCTION app.crisis_letter_once();
--> statement-breakpoint
ALTER TABLE crisis ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE crisis FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON crisis TO jonction_app;
--> statement-breakpoint
CREATE POLICY crisis_select ON crisis FOR SELECT USING (
  (SELECT app.is_system()) OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY crisis_insert ON crisis FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.has_role('lead')) AND structure_id = (SELECT app.structure_id()) AND written_by = (SELECT app.user_id()) AND state = 'draft')
);
--> statement-breakpoint
CREATE POLICY crisis_update ON crisis FOR UPDATE USING (
  (SELECT app.is_system()) OR ((SELECT app.has_role('lead')) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY crisis_delete ON crisis FOR DELETE USING (
  state = 'draft' AND ((SELECT app.is_system()) OR ((SELECT app.has_role('lead')) AND structure_id = (SELECT app.structure_id())))
);
--> statement-breakpoint
ALTER TABLE crisis_choice ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE crisis_choice FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON crisis_choice TO jonction_app;
--> statement-breakpoint
CREATE POLICY crisis_choice_select ON crisis_choice FOR SELECT USING (
  (SELECT app.is_system()) OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY crisis_choice_insert ON crisis_choice FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.has_role('lead')) AND structure_id = (SELECT app.structure_id()) AND chosen_by = (SELECT app.user_id())
    AND app.is_attached(contract_id))
);
--> statement-breakpoint
CREATE POLICY crisis_choice_update ON crisis_choice FOR UPDATE USING (
  (SELECT app.is_system()) OR ((SELECT app.has_role('lead')) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY crisis_choice_delete ON crisis_choice FOR DELETE USING (
  (SELECT app.is_system()) OR ((SELECT app.has_role('lead')) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE crisis_measure ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE crisis_measure FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (withdrawn_on) ON crisis_measure TO jonction_app;
--> statement-breakpoint
CREATE POLICY crisis_measure_select ON crisis_measure FOR SELECT USING (
  (SELECT app.is_system()) OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY crisis_measure_insert ON crisis_measure FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.has_role('lead')) AND structure_id = (SELECT app.structure_id()) AND app.is_attached(contract_id))
);
--> statement-breakpoint
CREATE POLICY crisis_measure_update ON crisis_measure FOR UPDATE USING (
  (SELECT app.is_system()) OR ((SELECT app.has_role('lead')) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE crisis_letter ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE crisis_letter FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (message_id, written_at, dropped_at) ON crisis_letter TO jonction_app;
--> statement-breakpoint
CREATE POLICY crisis_letter_select ON crisis_letter FOR SELECT USING (
  (SELECT app.is_system()) OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY crisis_letter_insert ON crisis_letter FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.has_role('lead')) AND structure_id = (SELECT app.structure_id()) AND sent_by = (SELECT app.user_id()))
);
--> statement-breakpoint
CREATE POLICY crisis_letter_update ON crisis_letter FOR UPDATE USING (
  (SELECT app.is_system()) OR ((SELECT app.has_role('lead')) AND structure_id = (SELECT app.structure_id()))
);
