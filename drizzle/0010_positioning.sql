-- What happens between a CV that left and a person at work: moves with their actor, reminders, meetings, what the team
-- must know of. `meeting_set`: the preparation sheet is whole and the team has confirmed. The new word of the enum cannot be
-- used before this migration is over: rules below compare texts.
ALTER TYPE positioning_status ADD VALUE 'meeting_set' AFTER 'interview';
--> statement-breakpoint
ALTER TABLE positioning
  -- why nothing is expected any more without an answer of the company
  ADD COLUMN close_reason text CHECK (close_reason IN ('found_work', 'offer_filled', 'offer_closed', 'silence', 'team')),
  -- reminders wait until this day; the team's choice
  ADD COLUMN paused_until date;
--> statement-breakpoint
ALTER TABLE positioning_event
  ADD COLUMN act text CHECK (act IN ('send', 'see', 'meet', 'set', 'hire', 'refuse', 'withdraw', 'close', 'reopen')),
  ADD COLUMN actor text CHECK (actor IN ('facilitator', 'employer', 'link', 'participant', 'system'));
--> statement-breakpoint
-- The table of moves, once more: whoever writes to the base cannot step beside it. Reopening goes back to an open status.
CREATE FUNCTION app.keep_to_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status::text || '>' || NEW.status::text NOT IN (
    'proposed>sent', 'proposed>withdrawn', 'proposed>closed',
    'sent>seen', 'sent>interview', 'sent>hired', 'sent>refused', 'sent>withdrawn', 'sent>closed',
    'seen>interview', 'seen>hired', 'seen>refused', 'seen>withdrawn', 'seen>closed',
    'interview>interview', 'interview>meeting_set', 'interview>hired', 'interview>refused', 'interview>withdrawn', 'interview>closed',
    'meeting_set>interview', 'meeting_set>hired', 'meeting_set>refused', 'meeting_set>withdrawn', 'meeting_set>closed',
    'closed>proposed', 'closed>sent', 'closed>seen', 'closed>interview', 'closed>meeting_set')
  THEN
    RAISE EXCEPTION 'a positioning does not move from % to %', OLD.status, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER positioning_moves BEFORE UPDATE OF status ON positioning FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION app.keep_to_moves();
--> statement-breakpoint
CREATE INDEX positioning_board ON positioning (structure_id, status, id DESC);
--> statement-breakpoint
CREATE INDEX message_about ON message (about_kind, about_id, id DESC);
--> statement-breakpoint
CREATE INDEX message_address ON message (to_address, id DESC);
--> statement-breakpoint
-- Whether the letter of a sending left: 'sent', 'queued', 'kept' or 'failed'. Partners do not read letters, and are told
-- this word of them so that their people's CVs are not called sent when they are not.
CREATE FUNCTION app.push_letter(push uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT m.status::text FROM message m WHERE m.about_kind = 'push' AND m.about_id = push ORDER BY m.id DESC LIMIT 1
$$;
--> statement-breakpoint
-- What the team says among itself about one positioning: apart from what the company answers, read by nobody else.
CREATE TABLE positioning_comment (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  positioning_id uuid NOT NULL REFERENCES positioning ON DELETE CASCADE,
  author_id uuid NOT NULL REFERENCES "user",
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 2000),
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
--> statement-breakpoint
CREATE INDEX positioning_comment_positioning ON positioning_comment (positioning_id);
--> statement-breakpoint
-- What the team must know of and has not seen yet: a row of its tray, gone once somebody says so.
CREATE TABLE positioning_notice (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  positioning_id uuid NOT NULL REFERENCES positioning ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('closed_silence', 'closed_found_work', 'closed_offer', 'dead_address')),
  at timestamptz NOT NULL DEFAULT now(),
  done_at timestamptz,
  done_by uuid REFERENCES "user",
  -- a job that runs twice tells once
  UNIQUE (positioning_id, kind)
);
--> statement-breakpoint
CREATE INDEX positioning_notice_waiting ON positioning_notice (structure_id, at) WHERE done_at IS NULL;
--> statement-breakpoint
-- One row a positioning that a reminder speaks of; the rows of one letter share its id.
CREATE TABLE reminder (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  positioning_id uuid NOT NULL REFERENCES positioning ON DELETE CASCADE,
  push_id uuid NOT NULL REFERENCES push ON DELETE CASCADE,
  letter_id uuid NOT NULL,
  rung text NOT NULL CHECK (rung IN ('nudge', 'last_chance', 'manual')),
  address text NOT NULL,
  -- null until the letter is written: a relaunch by hand can be taken back until it leaves
  message_id uuid REFERENCES message,
  made_by uuid REFERENCES "user",
  made_at timestamptz NOT NULL DEFAULT now(),
  leaves_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
-- A rung is climbed once: a night that runs twice writes once.
CREATE UNIQUE INDEX reminder_once ON reminder (positioning_id, rung) WHERE rung <> 'manual';
--> statement-breakpoint
CREATE INDEX reminder_address ON reminder (address, leaves_at DESC);
--> statement-breakpoint
-- Never two reminders within three days to one address, whichever team writes. Asked for the whole base: an address of a
-- company is nobody's secret, and the answer is a day.
CREATE FUNCTION app.last_reminder(to_address text) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT max(leaves_at) FROM reminder WHERE address = to_address $$;
--> statement-breakpoint
CREATE FUNCTION app.guard_address() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('reminder:' || NEW.address, 0));
  IF EXISTS (SELECT 1 FROM reminder r WHERE r.address = NEW.address AND r.letter_id <> NEW.letter_id
      AND abs((r.leaves_at AT TIME ZONE 'Europe/Paris')::date - (NEW.leaves_at AT TIME ZONE 'Europe/Paris')::date) < 3) THEN
    RAISE EXCEPTION 'this address got a reminder less than three days ago' USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER reminder_guard BEFORE INSERT ON reminder FOR EACH ROW EXECUTE FUNCTION app.guard_address();
