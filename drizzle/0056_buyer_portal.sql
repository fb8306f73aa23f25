-- A buyer manages itself: its people, as companies do since 0032, and its directorates, which have had a table and no keeper since 0042.
-- Somebody of a buyer manages (invites, suspends, keeps the directorates) or is a member; the two words of companies are kept.
ALTER TABLE membership DROP CONSTRAINT membership_company_role;
--> statement-breakpoint
-- Whoever spoke for a buyer until now did everything for it.
UPDATE membership SET company_role = 'manager' WHERE role = 'buyer';
--> statement-breakpoint
UPDATE invitation SET company_role = 'manager' WHERE role = 'buyer';
--> statement-breakpoint
ALTER TABLE membership ADD CONSTRAINT membership_company_role CHECK ((role IN ('employer', 'buyer')) = (company_role IS NOT NULL));
--> statement-breakpoint
CREATE INDEX membership_buyer ON membership (organisation_id, structure_id) WHERE role = 'buyer' AND ended_at IS NULL;
--> statement-breakpoint
-- An access that is suspended has ended, and may be opened again by whoever manages: every wall that asks for a running access holds.
ALTER TABLE membership ADD COLUMN suspended_by uuid REFERENCES "user", ADD CONSTRAINT membership_suspended CHECK (suspended_by IS NULL OR ended_at IS NOT NULL);
--> statement-breakpoint
ALTER TABLE invitation ADD COLUMN directorate_id uuid, ADD CONSTRAINT invitation_directorate_own FOREIGN KEY (directorate_id, organisation_id) REFERENCES directorate (id, buyer_id);
--> statement-breakpoint
-- Neither a company nor a buyer is ever left without a manager: its first person is one, and the last one neither leaves colleagues behind
-- nor steps down. One change of an organisation at a time, so that two managers do not step down together.
CREATE OR REPLACE FUNCTION app.keep_company_manager() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  others integer;
  managers integer;
BEGIN
  IF NEW.role NOT IN ('employer', 'buyer') THEN RETURN NEW; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('company:' || NEW.organisation_id || NEW.structure_id, 0));
  SELECT count(*), count(*) FILTER (WHERE company_role = 'manager') INTO others, managers FROM membership
  WHERE organisation_id = NEW.organisation_id AND structure_id = NEW.structure_id AND role = NEW.role AND ended_at IS NULL AND id <> NEW.id;
  IF TG_OP = 'INSERT' THEN
    NEW.company_role := CASE WHEN managers = 0 THEN 'manager' ELSE coalesce(NEW.company_role, 'declarant') END;
  ELSIF OLD.ended_at IS NULL AND OLD.company_role = 'manager' AND managers = 0
    AND ((NEW.ended_at IS NOT NULL AND others > 0) OR NEW.company_role IS DISTINCT FROM 'manager') THEN
    RAISE EXCEPTION 'a company keeps a manager' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Whoever speaks manages the accesses of her company, or of her buyer. The link of a letter speaks for a buyer and manages nothing.
CREATE OR REPLACE FUNCTION app.manages_company() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT (app.has_role('employer') OR app.has_role('buyer')) AND EXISTS (SELECT 1 FROM membership m
    WHERE m.user_id = app.user_id() AND m.organisation_id = app.organisation_id() AND m.structure_id = app.structure_id()
      AND m.role::text = app.role() AND m.company_role = 'manager' AND m.ended_at IS NULL)
$$;
--> statement-breakpoint
CREATE POLICY membership_select_buyer ON membership FOR SELECT USING (
  (SELECT app.has_role('buyer')) AND (SELECT app.user_id()) IS NOT NULL AND role = 'buyer'
  AND organisation_id = (SELECT app.organisation_id()) AND structure_id = (SELECT app.structure_id())
);
--> statement-breakpoint
CREATE POLICY membership_update_buyer ON membership FOR UPDATE USING (
  (SELECT app.has_role('buyer')) AND role = 'buyer' AND organisation_id = (SELECT app.organisation_id())
  AND structure_id = (SELECT app.structure_id()) AND (SELECT app.manages_company())
);
--> statement-breakpoint
-- The team puts somebody of a buyer into a directorate, and changes nothing else of an access.
CREATE POLICY membership_update_team ON membership FOR UPDATE USING (
  (SELECT app.is_staff()) AND role = 'buyer' AND structure_id = (SELECT app.structure_id())
);
--> statement-breakpoint
CREATE FUNCTION app.team_only_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.is_staff() AND to_jsonb(NEW) - 'directorate_id' <> to_jsonb(OLD) - 'directorate_id' THEN
    RAISE restrict_violation USING MESSAGE = 'a team only puts people of a buyer into a directorate';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER membership_team_places BEFORE UPDATE ON membership FOR EACH ROW EXECUTE FUNCTION app.team_only_places();
