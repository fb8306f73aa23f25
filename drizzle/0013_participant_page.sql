-- The page of a participant: opened by a link and a second check, without an account. Whoever opened it is an actor of its
-- own, which sees the rows of that one person and nothing else.
CREATE FUNCTION app.participant_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT app.setting('participant_id')::uuid $$;
--> statement-breakpoint
CREATE FUNCTION app.is_participant() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT app.actor_kind() = 'participant' $$;
--> statement-breakpoint
CREATE TABLE participant_link (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
  token_hash text NOT NULL UNIQUE,
  -- `mail`: written to the person's address; `hand`: given to her by whoever made it
  way text NOT NULL CHECK (way IN ('mail', 'hand')),
  made_by uuid REFERENCES "user",
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
  revoked_at timestamptz,
  -- wrong answers to the second check since the last right one; the link is dead once locked
  failures integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
  last_failed_at timestamptz,
  locked_at timestamptz,
  opened_at timestamptz
);
--> statement-breakpoint
-- One link lives at a time: making another kills the one before.
CREATE UNIQUE INDEX participant_link_living ON participant_link (participant_id) WHERE revoked_at IS NULL;
--> statement-breakpoint
CREATE INDEX participant_link_locked ON participant_link (structure_id) WHERE locked_at IS NOT NULL AND revoked_at IS NULL;
--> statement-breakpoint
-- An offer that the team asks a person about, on her page: yes, or no and why.
CREATE TABLE offer_proposal (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
  offer_id uuid NOT NULL REFERENCES offer ON DELETE CASCADE,
  proposed_by uuid REFERENCES "user",
  proposed_at timestamptz NOT NULL DEFAULT now(),
  answer text CHECK (answer IN ('yes', 'no')),
  reason text CHECK (reason IN ('distance', 'schedule', 'health', 'occupation', 'busy', 'other')),
  answered_at timestamptz,
  handled_at timestamptz, handled_by uuid REFERENCES "user",
  CHECK ((answer IS NULL) = (answered_at IS NULL)),
  -- a yes has no reason; a no always says one
  CHECK ((answer IS NOT DISTINCT FROM 'no') = (reason IS NOT NULL)),
  -- asked once: a person is not asked again about what she answered
  UNIQUE (offer_id, participant_id)
);
--> statement-breakpoint
CREATE INDEX offer_proposal_participant ON offer_proposal (participant_id);
--> statement-breakpoint
CREATE INDEX offer_proposal_answered ON offer_proposal (structure_id, answered_at) WHERE answer IS NOT NULL AND handled_at IS NULL;
--> statement-breakpoint
-- What a person said or changed on her page, for the team to read: `applied` is done already, the rest waits for somebody.
CREATE TABLE participant_word (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
  field text NOT NULL CHECK (field IN ('phone', 'email', 'place', 'availability', 'hours', 'radius',
    'name', 'occupations', 'experience', 'skills', 'licences', 'languages', 'other', 'consent_given', 'consent_withdrawn')),
  words text CHECK (length(words) BETWEEN 1 AND 500),
  applied boolean NOT NULL,
  said_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  handled_at timestamptz, handled_by uuid REFERENCES "user",
  -- what is only said says something
  CHECK (applied OR words IS NOT NULL)
);
--> statement-breakpoint
CREATE INDEX participant_word_participant ON participant_word (participant_id, said_at DESC);
--> statement-breakpoint
CREATE INDEX participant_word_waiting ON participant_word (structure_id, said_at) WHERE handled_at IS NULL;
--> statement-breakpoint
-- The offers a person was asked about. Runs as owner: the policies of `offer` and of `offer_proposal` would else call each other
-- in circles.
CREATE FUNCTION app.own_offer_ids() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT CASE WHEN app.is_participant() THEN ARRAY(SELECT offer_id FROM offer_proposal WHERE participant_id = app.participant_id())
    ELSE '{}'::uuid[] END
