-- A penalty proposed on a clause: what it rests on, frozen, and what the buyer decided. The software proposes, a person of the buyer
-- decides; nothing is sent by itself.
CREATE TABLE penalty_proposal (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  contract_id uuid NOT NULL REFERENCES contract,
  clause_id uuid NOT NULL REFERENCES clause,
  buyer_id uuid NOT NULL REFERENCES organisation,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'decided', 'withdrawn')),
  known_on date NOT NULL,
  notice_on date, until_on date, CHECK ((notice_on IS NULL) = (until_on IS NULL)), CHECK (until_on >= notice_on),
  facts jsonb NOT NULL,
  cents bigint NOT NULL CHECK (cents >= 0),
  -- the team's opinion, which the buyer reads
  opinion text NOT NULL CHECK (length(trim(opinion)) BETWEEN 1 AND 4000),
  outcome text CHECK (outcome IN ('apply', 'reduce', 'waive')),
  decided_cents bigint CHECK (decided_cents >= 0),
  reason text CHECK (length(trim(reason)) BETWEEN 1 AND 2000),
  -- null: decided by the buyer itself on its own page
  source text CHECK (source IN ('mail', 'letter', 'phone', 'meeting')),
  said_by text, said_on date,
  decided_by uuid REFERENCES "user",
  decided_at timestamptz,
  created_by uuid REFERENCES "user",
  created_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  CHECK ((state = 'decided') = (outcome IS NOT NULL AND decided_cents IS NOT NULL AND decided_at IS NOT NULL)),
  CHECK (state NOT IN ('decided', 'withdrawn') OR reason IS NOT NULL),
  -- applied whole, reduced to something less, or nothing
  CHECK (CASE outcome WHEN 'apply' THEN decided_cents = cents WHEN 'waive' THEN decided_cents = 0
    WHEN 'reduce' THEN decided_cents > 0 AND decided_cents < cents ELSE true END),
  CHECK ((source IS NULL) = (said_by IS NULL) AND (source IS NULL) = (said_on IS NULL))
);
--> statement-breakpoint
-- One at a time waits on a clause: another follows a decision or a withdrawal.
CREATE UNIQUE INDEX penalty_proposal_open ON penalty_proposal (clause_id) WHERE state IN ('draft', 'submitted');
--> statement-breakpoint
CREATE INDEX penalty_proposal_contract ON penalty_proposal (contract_id);
--> statement-breakpoint
CREATE INDEX penalty_proposal_structure ON penalty_proposal (structure_id, created_at DESC);
--> statement-breakpoint
CREATE INDEX penalty_proposal_buyer ON penalty_proposal (buyer_id, created_at DESC);
--> statement-breakpoint
-- What was proposed stays as it was; only the four moves of a penalty are made, and a decision or a withdrawal ends it.
CREATE FUNCTION app.keep_penalty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.structure_id, NEW.contract_id, NEW.clause_id, NEW.buyer_id, NEW.known_on, NEW.facts, NEW.cents, NEW.opinion)
     IS DISTINCT FROM (OLD.structure_id, OLD.contract_id, OLD.clause_id, OLD.buyer_id, OLD.known_on, OLD.facts, OLD.cents, OLD.opinion)
     OR (NEW.notice_on, NEW.until_on) IS DISTINCT FROM (OLD.notice_on, OLD.until_on) THEN
    RAISE EXCEPTION 'penalty: what was proposed is not rewritten' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT ((OLD.state = 'draft' AND NEW.state IN ('submitted', 'withdrawn')) OR (OLD.state = 'submitted' AND NEW.state IN ('decided', 'withdrawn'))) THEN
    RAISE EXCEPTION 'penalty: no way from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER penalty_proposal_kept BEFORE UPDATE ON penalty_proposal FOR EACH ROW EXECUTE FUNCTION app.keep_penalty();
--> statement-breakpoint
-- Who did what with a penalty, and when.
CREATE TABLE penalty_act (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  penalty_id uuid NOT NULL REFERENCES penalty_proposal ON DELETE CASCADE,
  act text NOT NULL CHECK (act IN ('propose', 'submit', 'decide', 'withdraw')),
  by_buyer boolean NOT NULL DEFAULT false,
  user_id uuid REFERENCES "user",
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
--> statement-breakpoint
CREATE INDEX penalty_act_penalty ON penalty_act (penalty_id, at);
--> statement-breakpoint
CREATE TRIGGER penalty_act_append_only BEFORE UPDATE ON penalty_act FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
ALTER TABLE penalty_proposal ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE penalty_proposal FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE penalty_act ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE penalty_act FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON penalty_proposal TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON penalty_act TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON penalty_proposal, penalty_act TO jonction_system;
--> statement-breakpoint
-- A buyer reads what was put before it, never a draft nor what was taken back.
CREATE POLICY penalty_proposal_select ON penalty_proposal FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()) AND state IN ('submitted', 'decided'))
);
--> statement-breakpoint
CREATE POLICY penalty_proposal_insert ON penalty_proposal FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND state = 'draft')
);
--> statement-breakpoint
CREATE POLICY penalty_proposal_update ON penalty_proposal FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()) AND state = 'submitted')
) WITH CHECK (
  (SELECT app.is_system())
  -- the team writes down a decision with where it heard it, or it would decide for the buyer
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND (state <> 'decided' OR source IS NOT NULL))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()) AND state = 'decided' AND source IS NULL)
);
--> statement-breakpoint
CREATE POLICY penalty_proposal_delete ON penalty_proposal FOR DELETE USING ((SELECT app.is_system()));
--> statement-breakpoint
CREATE POLICY penalty_act_select ON penalty_act FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('buyer')) AND EXISTS (SELECT 1 FROM penalty_proposal p WHERE p.id = penalty_act.penalty_id))
);
--> statement-breakpoint
CREATE POLICY penalty_act_insert ON penalty_act FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND NOT by_buyer)
  OR ((SELECT app.has_role('buyer')) AND act = 'decide' AND by_buyer
    AND EXISTS (SELECT 1 FROM penalty_proposal p WHERE p.id = penalty_act.penalty_id AND p.structure_id = penalty_act.structure_id))
);