--> statement-breakpoint
CREATE POLICY invitation_select_buyer ON invitation FOR SELECT USING (
  (SELECT app.has_role('buyer')) AND (SELECT app.user_id()) IS NOT NULL AND role = 'buyer'
  AND organisation_id = (SELECT app.organisation_id()) AND structure_id = (SELECT app.structure_id())
);
--> statement-breakpoint
-- A manager invites into her own kind of organisation alone: the policies of companies asked for no role of whoever speaks.
DROP POLICY invitation_insert_manager ON invitation;
--> statement-breakpoint
CREATE POLICY invitation_insert_manager ON invitation FOR INSERT WITH CHECK (
  role IN ('employer', 'buyer') AND role::text = (SELECT app.role()) AND organisation_id = (SELECT app.organisation_id())
  AND structure_id = (SELECT app.structure_id()) AND invited_by = (SELECT app.user_id()) AND (SELECT app.manages_company())
);
--> statement-breakpoint
CREATE POLICY invitation_update_buyer ON invitation FOR UPDATE USING (
  (SELECT app.has_role('buyer')) AND role = 'buyer' AND organisation_id = (SELECT app.organisation_id())
  AND structure_id = (SELECT app.structure_id()) AND (SELECT app.manages_company())
);
--> statement-breakpoint
-- A directorate ends on a day; it stays in what was asked of it. Another may take its name.
ALTER TABLE directorate ADD COLUMN ended_on date, ADD COLUMN ended_by uuid REFERENCES "user",
  ADD CONSTRAINT directorate_ended CHECK (ended_on IS NOT NULL OR ended_by IS NULL);
--> statement-breakpoint
DROP INDEX directorate_name;
--> statement-breakpoint
CREATE UNIQUE INDEX directorate_name ON directorate (buyer_id, lower(name)) WHERE ended_on IS NULL;
--> statement-breakpoint
CREATE INDEX membership_directorate ON membership (directorate_id) WHERE directorate_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX organisation_contact_directorate ON organisation_contact (directorate_id) WHERE directorate_id IS NOT NULL;
--> statement-breakpoint
-- A team works with a buyer whose contract it follows, or of which somebody has an access in it.
CREATE FUNCTION app.works_with_buyer(buyer uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM contract c JOIN contract_structure s ON s.contract_id = c.id WHERE c.buyer_id = buyer AND s.structure_id = app.structure_id())
    OR EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = buyer AND m.role = 'buyer' AND m.structure_id = app.structure_id())
