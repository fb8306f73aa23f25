-- A group of co-contractors ends on a day, for a reason. Its last parts stay written as its final account; the clause owes what it owed.
-- The end is one more version, taken back by one more.
ALTER TABLE consortium DROP CONSTRAINT consortium_cause_check;
--> statement-breakpoint
ALTER TABLE consortium
  ADD COLUMN ended_on date,
  ADD COLUMN reason text CHECK (length(trim(reason)) BETWEEN 1 AND 1000),
  ADD CONSTRAINT consortium_cause_check CHECK (cause IN ('set', 'due', 'ended', 'resumed')),
  ADD CONSTRAINT consortium_end_is_told CHECK ((cause = 'ended') = (ended_on IS NOT NULL) AND (cause = 'ended') = (reason IS NOT NULL));
--> statement-breakpoint
-- A group that ended follows nothing any more, is taken up again once, and ends once.
CREATE FUNCTION app.check_group_step() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  was text;
BEGIN
  SELECT cause INTO was FROM consortium WHERE clause_id = NEW.clause_id AND version = NEW.version - 1;
  IF (NEW.cause = 'resumed' AND was IS DISTINCT FROM 'ended') OR (NEW.cause = 'due' AND was = 'ended')
     OR (NEW.cause = 'ended' AND (was IS NULL OR was = 'ended')) THEN
    RAISE EXCEPTION 'consortium: % after %', NEW.cause, was USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER consortium_step AFTER INSERT ON consortium FOR EACH ROW EXECUTE FUNCTION app.check_group_step();
--> statement-breakpoint
-- The final account stands whatever the clause owes later.
CREATE OR REPLACE FUNCTION app.check_parts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  of_clause uuid := CASE TG_TABLE_NAME WHEN 'clause' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'clause_id' END;
  last consortium;
  owed bigint;
  parted bigint;
BEGIN
  SELECT * INTO last FROM consortium WHERE clause_id = of_clause ORDER BY version DESC LIMIT 1;
  IF last.version IS NULL OR (TG_TABLE_NAME = 'clause' AND last.cause = 'ended') THEN RETURN NULL; END IF;
  SELECT 100 * due_hours::bigint INTO owed FROM clause WHERE id = of_clause;
  SELECT coalesce(sum(centihours), 0) INTO parted FROM consortium_part WHERE clause_id = of_clause AND version = last.version;
  IF parted <> owed OR owed <> last.due_centihours THEN
    RAISE EXCEPTION 'consortium: parts make %, the clause owes %', parted, owed USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM consortium_part p
    WHERE p.clause_id = of_clause AND p.version = last.version AND p.organisation_id = last.lead_id) THEN
    RAISE EXCEPTION 'consortium: its lead is one of its members' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Of a group that ended nobody is a member: nothing is transferred in it.
CREATE OR REPLACE FUNCTION app.is_member(clause uuid, organisation uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM consortium c JOIN consortium_part p USING (clause_id, version)
    WHERE c.clause_id = clause AND p.organisation_id = organisation AND c.cause <> 'ended'
    AND c.version = (SELECT max(version) FROM consortium l WHERE l.clause_id = clause))
$$;
--> statement-breakpoint
-- The names stay readable to those who were in it to the end.
CREATE OR REPLACE FUNCTION app.consortium_peers(clause uuid)
RETURNS TABLE (organisation_id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT o.id, o.name FROM consortium_part p JOIN organisation o ON o.id = p.organisation_id
    JOIN consortium_part own ON own.clause_id = p.clause_id AND own.version = p.version AND own.organisation_id = app.organisation_id()
  WHERE p.clause_id = clause AND p.version = (SELECT max(version) FROM consortium c WHERE c.clause_id = clause)
    AND app.has_role('employer')
$$;
--> statement-breakpoint
-- Whether a group ended after an instant, and was not taken up again: what was proposed before waits no more, even if another group is made later.
CREATE FUNCTION app.group_ended_since(clause uuid, since timestamptz, known_at timestamptz) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM consortium e WHERE e.clause_id = clause AND e.cause = 'ended' AND e.recorded_at >= since AND e.recorded_at <= known_at
    AND NOT EXISTS (SELECT 1 FROM consortium r WHERE r.clause_id = clause AND r.version = e.version + 1 AND r.cause = 'resumed' AND r.recorded_at <= known_at))
$$;
--> statement-breakpoint
CREATE FUNCTION app.check_transfer_lives() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM hour_transfer t WHERE t.id = NEW.transfer_id AND app.group_ended_since(t.clause_id, t.proposed_at, 'infinity')) THEN
    RAISE EXCEPTION 'transfer: its group ended' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Before the one that looks at balances, by its name.
CREATE TRIGGER hour_transfer_act_in_time AFTER INSERT ON hour_transfer_act FOR EACH ROW EXECUTE FUNCTION app.check_transfer_lives();
--> statement-breakpoint
DROP FUNCTION app.hours_by_employer(uuid, timestamptz);
--> statement-breakpoint
-- Validated hours of a clause by the company that employs, as known at an instant; of a group that ended, of lines begun by its last day.
CREATE FUNCTION app.hours_by_employer(clause uuid, known_at timestamptz, until date)
RETURNS TABLE (organisation_id uuid, centihours bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT e.employer_id, sum(e.centihours) FROM hour_entry e
  WHERE e.clause_id = clause AND e.status = 'validated' AND e.recorded_at <= known_at AND (until IS NULL OR e.from_day <= until)
    AND (app.reads_group(clause) OR (app.has_role('employer') AND e.employer_id = app.organisation_id()))
  GROUP BY 1 HAVING sum(e.centihours) <> 0
$$;