$$;
--> statement-breakpoint
-- Found by the hash of its token before anybody is known. Says who wrote, and which of the two questions can be asked: neither
-- the date nor the number.
CREATE FUNCTION app.find_participant_link(hash text)
RETURNS TABLE (link_id uuid, participant_id uuid, structure_id uuid, structure_name text, structure_phone text, sender_name text,
  failures integer, last_failed_at timestamptz, locked_at timestamptz, has_birth boolean, has_phone boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT l.id, l.participant_id, l.structure_id, s.name, s.phone, u.name, l.failures, l.last_failed_at, l.locked_at,
     p.birth_date IS NOT NULL, p.phone IS NOT NULL
   FROM participant_link l JOIN participant p ON p.id = l.participant_id JOIN organisation s ON s.id = l.structure_id
   LEFT JOIN "user" u ON u.id = l.made_by
   WHERE l.token_hash = hash AND l.revoked_at IS NULL AND l.expires_at > now() $$;
--> statement-breakpoint
-- The same link held until the end of the try: two tries at once are two tries, one after the other.
CREATE FUNCTION app.hold_participant_link(hash text)
RETURNS TABLE (link_id uuid, participant_id uuid, structure_id uuid, failures integer, last_failed_at timestamptz, locked_at timestamptz,
  birth_date date, phone text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS
$$ SELECT l.id, l.participant_id, l.structure_id, l.failures, l.last_failed_at, l.locked_at, p.birth_date, p.phone
   FROM participant_link l JOIN participant p ON p.id = l.participant_id
   WHERE l.token_hash = hash AND l.revoked_at IS NULL AND l.expires_at > now() FOR UPDATE OF l $$;
--> statement-breakpoint
-- Only somebody who holds the token can count a try on it.
CREATE FUNCTION app.count_participant_try(hash text, failed boolean, locks boolean) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS
$$ UPDATE participant_link SET
     failures = CASE WHEN failed THEN failures + 1 ELSE 0 END,
     last_failed_at = CASE WHEN failed THEN clock_timestamp() END,
     locked_at = CASE WHEN failed AND locks THEN clock_timestamp() END,
     opened_at = CASE WHEN failed THEN opened_at ELSE clock_timestamp() END
   WHERE token_hash = hash AND revoked_at IS NULL AND locked_at IS NULL AND expires_at > now() $$;
--> statement-breakpoint
-- A person changes on her page how to reach her, where and when she can work. Nothing else of her record, whatever the code does;
-- her agreement follows its own events.
CREATE FUNCTION app.guard_own_record() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  hers text[] := ARRAY['phone', 'email', 'postal_code', 'city', 'latitude', 'longitude', 'available_from', 'radius_metres',
    'weekly_hours_min', 'weekly_hours_max', 'updated_at', 'version'];
BEGIN
  IF pg_trigger_depth() > 1 THEN hers := hers || 'diffusion_consent'::text; END IF;
  IF (to_jsonb(NEW) - hers) IS DISTINCT FROM (to_jsonb(OLD) - hers) THEN
    RAISE EXCEPTION 'own_record: not hers to change' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER participant_own_record BEFORE UPDATE ON participant FOR EACH ROW WHEN (app.is_participant())
  EXECUTE FUNCTION app.guard_own_record();
--> statement-breakpoint
-- She answers an offer once asked, and changes nothing else of the asking; a decision taken on her answer stands.
CREATE FUNCTION app.guard_own_answer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE hers text[] := ARRAY['answer', 'reason', 'answered_at'];
BEGIN
  IF OLD.handled_at IS NOT NULL OR (to_jsonb(NEW) - hers) IS DISTINCT FROM (to_jsonb(OLD) - hers) THEN
    RAISE EXCEPTION 'own_answer: not hers to change' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER offer_proposal_own_answer BEFORE UPDATE ON offer_proposal FOR EACH ROW WHEN (app.is_participant())
  EXECUTE FUNCTION app.guard_own_answer();
--> statement-breakpoint
ALTER TABLE participant_link ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE participant_link FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON participant_link TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON participant_link TO jonction_system;
--> statement-breakpoint
-- A partner gives the link to her own people: the rows of `participant` say whose they are.
CREATE POLICY participant_link_select ON participant_link FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('partner')) AND EXISTS (SELECT 1 FROM participant p WHERE p.id = participant_link.participant_id))
);
--> statement-breakpoint
CREATE POLICY participant_link_insert ON participant_link FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR (((SELECT app.is_staff()) OR (SELECT app.has_role('partner'))) AND structure_id = (SELECT app.structure_id())
    AND EXISTS (SELECT 1 FROM participant p WHERE p.id = participant_link.participant_id))
);
--> statement-breakpoint
CREATE POLICY participant_link_update ON participant_link FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('partner')) AND EXISTS (SELECT 1 FROM participant p WHERE p.id = participant_link.participant_id))
);
--> statement-breakpoint
ALTER TABLE offer_proposal ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE offer_proposal FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON offer_proposal TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON offer_proposal TO jonction_system;
--> statement-breakpoint
CREATE POLICY offer_proposal_select ON offer_proposal FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.is_participant()) AND participant_id = (SELECT app.participant_id()))
);
--> statement-breakpoint
CREATE POLICY offer_proposal_insert ON offer_proposal FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id())
    AND EXISTS (SELECT 1 FROM participant p WHERE p.id = offer_proposal.participant_id)
    AND EXISTS (SELECT 1 FROM offer o WHERE o.id = offer_proposal.offer_id))
);
--> statement-breakpoint
CREATE POLICY offer_proposal_update ON offer_proposal FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.is_participant()) AND participant_id = (SELECT app.participant_id()))
);
--> statement-breakpoint
ALTER TABLE participant_word ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE participant_word FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON participant_word TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON participant_word TO jonction_system;
--> statement-breakpoint
CREATE POLICY participant_word_select ON participant_word FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.is_participant()) AND participant_id = (SELECT app.participant_id()))
);
--> statement-breakpoint
CREATE POLICY participant_word_insert ON participant_word FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_participant()) AND participant_id = (SELECT app.participant_id())
    AND structure_id = (SELECT app.structure_id()) AND handled_at IS NULL)
);
--> statement-breakpoint
CREATE POLICY participant_word_update ON participant_word FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
-- The doors of the person herself into tables that were there before. Each is her own rows; `FOR SELECT` unless said.
CREATE POLICY participant_own_select ON participant FOR SELECT USING (
  (SELECT app.is_participant()) AND id = (SELECT app.participant_id())
);
--> statement-breakpoint
CREATE POLICY participant_own_update ON participant FOR UPDATE USING (
  (SELECT app.is_participant()) AND id = (SELECT app.participant_id())
);
--> statement-breakpoint
CREATE POLICY participant_occupation_own ON participant_occupation FOR SELECT USING (
  (SELECT app.is_participant()) AND participant_id = (SELECT app.participant_id())
);
--> statement-breakpoint
CREATE POLICY participant_skill_own ON participant_skill FOR SELECT USING (
  (SELECT app.is_participant()) AND participant_id = (SELECT app.participant_id())
);
--> statement-breakpoint
CREATE POLICY participant_language_own ON participant_language FOR SELECT USING (
  (SELECT app.is_participant()) AND participant_id = (SELECT app.participant_id())
);
--> statement-breakpoint
CREATE POLICY cv_own ON cv FOR SELECT USING (
  (SELECT app.is_participant()) AND participant_id = (SELECT app.participant_id()) AND status = 'confirmed'
);
--> statement-breakpoint
CREATE POLICY consent_event_own_select ON consent_event FOR SELECT USING (
  (SELECT app.is_participant()) AND participant_id = (SELECT app.participant_id())
);
--> statement-breakpoint
-- She says it herself, online: nobody recorded it for her.
CREATE POLICY consent_event_own_insert ON consent_event FOR INSERT WITH CHECK (
  (SELECT app.is_participant()) AND participant_id = (SELECT app.participant_id())
  AND structure_id = (SELECT app.structure_id()) AND way = 'online' AND recorded_by IS NULL
);
--> statement-breakpoint
CREATE POLICY positioning_own_select ON positioning FOR SELECT USING (
  (SELECT app.is_participant()) AND participant_id = (SELECT app.participant_id())
);
--> statement-breakpoint
-- Taking her agreement back closes what is open, and she can do nothing else to it.
CREATE POLICY positioning_own_update ON positioning FOR UPDATE USING (
  (SELECT app.is_participant()) AND participant_id = (SELECT app.participant_id())
) WITH CHECK (
  (SELECT app.is_participant()) AND participant_id = (SELECT app.participant_id()) AND status = 'withdrawn'
);
--> statement-breakpoint
CREATE POLICY positioning_event_own ON positioning_event FOR INSERT WITH CHECK (
  (SELECT app.is_participant()) AND to_status = 'withdrawn'
  AND EXISTS (SELECT 1 FROM positioning p WHERE p.id = positioning_event.positioning_id)
);
--> statement-breakpoint
CREATE POLICY cv_opening_own ON cv_opening FOR SELECT USING (
  (SELECT app.is_participant()) AND participant_id = (SELECT app.participant_id())
);
--> statement-breakpoint
CREATE POLICY offer_own ON offer FOR SELECT USING (
  (SELECT app.is_participant()) AND id = ANY ((SELECT app.own_offer_ids())::uuid[])
);
--> statement-breakpoint
-- Her team, and the companies that she is told about.
CREATE POLICY organisation_own ON organisation FOR SELECT USING (
  (SELECT app.is_participant()) AND (
    id = (SELECT app.structure_id())
    OR EXISTS (SELECT 1 FROM positioning n WHERE n.employer_id = organisation.id)
    OR EXISTS (SELECT 1 FROM offer o WHERE o.employer_id = organisation.id))
);
--> statement-breakpoint
-- The one person who follows her, to be called by her name.
CREATE POLICY user_own ON "user" FOR SELECT USING (
  (SELECT app.is_participant()) AND EXISTS (SELECT 1 FROM participant p WHERE p.owner_id = "user".id)
);