--> statement-breakpoint
-- A meeting with its preparation sheet. The company proposes a date, the team completes the sheet and confirms.
CREATE TABLE interview (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  positioning_id uuid NOT NULL REFERENCES positioning ON DELETE CASCADE,
  employer_id uuid NOT NULL REFERENCES organisation,
  push_id uuid REFERENCES push,
  at timestamptz NOT NULL,
  minutes integer NOT NULL DEFAULT 45 CHECK (minutes BETWEEN 5 AND 480),
  address text, hours text, contact_name text, contact_phone text, tutor text, equipment text,
  confirmed_at timestamptz,
  confirmed_by uuid REFERENCES "user",
  outcome text CHECK (outcome IN ('took_place', 'did_not', 'postponed')),
  feedback text CHECK (length(feedback) <= 2000),
  outcome_by text CHECK (outcome_by IN ('facilitator', 'employer', 'link')),
  created_at timestamptz NOT NULL DEFAULT now(),
  -- grows with each change: calendars keep the latest
  version integer NOT NULL DEFAULT 1
);
--> statement-breakpoint
CREATE UNIQUE INDEX interview_one_waiting ON interview (positioning_id) WHERE outcome IS NULL;
--> statement-breakpoint
CREATE INDEX interview_structure ON interview (structure_id, at);
--> statement-breakpoint
INSERT INTO interview (structure_id, positioning_id, employer_id, push_id, at, created_at)
  SELECT structure_id, id, employer_id, push_id, interview_at, coalesce(answered_at, created_at)
  FROM positioning WHERE interview_at IS NOT NULL;
--> statement-breakpoint
-- Several rows done at once, as they were before: the way back, kept by the base and not by a page.
CREATE TABLE positioning_batch (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  action text NOT NULL CHECK (action IN ('relaunch', 'close', 'postpone')),
  made_by uuid NOT NULL REFERENCES "user",
  made_at timestamptz NOT NULL DEFAULT now(),
  undo_until timestamptz NOT NULL,
  undone_at timestamptz,
  -- when the time to take it back was over and letters left
  finished_at timestamptz,
  before jsonb NOT NULL
);
--> statement-breakpoint
CREATE INDEX positioning_batch_waiting ON positioning_batch (undo_until) WHERE finished_at IS NULL AND undone_at IS NULL;
--> statement-breakpoint
ALTER TABLE positioning_comment ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE positioning_comment FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON positioning_comment TO jonction_app;
--> statement-breakpoint
CREATE POLICY positioning_comment_select ON positioning_comment FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY positioning_comment_insert ON positioning_comment FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE positioning_notice ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE positioning_notice FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON positioning_notice TO jonction_app;
--> statement-breakpoint
CREATE POLICY positioning_notice_select ON positioning_notice FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY positioning_notice_insert ON positioning_notice FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY positioning_notice_update ON positioning_notice FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE reminder ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE reminder FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON reminder TO jonction_app;
--> statement-breakpoint
CREATE POLICY reminder_select ON reminder FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY reminder_insert ON reminder FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY reminder_update ON reminder FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
-- Taken back before it left; a letter that left stays.
CREATE POLICY reminder_delete ON reminder FOR DELETE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND message_id IS NULL AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE interview ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE interview FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON interview TO jonction_app;
--> statement-breakpoint
-- The sheet is shared with the company that receives the person; no partner reads it.
CREATE POLICY interview_select ON interview FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()))
  OR ((SELECT app.actor_kind()) = 'link' AND push_id = (SELECT app.push_id()))
);
--> statement-breakpoint
CREATE POLICY interview_insert ON interview FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()) AND EXISTS (SELECT 1 FROM positioning p WHERE p.id = interview.positioning_id AND p.structure_id = interview.structure_id))
  OR ((SELECT app.actor_kind()) = 'link' AND push_id = (SELECT app.push_id()) AND EXISTS (SELECT 1 FROM positioning p WHERE p.id = interview.positioning_id AND p.structure_id = interview.structure_id))
);
--> statement-breakpoint
CREATE POLICY interview_update ON interview FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()))
  OR ((SELECT app.actor_kind()) = 'link' AND push_id = (SELECT app.push_id()))
);
--> statement-breakpoint
ALTER TABLE positioning_batch ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE positioning_batch FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON positioning_batch TO jonction_app;
--> statement-breakpoint
CREATE POLICY positioning_batch_select ON positioning_batch FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY positioning_batch_insert ON positioning_batch FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY positioning_batch_update ON positioning_batch FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
