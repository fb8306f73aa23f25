-- A CV passed on to another company, a first day prepared, settings that a lead decides, and what a company writes freely.

-- What a company writes with its answer reaches the team and the company that wrote it, nobody else. A partner reads the row of
-- a positioning to follow her people: the words leave that row for one of their own.
CREATE TABLE positioning_note (
  positioning_id uuid PRIMARY KEY REFERENCES positioning ON DELETE CASCADE,
  structure_id uuid NOT NULL REFERENCES organisation,
  note text NOT NULL CHECK (length(note) BETWEEN 1 AND 1000)
);
--> statement-breakpoint
INSERT INTO positioning_note (positioning_id, structure_id, note)
  SELECT id, structure_id, left(answer_note, 1000) FROM positioning WHERE length(answer_note) > 0;
--> statement-breakpoint
ALTER TABLE positioning DROP COLUMN answer_note;
--> statement-breakpoint
ALTER TABLE positioning_note ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE positioning_note FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON positioning_note TO jonction_app, jonction_system;
--> statement-breakpoint
-- Whoever answers for a positioning, and sees it: the team, the company by its account or by its link.
CREATE POLICY positioning_note_all ON positioning_note USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR (((SELECT app.has_role('employer')) OR (SELECT app.actor_kind()) = 'link')
    AND EXISTS (SELECT 1 FROM positioning p WHERE p.id = positioning_note.positioning_id AND p.structure_id = positioning_note.structure_id))
);
--> statement-breakpoint
-- Passed on to another company: the first one's row ends for that reason.
ALTER TABLE positioning DROP CONSTRAINT positioning_close_reason_check;
--> statement-breakpoint
ALTER TABLE positioning ADD CONSTRAINT positioning_close_reason_check
  CHECK (close_reason IN ('found_work', 'offer_filled', 'offer_closed', 'silence', 'team', 'transferred'));
--> statement-breakpoint
ALTER TABLE positioning_notice DROP CONSTRAINT positioning_notice_kind_check;
--> statement-breakpoint
ALTER TABLE positioning_notice ADD CONSTRAINT positioning_notice_kind_check
  CHECK (kind IN ('closed_silence', 'closed_found_work', 'closed_offer', 'dead_address', 'transfer_asked'));
--> statement-breakpoint
-- A company asks that a CV go on to another one. It names it in its own words: who that is, and whether the person agrees, is
-- the team's to say. What was decided stays.
CREATE TABLE positioning_transfer (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  positioning_id uuid NOT NULL REFERENCES positioning ON DELETE CASCADE,
  push_id uuid REFERENCES push,
  employer_id uuid NOT NULL REFERENCES organisation,
  company_name text NOT NULL CHECK (length(company_name) BETWEEN 2 AND 200),
  contact_name text CHECK (length(contact_name) <= 200),
  contact_email text CHECK (length(contact_email) <= 200),
  why text NOT NULL CHECK (why IN ('subcontractor', 'other_agency', 'other_site', 'other_company')),
  note text CHECK (length(note) <= 1000),
  asked_by text NOT NULL CHECK (asked_by IN ('facilitator', 'employer', 'link')),
  asked_at timestamptz NOT NULL DEFAULT now(),
  status text NOT NULL DEFAULT 'asked' CHECK (status IN ('asked', 'agreed', 'declined')),
  decline_reason text CHECK (decline_reason IN ('person_declined', 'not_suitable', 'other_plan', 'unknown_company')),
  decided_at timestamptz,
  decided_by uuid REFERENCES "user",
  -- the new row, at the other company
  to_positioning_id uuid REFERENCES positioning ON DELETE SET NULL,
  CHECK ((status = 'asked') = (decided_at IS NULL)),
  CHECK (status <> 'declined' OR decline_reason IS NOT NULL)
);
--> statement-breakpoint
-- One question at a time about a CV.
CREATE UNIQUE INDEX positioning_transfer_one ON positioning_transfer (positioning_id) WHERE status = 'asked';
--> statement-breakpoint
CREATE INDEX positioning_transfer_positioning ON positioning_transfer (positioning_id);
--> statement-breakpoint
CREATE INDEX positioning_transfer_to ON positioning_transfer (to_positioning_id);
--> statement-breakpoint
-- The team's tray hears of it in the same transaction, whoever asks; asked anew after a no, it is news again.
CREATE FUNCTION app.tell_of_transfer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NEW.asked_by <> 'facilitator' THEN
    INSERT INTO positioning_notice (structure_id, positioning_id, kind) VALUES (NEW.structure_id, NEW.positioning_id, 'transfer_asked')
      ON CONFLICT (positioning_id, kind) DO UPDATE SET at = now(), done_at = NULL, done_by = NULL;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER positioning_transfer_told AFTER INSERT ON positioning_transfer FOR EACH ROW EXECUTE FUNCTION app.tell_of_transfer();
