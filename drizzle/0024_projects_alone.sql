-- Projects are also stated by the partner whose person she is, and read by herself; a decision taken by somebody who is alone.
DROP POLICY participant_project_select ON participant_project;
--> statement-breakpoint
CREATE POLICY participant_project_select ON participant_project FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('partner')) AND EXISTS (SELECT 1 FROM participant p WHERE p.id = participant_project.participant_id))
  OR ((SELECT app.is_participant()) AND participant_id = (SELECT app.participant_id()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
DROP POLICY participant_project_insert ON participant_project;
--> statement-breakpoint
CREATE POLICY participant_project_insert ON participant_project FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR (((SELECT app.is_staff()) OR (SELECT app.has_role('partner'))) AND structure_id = (SELECT app.structure_id())
    AND EXISTS (SELECT 1 FROM participant p WHERE p.id = participant_project.participant_id))
);
--> statement-breakpoint
DROP POLICY participant_project_update ON participant_project;
--> statement-breakpoint
CREATE POLICY participant_project_update ON participant_project FOR UPDATE USING (
  (SELECT app.is_system())
  OR (((SELECT app.is_staff()) OR (SELECT app.has_role('partner'))) AND structure_id = (SELECT app.structure_id())
    AND EXISTS (SELECT 1 FROM participant p WHERE p.id = participant_project.participant_id))
);
--> statement-breakpoint
-- Ways to work that the product knows.
ALTER TABLE participant_project ADD CHECK (transports <@ ARRAY['foot', 'bike', 'scooter', 'car', 'public', 'shared']);
--> statement-breakpoint
-- Two records that become one: a project that follows is not a second main one.
CREATE FUNCTION app.follow_as_second() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF EXISTS (SELECT FROM participant_project WHERE participant_id = NEW.participant_id AND main) THEN NEW.main := false; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER participant_project_follows BEFORE UPDATE OF participant_id ON participant_project FOR EACH ROW
  WHEN (NEW.main AND NEW.participant_id <> OLD.participant_id) EXECUTE FUNCTION app.follow_as_second();
--> statement-breakpoint
-- What she says of her project, on her own page.
ALTER TABLE participant_word DROP CONSTRAINT participant_word_field_check;
--> statement-breakpoint
ALTER TABLE participant_word ADD CONSTRAINT participant_word_field_check CHECK (field IN ('phone', 'email', 'place', 'availability',
  'hours', 'radius', 'channel', 'postal', 'third', 'name', 'occupations', 'project', 'experience', 'skills', 'licences', 'languages',
  'other', 'consent_given', 'consent_withdrawn'));
--> statement-breakpoint
-- A team of one: whoever gave an opinion decides on it, and writes why it could not wait for somebody else. Sealed like the opinion.
ALTER TABLE eligibility_derogation ADD COLUMN alone_sealed bytea;
--> statement-breakpoint
DO $$ DECLARE named name; BEGIN
  SELECT conname INTO STRICT named FROM pg_constraint
    WHERE conrelid = 'eligibility_derogation'::regclass AND pg_get_constraintdef(oid) LIKE '%decided_by <> asked_by%';
  EXECUTE format('ALTER TABLE eligibility_derogation DROP CONSTRAINT %I', named);
END $$;
--> statement-breakpoint
ALTER TABLE eligibility_derogation ADD CHECK ((decided_by IS NOT DISTINCT FROM asked_by) = (alone_sealed IS NOT NULL));
--> statement-breakpoint
-- Nobody else of the team could decide.
CREATE FUNCTION app.is_alone(in_structure uuid, someone uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT NOT EXISTS (SELECT FROM membership WHERE structure_id = in_structure AND organisation_id = in_structure
    AND role IN ('facilitator', 'lead') AND ended_at IS NULL AND user_id <> someone)
$$;
--> statement-breakpoint
CREATE FUNCTION app.decide_alone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Decided before, and only following a merge.
  IF TG_OP = 'UPDATE' THEN
    IF OLD.decision IS NOT NULL THEN RETURN NEW; END IF;
  END IF;
  IF NOT app.is_alone(NEW.structure_id, NEW.decided_by) THEN
    RAISE EXCEPTION 'derogation: somebody else can decide' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER eligibility_derogation_alone BEFORE INSERT OR UPDATE ON eligibility_derogation FOR EACH ROW
  WHEN (NEW.decided_by = NEW.asked_by) EXECUTE FUNCTION app.decide_alone();
