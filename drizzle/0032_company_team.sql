-- Several people speak for one company: a manager invites, ends accesses and signs; a declarant declares hours and answers CVs.
ALTER TABLE membership ADD COLUMN company_role text CHECK (company_role IN ('manager', 'declarant'));
--> statement-breakpoint
ALTER TABLE invitation ADD COLUMN company_role text CHECK (company_role IN ('manager', 'declarant'));
--> statement-breakpoint
-- Whoever spoke for a company until now did everything for it.
UPDATE membership SET company_role = 'manager' WHERE role = 'employer';
--> statement-breakpoint
UPDATE invitation SET company_role = 'manager' WHERE role = 'employer';
--> statement-breakpoint
ALTER TABLE membership ADD CONSTRAINT membership_company_role CHECK ((role = 'employer') = (company_role IS NOT NULL));
--> statement-breakpoint
CREATE INDEX membership_company ON membership (organisation_id, structure_id) WHERE role = 'employer' AND ended_at IS NULL;
--> statement-breakpoint
-- A company is never left without a manager: its first person is one, and the last one neither leaves colleagues behind nor steps down.
-- One change of a company at a time, so that two managers do not step down together.
CREATE FUNCTION app.keep_company_manager() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  others integer;
  managers integer;
BEGIN
  IF NEW.role <> 'employer' THEN RETURN NEW; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('company:' || NEW.organisation_id || NEW.structure_id, 0));
  SELECT count(*), count(*) FILTER (WHERE company_role = 'manager') INTO others, managers FROM membership
  WHERE organisation_id = NEW.organisation_id AND structure_id = NEW.structure_id AND role = 'employer' AND ended_at IS NULL AND id <> NEW.id;
  IF TG_OP = 'INSERT' THEN
    NEW.company_role := CASE WHEN managers = 0 THEN 'manager' ELSE coalesce(NEW.company_role, 'declarant') END;
  ELSIF OLD.ended_at IS NULL AND OLD.company_role = 'manager' AND managers = 0
    AND ((NEW.ended_at IS NOT NULL AND others > 0) OR NEW.company_role IS DISTINCT FROM 'manager') THEN
    RAISE EXCEPTION 'a company keeps a manager' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER membership_keeps_manager BEFORE INSERT OR UPDATE OF ended_at, company_role ON membership FOR EACH ROW EXECUTE FUNCTION app.keep_company_manager();
--> statement-breakpoint
-- Whoever speaks manages her company's accesses.
CREATE FUNCTION app.manages_company() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT app.has_role('employer') AND EXISTS (SELECT 1 FROM membership m
    WHERE m.user_id = app.user_id() AND m.organisation_id = app.organisation_id() AND m.structure_id = app.structure_id()
      AND m.role = 'employer' AND m.company_role = 'manager' AND m.ended_at IS NULL)
$$;
--> statement-breakpoint
CREATE POLICY membership_select_colleague ON membership FOR SELECT USING (
  (SELECT app.has_role('employer')) AND role = 'employer' AND organisation_id = (SELECT app.organisation_id())
  AND structure_id = (SELECT app.structure_id())
);
--> statement-breakpoint
CREATE POLICY membership_update_manager ON membership FOR UPDATE USING (
  role = 'employer' AND organisation_id = (SELECT app.organisation_id()) AND structure_id = (SELECT app.structure_id())
  AND (SELECT app.manages_company())
);
--> statement-breakpoint
CREATE POLICY invitation_select_colleague ON invitation FOR SELECT USING (
  (SELECT app.has_role('employer')) AND role = 'employer' AND organisation_id = (SELECT app.organisation_id())
  AND structure_id = (SELECT app.structure_id())
);
--> statement-breakpoint
CREATE POLICY invitation_insert_manager ON invitation FOR INSERT WITH CHECK (
  role = 'employer' AND organisation_id = (SELECT app.organisation_id()) AND structure_id = (SELECT app.structure_id())
  AND invited_by = (SELECT app.user_id()) AND (SELECT app.manages_company())
);
--> statement-breakpoint
CREATE POLICY invitation_update_manager ON invitation FOR UPDATE USING (
  role = 'employer' AND organisation_id = (SELECT app.organisation_id()) AND structure_id = (SELECT app.structure_id())
  AND (SELECT app.manages_company())
);
