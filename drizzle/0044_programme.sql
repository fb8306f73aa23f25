-- A contract that a buyer plans, before it is one of the register: what it will buy, what the team answers, where it stands. Seen by the team
-- it was sent to and by its buyer.
CREATE TABLE planned_contract (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  buyer_id uuid NOT NULL REFERENCES organisation,
  year smallint NOT NULL CHECK (year BETWEEN 2015 AND 2100),
  -- known again by its reference, else by what it buys
  key text NOT NULL,
  object text NOT NULL CHECK (length(object) BETWEEN 3 AND 1000),
  reference text,
  cpv text CHECK (cpv ~ '^[0-9]{8}$'),
  kind text CHECK (kind IN ('works', 'supplies', 'services', 'concession')),
  buyer_kind text CHECK (buyer_kind IN ('state', 'other', 'network')),
  amount_cents bigint CHECK (amount_cents >= 0),
  procedure text CHECK (procedure IN ('adapted', 'open', 'restricted', 'negotiated', 'dialogue', 'no_publicity', 'framework')),
  duration_months smallint CHECK (duration_months BETWEEN 1 AND 600),
  publication_on date,
  lots smallint CHECK (lots BETWEEN 1 AND 500),
  area text CHECK (area ~ '^([0-9]{2,3}|2[AB]|[0-9]{5})$'),
  note text,
  status text NOT NULL DEFAULT 'planned'
    CHECK (status IN ('planned', 'study', 'no_clause', 'tender', 'unsuccessful', 'awarded', 'notified', 'dropped')),
  status_since date NOT NULL,
  received_on date NOT NULL,
  answered_on date CHECK (answered_on >= received_on),
  owner_id uuid REFERENCES "user",
  next_action text,
  next_action_on date,
  CHECK (next_action_on IS NULL OR next_action IS NOT NULL),
  -- CCP L2112-2-1 II: one of the four reasons with its words, or nothing
  exemption_reason text CHECK (exemption_reason IN ('available_solution', 'no_link', 'competition', 'short_works')),
  exemption_words text,
  CHECK ((exemption_reason IS NULL) = (exemption_words IS NULL)),
  -- the inputs beside the figure, so that the buyer can defend it
  target jsonb,
  due_hours integer CHECK (due_hours >= 0),
  CHECK ((target IS NULL) = (due_hours IS NULL)),
  occupations text[] NOT NULL DEFAULT '{}',
  -- people counted on the day of the sizing, as a buyer may be told them: never a figure from 1 to 4
  people jsonb,
  contract_id uuid UNIQUE REFERENCES contract,
  CHECK ((status = 'notified') = (contract_id IS NOT NULL)),
  source text NOT NULL CHECK (source IN ('buyer', 'facilitator', 'sheet')),
  created_by uuid REFERENCES "user",
  created_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (structure_id, buyer_id, year, key)
);
--> statement-breakpoint
CREATE INDEX planned_contract_structure ON planned_contract (structure_id, year, status);
--> statement-breakpoint
CREATE INDEX planned_contract_buyer ON planned_contract (buyer_id);
--> statement-breakpoint
-- Everything done with a planned contract, and every exemption ever written, kept for good.
CREATE TABLE planned_act (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  planned_id uuid NOT NULL REFERENCES planned_contract,
  structure_id uuid NOT NULL REFERENCES organisation,
  buyer_id uuid NOT NULL REFERENCES organisation,
  act text NOT NULL CHECK (act IN ('added', 'corrected', 'study', 'answer', 'no_clause', 'tender', 'unsuccessful', 'award', 'notify',
    'drop', 'reopen', 'sized', 'exempted', 'exemption_withdrawn', 'text')),
  from_status text,
  to_status text NOT NULL,
  on_day date NOT NULL,
  why text,
  facts jsonb NOT NULL DEFAULT '{}',
  by_user uuid NOT NULL REFERENCES "user",
  by_role text NOT NULL CHECK (by_role IN ('facilitator', 'lead', 'buyer')),
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
--> statement-breakpoint
CREATE INDEX planned_act_planned ON planned_act (planned_id, id);
--> statement-breakpoint
CREATE TRIGGER planned_act_append_only BEFORE UPDATE OR DELETE ON planned_act FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
-- Whose it is never changes; and what the team answers with is the team's: a buyer changes what it buys, not the hours, nor who follows it.
CREATE FUNCTION app.planned_contract_kept() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF (NEW.structure_id, NEW.buyer_id) IS DISTINCT FROM (OLD.structure_id, OLD.buyer_id) THEN
    RAISE restrict_violation USING MESSAGE = 'a planned contract stays with its buyer and its team';
  END IF;
  IF app.has_role('buyer') AND NOT app.is_system() AND (
    (NEW.owner_id, NEW.next_action, NEW.next_action_on, NEW.target, NEW.due_hours, NEW.occupations, NEW.people, NEW.contract_id, NEW.answered_on, NEW.received_on)
    IS DISTINCT FROM
    (OLD.owner_id, OLD.next_action, OLD.next_action_on, OLD.target, OLD.due_hours, OLD.occupations, OLD.people, OLD.contract_id, OLD.answered_on, OLD.received_on)
    OR (NEW.status IS DISTINCT FROM OLD.status AND NEW.status IN ('study', 'no_clause', 'notified'))
  ) THEN
    RAISE restrict_violation USING MESSAGE = 'the answer to a planned contract is for the team';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER planned_contract_kept BEFORE UPDATE ON planned_contract FOR EACH ROW EXECUTE FUNCTION app.planned_contract_kept();
--> statement-breakpoint
ALTER TABLE planned_contract ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE planned_contract FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON planned_contract TO jonction_app;
--> statement-breakpoint
CREATE POLICY planned_contract_select ON planned_contract FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY planned_contract_insert ON planned_contract FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR (structure_id = (SELECT app.structure_id()) AND created_by = (SELECT app.user_id()) AND (
    (SELECT app.is_staff()) OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()) AND owner_id IS NULL
      AND target IS NULL AND status = 'planned' AND answered_on IS NULL)))
);
--> statement-breakpoint
CREATE POLICY planned_contract_update ON planned_contract FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE planned_act ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE planned_act FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON planned_act TO jonction_app;
--> statement-breakpoint
CREATE POLICY planned_act_select ON planned_act FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY planned_act_insert ON planned_act FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR (by_user = (SELECT app.user_id()) AND structure_id = (SELECT app.structure_id())
    AND EXISTS (SELECT 1 FROM planned_contract p WHERE p.id = planned_id AND p.buyer_id = planned_act.buyer_id AND p.structure_id = planned_act.structure_id))
);
--> statement-breakpoint
-- The texts of a clause that the team produced, each as it was: the file is made again from its facts, byte for byte.
CREATE TABLE planned_text (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  planned_id uuid NOT NULL REFERENCES planned_contract,
  structure_id uuid NOT NULL REFERENCES organisation,
  buyer_id uuid NOT NULL REFERENCES organisation,
  number smallint NOT NULL CHECK (number > 0),
  facts jsonb NOT NULL,
  made_by uuid NOT NULL REFERENCES "user",
  made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (planned_id, number)
);
--> statement-breakpoint
CREATE TRIGGER planned_text_append_only BEFORE UPDATE OR DELETE ON planned_text FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
ALTER TABLE planned_text ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE planned_text FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON planned_text TO jonction_app;
--> statement-breakpoint
-- A buyer reads the text once the team answered.
CREATE POLICY planned_text_select ON planned_text FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()) AND structure_id = (SELECT app.structure_id())
    AND EXISTS (SELECT 1 FROM planned_contract p WHERE p.id = planned_id AND p.answered_on IS NOT NULL))
);
--> statement-breakpoint
CREATE POLICY planned_text_insert ON planned_text FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND made_by = (SELECT app.user_id()) AND structure_id = (SELECT app.structure_id())
    AND EXISTS (SELECT 1 FROM planned_contract p WHERE p.id = planned_id AND p.buyer_id = planned_text.buyer_id AND p.structure_id = planned_text.structure_id))
);
