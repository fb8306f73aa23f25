-- Months that a clause team closes: what stood in the ledger on that day is frozen as sums, and what comes after is told apart.
-- A closing, a proposal and a reopening are facts with an author: none is ever rewritten.
CREATE TABLE closed_month (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  closed_by uuid NOT NULL REFERENCES "user",
  -- the instant of the freeze: an entry of the month recorded later comes after the closing
  closed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
--> statement-breakpoint
CREATE INDEX closed_month_of ON closed_month (structure_id, month, closed_at);
--> statement-breakpoint
CREATE TABLE month_act (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  act text NOT NULL CHECK (act IN ('proposed', 'reopened')),
  -- the closing that a reopening ends; a closing is ended once
  closing_id uuid UNIQUE REFERENCES closed_month,
  CHECK ((act = 'reopened') = (closing_id IS NOT NULL)),
  reason text,
  CHECK (act <> 'reopened' OR length(trim(reason)) > 0),
  by_user uuid NOT NULL REFERENCES "user",
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
--> statement-breakpoint
CREATE INDEX month_act_of ON month_act (structure_id, month, at);
--> statement-breakpoint
-- The frozen sums of a closing: by hire, so by lot and by company, and by what became of the hours.
CREATE TABLE closed_month_hours (
  closing_id uuid NOT NULL REFERENCES closed_month,
  structure_id uuid NOT NULL REFERENCES organisation,
  contract_id uuid NOT NULL REFERENCES contract,
  clause_id uuid NOT NULL REFERENCES clause,
  employer_id uuid NOT NULL REFERENCES organisation,
  placement_id uuid NOT NULL REFERENCES placement,
  status hour_status NOT NULL,
  -- part of the pending hours that misses a paper; part of the validated ones that was credited and not worked
  waiting boolean NOT NULL,
  exceptional boolean NOT NULL,
  centihours integer NOT NULL,
  PRIMARY KEY (closing_id, placement_id, status, waiting, exceptional)
);
--> statement-breakpoint
CREATE INDEX closed_month_hours_clause ON closed_month_hours (clause_id);
--> statement-breakpoint
-- An entry never runs over the end of a month: the sums of a month read its own entries and no others, however long the ledger.
CREATE INDEX hour_entry_month ON hour_entry (structure_id, from_day) INCLUDE (placement_id, status, reason, centihours, recorded_at);
--> statement-breakpoint
-- A month is closed once until it is reopened, whoever writes. Asked after the walls: a stranger learns nothing of it.
CREATE FUNCTION app.close_once() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('month:' || NEW.structure_id || ':' || NEW.month, 0));
  IF EXISTS (SELECT 1 FROM closed_month c WHERE c.structure_id = NEW.structure_id AND c.month = NEW.month
      AND c.id <> NEW.id AND NOT EXISTS (SELECT 1 FROM month_act a WHERE a.closing_id = c.id)) THEN
    RAISE EXCEPTION 'month_closed: % is closed', NEW.month USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER closed_month_once AFTER INSERT ON closed_month FOR EACH ROW EXECUTE FUNCTION app.close_once();
--> statement-breakpoint
CREATE TRIGGER closed_month_append_only BEFORE UPDATE OR DELETE ON closed_month FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
CREATE TRIGGER closed_month_hours_append_only BEFORE UPDATE OR DELETE ON closed_month_hours FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
CREATE TRIGGER month_act_append_only BEFORE UPDATE OR DELETE ON month_act FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
-- Emptying a table is no way around it.
CREATE TRIGGER closed_month_no_truncate BEFORE TRUNCATE ON closed_month EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
CREATE TRIGGER closed_month_hours_no_truncate BEFORE TRUNCATE ON closed_month_hours EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
CREATE TRIGGER month_act_no_truncate BEFORE TRUNCATE ON month_act EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
CREATE TRIGGER hour_line_no_truncate BEFORE TRUNCATE ON hour_line EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
CREATE TRIGGER hour_entry_no_truncate BEFORE TRUNCATE ON hour_entry EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
CREATE TRIGGER hour_decision_no_truncate BEFORE TRUNCATE ON hour_decision EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
CREATE TRIGGER hour_policy_no_truncate BEFORE TRUNCATE ON hour_policy EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
ALTER TABLE closed_month ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE closed_month FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE month_act ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE month_act FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE closed_month_hours ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE closed_month_hours FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON closed_month, month_act, closed_month_hours TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON closed_month, month_act, closed_month_hours TO jonction_system;
--> statement-breakpoint
-- A company that declares to the structure knows which months are closed: what it changes there is marked. It reads no sums.
CREATE POLICY closed_month_select ON closed_month FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND EXISTS (SELECT 1 FROM placement p WHERE p.structure_id = closed_month.structure_id))
);
--> statement-breakpoint
-- The team lead closes and reopens; a facilitator proposes.
CREATE POLICY closed_month_insert ON closed_month FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.has_role('lead')) AND structure_id = (SELECT app.structure_id()) AND closed_by = (SELECT app.user_id()))
);
--> statement-breakpoint
CREATE POLICY month_act_select ON month_act FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND act = 'reopened' AND EXISTS (SELECT 1 FROM placement p WHERE p.structure_id = month_act.structure_id))
);
--> statement-breakpoint
CREATE POLICY month_act_insert ON month_act FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND by_user = (SELECT app.user_id())
    AND (act = 'proposed' OR (SELECT app.has_role('lead'))))
);
--> statement-breakpoint
CREATE POLICY closed_month_hours_select ON closed_month_hours FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY closed_month_hours_insert ON closed_month_hours FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.has_role('lead')) AND structure_id = (SELECT app.structure_id()))
);