$$;
--> statement-breakpoint
-- The directorates of a buyer are kept by whoever manages it, and by the teams that work with it.
CREATE FUNCTION app.keeps_directorates(buyer uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT (app.is_staff() AND app.works_with_buyer(buyer))
    OR (app.has_role('buyer') AND buyer = app.organisation_id() AND app.manages_company())
$$;
--> statement-breakpoint
DROP POLICY directorate_insert ON directorate;
--> statement-breakpoint
CREATE POLICY directorate_insert ON directorate FOR INSERT WITH CHECK (
  (SELECT app.is_system()) OR (app.keeps_directorates(buyer_id) AND created_by = (SELECT app.user_id()) AND ended_on IS NULL)
);
--> statement-breakpoint
DROP POLICY directorate_update ON directorate;
--> statement-breakpoint
CREATE POLICY directorate_update ON directorate FOR UPDATE USING ((SELECT app.is_system()) OR app.keeps_directorates(buyer_id));
--> statement-breakpoint
-- An ended directorate stays as it ended.
CREATE FUNCTION app.keep_directorate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_on IS NOT NULL THEN RAISE restrict_violation USING MESSAGE = 'a directorate that has ended is kept as it was'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER directorate_kept BEFORE UPDATE ON directorate FOR EACH ROW EXECUTE FUNCTION app.keep_directorate();
--> statement-breakpoint
-- Into a directorate that runs only, and by whoever keeps those of the buyer: contract, access and contact alike. The row of the
-- directorate is held meanwhile, so that it does not end at the same moment.
CREATE FUNCTION app.guard_directorate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  buyer uuid := CASE TG_TABLE_NAME WHEN 'contract' THEN to_jsonb(NEW) ->> 'buyer_id' ELSE to_jsonb(NEW) ->> 'organisation_id' END;
BEGIN
  IF NEW.directorate_id IS NOT NULL THEN
    PERFORM 1 FROM directorate d WHERE d.id = NEW.directorate_id AND d.ended_on IS NULL FOR SHARE;
    IF NOT FOUND THEN
      -- An invitation outlives the directorate that it names: whoever accepts it belongs to none.
      IF TG_TABLE_NAME = 'membership' AND TG_OP = 'INSERT' THEN NEW.directorate_id := NULL;
      ELSE RAISE restrict_violation USING MESSAGE = 'nothing enters a directorate that has ended';
      END IF;
    END IF;
  END IF;
  IF TG_OP = 'UPDATE' AND NOT (app.is_system_session() OR app.keeps_directorates(buyer)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'the directorates of a buyer are kept by whoever manages it, and by its teams';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER contract_directorate_guard BEFORE UPDATE OF directorate_id ON contract FOR EACH ROW
  WHEN (OLD.directorate_id IS DISTINCT FROM NEW.directorate_id) EXECUTE FUNCTION app.guard_directorate();
--> statement-breakpoint
CREATE TRIGGER membership_directorate_guard BEFORE UPDATE OF directorate_id ON membership FOR EACH ROW
  WHEN (OLD.directorate_id IS DISTINCT FROM NEW.directorate_id) EXECUTE FUNCTION app.guard_directorate();
--> statement-breakpoint
CREATE TRIGGER membership_directorate_open BEFORE INSERT ON membership FOR EACH ROW
  WHEN (NEW.directorate_id IS NOT NULL) EXECUTE FUNCTION app.guard_directorate();
--> statement-breakpoint
CREATE TRIGGER organisation_contact_directorate_guard BEFORE UPDATE OF directorate_id ON organisation_contact FOR EACH ROW
  WHEN (OLD.directorate_id IS DISTINCT FROM NEW.directorate_id) EXECUTE FUNCTION app.guard_directorate();
--> statement-breakpoint
-- What a directorate holds, whichever team follows it: numbers alone, told before it ends.
CREATE FUNCTION app.directorate_holds(directorates uuid[])
RETURNS TABLE (directorate_id uuid, contracts integer, people integer, contacts integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT d.id,
    (SELECT count(*)::int FROM contract c WHERE c.directorate_id = d.id),
    (SELECT count(*)::int FROM membership m WHERE m.directorate_id = d.id AND m.ended_at IS NULL),
    (SELECT count(*)::int FROM organisation_contact o WHERE o.directorate_id = d.id)
  FROM directorate d WHERE d.id = ANY (directorates)
    AND (app.is_system_session() OR app.is_staff() OR (app.has_role('buyer') AND d.buyer_id = app.organisation_id()))
$$;
--> statement-breakpoint
-- Ends a directorate: what it held goes to another of the same buyer, or to none. It reaches what other teams follow, hence its own rights.
CREATE FUNCTION app.end_directorate(which uuid, into_directorate uuid, today date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  ending directorate;
BEGIN
  SELECT * INTO ending FROM directorate WHERE id = which AND ended_on IS NULL FOR UPDATE;
  IF NOT FOUND OR NOT (app.is_system_session() OR app.keeps_directorates(ending.buyer_id)) THEN RETURN false; END IF;
  -- Suspended accesses keep no directorate that has ended either.
  UPDATE contract SET directorate_id = into_directorate WHERE directorate_id = which;
  UPDATE membership SET directorate_id = into_directorate WHERE directorate_id = which;
  UPDATE organisation_contact SET directorate_id = into_directorate WHERE directorate_id = which;
  UPDATE directorate SET ended_on = today, ended_by = app.user_id() WHERE id = which;
  RETURN true;
END $$;
--> statement-breakpoint
GRANT UPDATE (ended_on, ended_by) ON directorate TO jonction_app;
--> statement-breakpoint
-- A buyer says where one of its contracts stands of its own accord, signed in and in her own name: no campaign asked, no letter carried it.
ALTER TABLE census_change DROP CONSTRAINT census_change_asked;
--> statement-breakpoint
ALTER TABLE census_change ADD CONSTRAINT census_change_asked CHECK (campaign_id IS NOT NULL OR letter_id IS NULL);
--> statement-breakpoint
CREATE POLICY census_change_insert_own ON census_change FOR INSERT WITH CHECK (
  (SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()) AND source = 'buyer_answer' AND campaign_id IS NULL
  AND by_user = (SELECT app.user_id()) AND structure_id = (SELECT app.structure_id()) AND chosen = 1
);
--> statement-breakpoint
CREATE POLICY census_answer_insert_own ON census_answer FOR INSERT WITH CHECK (
  (SELECT app.has_role('buyer')) AND (SELECT app.user_id()) IS NOT NULL AND buyer_id = (SELECT app.organisation_id())
  AND source = 'buyer_answer' AND campaign_id IS NULL AND structure_id = (SELECT app.structure_id())
  AND EXISTS (SELECT 1 FROM contract c WHERE c.id = census_answer.contract_id AND c.buyer_id = census_answer.buyer_id)
);
--> statement-breakpoint
-- How many people worked validated hours of a year on the clauses of a buyer, by contract and, under no contract, in all: numbers
-- without names. Whoever shows them to a buyer hides the small ones.
CREATE FUNCTION app.bought_people(buyer uuid, of_year integer)
RETURNS TABLE (contract_id uuid, people integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH worked AS (
    SELECT k.contract_id, l.participant_id
    FROM clause k JOIN hour_entry e ON e.clause_id = k.id JOIN hour_line l ON l.id = e.line_id
    WHERE k.buyer_id = buyer AND e.status = 'validated'
      AND e.from_day >= make_date(of_year, 1, 1) AND e.from_day < make_date(of_year + 1, 1, 1)
      AND (app.is_system_session()
        OR (app.is_staff() AND k.structure_id = app.structure_id())
        OR (app.has_role('buyer') AND k.buyer_id = app.organisation_id()))
    GROUP BY 1, 2 HAVING sum(e.centihours) > 0)
  SELECT w.contract_id, count(*)::int FROM worked w GROUP BY 1
  UNION ALL SELECT NULL, count(DISTINCT w.participant_id)::int FROM worked w
$$;