--> statement-breakpoint
ALTER TABLE positioning_transfer ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE positioning_transfer FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON positioning_transfer TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON positioning_transfer TO jonction_system;
--> statement-breakpoint
CREATE POLICY positioning_transfer_select ON positioning_transfer FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()))
  OR ((SELECT app.actor_kind()) = 'link' AND push_id = (SELECT app.push_id()))
);
--> statement-breakpoint
-- Asked of a CV that the company was sent, as a question and nothing more.
CREATE POLICY positioning_transfer_insert ON positioning_transfer FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR (EXISTS (SELECT 1 FROM positioning p WHERE p.id = positioning_transfer.positioning_id AND p.structure_id = positioning_transfer.structure_id
        AND p.employer_id = positioning_transfer.employer_id AND p.push_id IS NOT DISTINCT FROM positioning_transfer.push_id)
    AND status = 'asked' AND to_positioning_id IS NULL
    AND (((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
      OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()))
      OR ((SELECT app.actor_kind()) = 'link' AND push_id = (SELECT app.push_id()))))
);
--> statement-breakpoint
CREATE POLICY positioning_transfer_update ON positioning_transfer FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
-- The first day of somebody who was hired, as the company that receives her reads it. Nothing of why she is eligible, nothing of her
-- file. `safety`, `checklist`, `declaring` are those of the structure's model on the day of the hire.
CREATE TABLE arrival_kit (
  placement_id uuid PRIMARY KEY REFERENCES placement ON DELETE CASCADE,
  structure_id uuid NOT NULL REFERENCES organisation,
  employer_id uuid NOT NULL REFERENCES organisation,
  hour text CHECK (length(hour) <= 200),
  place text CHECK (length(place) <= 500),
  welcomed_by text CHECK (length(welcomed_by) <= 200),
  tutor text CHECK (length(tutor) <= 200),
  equipment text CHECK (length(equipment) <= 500),
  safety text NOT NULL CHECK (length(safety) <= 2000),
  checklist jsonb NOT NULL DEFAULT '[]',
  declaring text NOT NULL CHECK (length(declaring) <= 2000),
  -- the last letter that told the company of it
  told_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1
);
--> statement-breakpoint
CREATE INDEX arrival_kit_employer ON arrival_kit (employer_id);
--> statement-breakpoint
ALTER TABLE arrival_kit ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE arrival_kit FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON arrival_kit TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON arrival_kit TO jonction_system;
--> statement-breakpoint
CREATE POLICY arrival_kit_select ON arrival_kit FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY arrival_kit_insert ON arrival_kit FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id())
    AND EXISTS (SELECT 1 FROM placement l WHERE l.id = arrival_kit.placement_id AND l.structure_id = arrival_kit.structure_id AND l.employer_id = arrival_kit.employer_id))
);
--> statement-breakpoint
-- The company knows its tutor and its gate better than anybody: it may complete its own.
CREATE POLICY arrival_kit_update ON arrival_kit FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
-- How a team works is its lead's to decide; the row of the structure itself stays its administrator's. So one door, for these
-- settings alone: how many CVs may wait, how many proposals may be open for one person, the model of the first day.
CREATE FUNCTION app.set_team_setting(setting text, value jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT (app.has_role('lead') OR app.has_role('administrator')) OR app.structure_id() IS NULL THEN
    RAISE EXCEPTION 'only a lead or an administrator sets how a team works' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF setting NOT IN ('positioningCaps', 'openProposals', 'arrivalModel') THEN
    RAISE EXCEPTION 'not a setting of a team: %', setting USING ERRCODE = 'check_violation';
  END IF;
  UPDATE organisation SET settings = settings || jsonb_build_object(setting, value) WHERE id = app.structure_id() AND kind = 'structure';
END $$;
