-- How somebody wants to be reached, and what there is to tell her; letters that come back; an offer asked about by a letter;
-- the regimes, derogations, projects and skills of a person.
ALTER TABLE participant DROP CONSTRAINT participant_preferred_channel_check;
--> statement-breakpoint
ALTER TABLE participant ADD CONSTRAINT participant_preferred_channel_check
  CHECK (preferred_channel IN ('phone', 'sms', 'mail', 'letter', 'third'));
--> statement-breakpoint
-- Where a letter is posted: whole lines, as they stand on an envelope.
CREATE TABLE participant_postal (
  participant_id uuid PRIMARY KEY REFERENCES participant ON DELETE CASCADE,
  structure_id uuid NOT NULL REFERENCES organisation,
  lines text NOT NULL CHECK (length(lines) BETWEEN 5 AND 300),
  updated_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
-- Somebody through whom a person may be reached. Kept only with her agreement and its day; taking it back deletes the row.
CREATE TABLE participant_third (
  participant_id uuid PRIMARY KEY REFERENCES participant ON DELETE CASCADE,
  structure_id uuid NOT NULL REFERENCES organisation,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  relation text NOT NULL CHECK (relation IN ('family', 'friend', 'neighbour', 'professional', 'guardian', 'other')),
  phone text, email text CHECK (email = lower(email)),
  agreed_on date NOT NULL,
  agreed_way text NOT NULL CHECK (agreed_way IN ('spoken', 'written', 'online')),
  recorded_by uuid REFERENCES "user",
  recorded_at timestamptz NOT NULL DEFAULT now(),
  -- somebody who can be reached
  CHECK (phone IS NOT NULL OR email IS NOT NULL),
  CHECK (agreed_way <> 'online' OR recorded_by IS NULL)
);
--> statement-breakpoint
-- What the team has to tell somebody. By mail where she wants mail and it leaves; else a line of the calls to make, of the texts to
-- send or of the letters to post. How she is reached is read when it is read: she may change her mind meanwhile.
CREATE TABLE participant_errand (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('meeting', 'meeting_reminder', 'offer', 'offer_reminder', 'closed')),
  -- the positioning, or the asking, that it is about
  about_id uuid NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  message_id uuid REFERENCES message,
  -- the mail came back: she is told otherwise
  mail_failed boolean NOT NULL DEFAULT false,
  tries integer NOT NULL DEFAULT 0,
  last_try_at timestamptz,
  done_at timestamptz,
  done_by uuid REFERENCES "user",
  done_channel text CHECK (done_channel IN ('phone', 'sms', 'mail', 'letter', 'third')),
  CHECK ((done_at IS NULL) = (done_channel IS NULL)),
  -- told once; a night that runs twice tells once
  UNIQUE (kind, about_id)
);
--> statement-breakpoint
CREATE INDEX participant_errand_waiting ON participant_errand (structure_id, created_at) WHERE done_at IS NULL;
--> statement-breakpoint
CREATE INDEX participant_errand_participant ON participant_errand (participant_id);
--> statement-breakpoint
CREATE INDEX participant_errand_message ON participant_errand (message_id) WHERE message_id IS NOT NULL;
--> statement-breakpoint
ALTER TABLE participant_word DROP CONSTRAINT participant_word_field_check;
--> statement-breakpoint
ALTER TABLE participant_word ADD CONSTRAINT participant_word_field_check CHECK (field IN ('phone', 'email', 'place', 'availability',
  'hours', 'radius', 'channel', 'postal', 'third', 'name', 'occupations', 'experience', 'skills', 'licences', 'languages', 'other',
  'consent_given', 'consent_withdrawn'));
--> statement-breakpoint
-- She also says herself how she wants to be reached.
CREATE OR REPLACE FUNCTION app.guard_own_record() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  hers text[] := ARRAY['phone', 'email', 'postal_code', 'city', 'latitude', 'longitude', 'available_from', 'radius_metres',
    'weekly_hours_min', 'weekly_hours_max', 'preferred_channel', 'updated_at', 'version'];
BEGIN
  IF pg_trigger_depth() > 1 THEN hers := hers || 'diffusion_consent'::text; END IF;
  IF (to_jsonb(NEW) - hers) IS DISTINCT FROM (to_jsonb(OLD) - hers) THEN
    RAISE EXCEPTION 'own_record: not hers to change' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- A letter that came back after a relay had taken it. `address`: nobody is there any more; `other`: a full box, a filter.
ALTER TABLE message
  ADD COLUMN returned_at timestamptz,
  ADD COLUMN returned_for text CHECK (returned_for IN ('address', 'other')),
  ADD CHECK ((returned_at IS NULL) = (returned_for IS NULL));
--> statement-breakpoint
DROP TRIGGER message_failed_lowers ON message;
--> statement-breakpoint
-- A full box or a filter says nothing of whether somebody is still there.
CREATE TRIGGER message_failed_lowers AFTER UPDATE OF status ON message FOR EACH ROW
  WHEN (NEW.status = 'failed' AND OLD.status <> 'failed' AND NEW.channel = 'mail' AND NEW.returned_for IS DISTINCT FROM 'other')
  EXECUTE FUNCTION app.lower_by_bounce();
--> statement-breakpoint
-- Whoever holds the link of a sending says that its addressee is no longer there.
CREATE FUNCTION app.addressee_gone() RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS $$
  INSERT INTO organisation_contact_proof (structure_id, contact_id, proof)
  SELECT c.structure_id, c.id, 'gone' FROM push s
    JOIN organisation_contact c ON c.structure_id = s.structure_id AND c.organisation_id = s.employer_id AND c.email = lower(s.recipient_email)
  WHERE app.actor_kind() = 'link' AND s.id = app.push_id()
$$;
--> statement-breakpoint
CREATE FUNCTION app.reopen_errand() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE participant_errand SET mail_failed = true, done_at = NULL, done_channel = NULL, done_by = NULL WHERE message_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER message_failed_errand AFTER UPDATE OF status ON message FOR EACH ROW
  WHEN (NEW.status = 'failed' AND OLD.status <> 'failed') EXECUTE FUNCTION app.reopen_errand();
--> statement-breakpoint
-- "Still open?", asked of the company by a letter with a link of its own.
CREATE TABLE offer_link (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  offer_id uuid NOT NULL REFERENCES offer ON DELETE CASCADE,
  address text NOT NULL CHECK (address = lower(address)),
  token_hash text NOT NULL UNIQUE,
  message_id uuid REFERENCES message,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
  revoked_at timestamptz,
  answer text CHECK (answer IN ('open', 'filled', 'closed')),
  answered_at timestamptz,
  CHECK ((answer IS NULL) = (answered_at IS NULL))
);
--> statement-breakpoint
CREATE INDEX offer_link_offer ON offer_link (offer_id, created_at DESC);
--> statement-breakpoint
CREATE INDEX offer_link_address ON offer_link (address, created_at DESC);
--> statement-breakpoint
-- The last time that an address was asked, by whichever team: an address of a company is nobody's secret.
CREATE FUNCTION app.last_question(to_address text) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT max(created_at) FROM offer_link WHERE address = to_address $$;
--> statement-breakpoint
-- Found by the hash of its token before anybody is known. Says who asks, and about what; nothing of anybody put forward.
CREATE FUNCTION app.find_offer_link(hash text)
RETURNS TABLE (structure_name text, structure_phone text, owner_name text, employer_name text, title text, positions integer,
  place_label text, opened_on date, offer_status text, answer text, answered_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT s.name, s.phone, u.name, e.name, o.title, o.positions, o.place_label,
     (coalesce(o.opened_at, o.created_at) AT TIME ZONE 'Europe/Paris')::date, o.status::text, l.answer,
     (l.answered_at AT TIME ZONE 'Europe/Paris')::date
   FROM offer_link l JOIN offer o ON o.id = l.offer_id JOIN organisation s ON s.id = l.structure_id
   JOIN organisation e ON e.id = o.employer_id LEFT JOIN "user" u ON u.id = o.owner_id
   WHERE l.token_hash = hash AND l.revoked_at IS NULL AND l.expires_at > now() $$;
--> statement-breakpoint
-- The same, held until the end of the answer: two answers at once are one after the other.
CREATE FUNCTION app.hold_offer_link(hash text)
RETURNS TABLE (link_id uuid, offer_id uuid, structure_id uuid, offer_status text, answer text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS
$$ SELECT l.id, l.offer_id, l.structure_id, o.status::text, l.answer FROM offer_link l JOIN offer o ON o.id = l.offer_id
   WHERE l.token_hash = hash AND l.revoked_at IS NULL AND l.expires_at > now() FOR UPDATE OF l, o $$;
--> statement-breakpoint
-- Only somebody who holds the token answers. An offer that is not open any more stays as it is; an answer proves its addressee.
CREATE FUNCTION app.answer_offer_link(hash text, said text) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
DECLARE link offer_link;
BEGIN
  SELECT * INTO link FROM offer_link WHERE token_hash = hash AND revoked_at IS NULL AND expires_at > now() FOR UPDATE;
  IF link.id IS NULL OR said NOT IN ('open', 'filled', 'closed') THEN
    RAISE EXCEPTION 'offer_link: not to be answered' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE offer_link SET answer = said, answered_at = clock_timestamp() WHERE id = link.id;
  UPDATE offer SET
    still_open_at = CASE WHEN said = 'open' THEN clock_timestamp() ELSE still_open_at END,
    status = CASE said WHEN 'filled' THEN 'filled'::offer_status WHEN 'closed' THEN 'closed'::offer_status ELSE status END,
    closed_at = CASE WHEN said = 'open' THEN closed_at ELSE clock_timestamp() END,
    updated_at = CASE WHEN said = 'open' THEN updated_at ELSE clock_timestamp() END,
    version = version + CASE WHEN said = 'open' THEN 0 ELSE 1 END
  WHERE id = link.offer_id AND status = 'open';
  INSERT INTO organisation_contact_proof (structure_id, contact_id, proof)
    SELECT c.structure_id, c.id, 'answer' FROM organisation_contact c JOIN offer o ON o.id = link.offer_id
    WHERE c.structure_id = link.structure_id AND c.organisation_id = o.employer_id AND c.email = link.address;
END $$;
--> statement-breakpoint
-- The regimes a person is under at once (clause, insertion through economic activity, PLIE, ESF+): each says something of her, so
-- `sealed` holds which, its days and its reference.
CREATE TABLE eligibility_regime (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
  sealed bytea NOT NULL,
  recorded_by uuid REFERENCES "user",
  recorded_at timestamptz NOT NULL DEFAULT now(),
  removed_at timestamptz, removed_by uuid REFERENCES "user"
);
--> statement-breakpoint
CREATE INDEX eligibility_regime_participant ON eligibility_regime (participant_id);
--> statement-breakpoint
-- A derogation on a motivated opinion: who asks it and why (sealed), on what evidence, who decided and when. Never rewritten once
-- decided.
CREATE TABLE eligibility_derogation (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
  clause_id uuid NOT NULL REFERENCES clause,
  sealed bytea NOT NULL,
  file_id uuid REFERENCES stored_file,
  asked_by uuid NOT NULL REFERENCES "user",
  asked_at timestamptz NOT NULL DEFAULT now(),
  decision text CHECK (decision IN ('granted', 'refused')),
  decided_by uuid REFERENCES "user",
  decided_at timestamptz,
  valid_from date, valid_to date,
  CHECK ((decision IS NULL) = (decided_at IS NULL)),
  CHECK ((decision IS NOT DISTINCT FROM 'granted') = (valid_from IS NOT NULL AND valid_to IS NOT NULL)),
  CHECK (valid_to >= valid_from),
  -- two people: an opinion, and a decision on it
  CHECK (decided_by <> asked_by)
);
--> statement-breakpoint
CREATE INDEX eligibility_derogation_participant ON eligibility_derogation (participant_id);
--> statement-breakpoint
-- One opinion waits at a time for a person on a clause.
CREATE UNIQUE INDEX eligibility_derogation_waiting ON eligibility_derogation (participant_id, clause_id) WHERE decision IS NULL;
--> statement-breakpoint
CREATE FUNCTION app.keep_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.decision IS NOT NULL AND NOT app.follows_merge(to_jsonb(OLD), to_jsonb(NEW)) THEN
    RAISE EXCEPTION 'derogation: a decision is not rewritten' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER eligibility_derogation_decided BEFORE UPDATE ON eligibility_derogation FOR EACH ROW EXECUTE FUNCTION app.keep_decision();
--> statement-breakpoint
-- A hire on another contract that takes over the eligibility frozen at an earlier one, and one that rests on a derogation.
ALTER TABLE placement
  ADD COLUMN snapshot_of uuid REFERENCES placement,
  ADD COLUMN derogation_id uuid REFERENCES eligibility_derogation,
  ADD CHECK (snapshot_of <> id),
  ADD CHECK (snapshot_of IS NULL OR derogation_id IS NULL);
--> statement-breakpoint
-- What a person would do: a trade, how far, from when, how long a week. Several at once; the main one is what a ranking reads.
CREATE TABLE participant_project (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
  rome_code text NOT NULL,
  wish text CHECK (length(wish) <= 500),
  transports text[] NOT NULL DEFAULT '{}',
  radius_metres integer CHECK (radius_metres BETWEEN 0 AND 500000),
  available_from date,
  weekly_hours_min smallint, weekly_hours_max smallint, CHECK (weekly_hours_min <= weekly_hours_max),
  main boolean NOT NULL DEFAULT false,
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'achieved', 'dropped')),
  CHECK (state = 'active' OR NOT main),
  stated_on date NOT NULL,
  closed_on date,
  recorded_by uuid REFERENCES "user",
  created_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1
);
--> statement-breakpoint
CREATE INDEX participant_project_participant ON participant_project (participant_id);
--> statement-breakpoint
CREATE UNIQUE INDEX participant_project_main ON participant_project (participant_id) WHERE main;
--> statement-breakpoint
CREATE UNIQUE INDEX participant_project_trade ON participant_project (participant_id, rome_code) WHERE state = 'active';
--> statement-breakpoint
-- Said by the team and not by a CV: a CV that is confirmed later leaves it.
ALTER TABLE participant_skill ADD COLUMN by_hand boolean NOT NULL DEFAULT false;
--> statement-breakpoint
ALTER TABLE participant_postal ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE participant_postal FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON participant_postal TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON participant_postal TO jonction_system;
--> statement-breakpoint
CREATE POLICY participant_postal_select ON participant_postal FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.is_participant()) AND participant_id = (SELECT app.participant_id()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY participant_postal_insert ON participant_postal FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id())
    AND EXISTS (SELECT 1 FROM participant p WHERE p.id = participant_postal.participant_id))
  OR ((SELECT app.is_participant()) AND participant_id = (SELECT app.participant_id()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY participant_postal_update ON participant_postal FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.is_participant()) AND participant_id = (SELECT app.participant_id()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY participant_postal_delete ON participant_postal FOR DELETE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.is_participant()) AND participant_id = (SELECT app.participant_id()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE participant_third ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE participant_third FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON participant_third TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON participant_third TO jonction_system;
--> statement-breakpoint
CREATE POLICY participant_third_select ON participant_third FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.is_participant()) AND participant_id = (SELECT app.participant_id()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY participant_third_insert ON participant_third FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id())
    AND EXISTS (SELECT 1 FROM participant p WHERE p.id = participant_third.participant_id))
  OR ((SELECT app.is_participant()) AND participant_id = (SELECT app.participant_id()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY participant_third_update ON participant_third FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.is_participant()) AND participant_id = (SELECT app.participant_id()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY participant_third_delete ON participant_third FOR DELETE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.is_participant()) AND participant_id = (SELECT app.participant_id()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE participant_errand ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE participant_errand FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON participant_errand TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON participant_errand TO jonction_system;
--> statement-breakpoint
CREATE POLICY participant_errand_select ON participant_errand FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY participant_errand_insert ON participant_errand FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id())
    AND EXISTS (SELECT 1 FROM participant p WHERE p.id = participant_errand.participant_id))
);
--> statement-breakpoint
CREATE POLICY participant_errand_update ON participant_errand FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY participant_errand_delete ON participant_errand FOR DELETE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
ALTER TABLE eligibility_regime ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE eligibility_regime FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON eligibility_regime TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON eligibility_regime TO jonction_system;
--> statement-breakpoint
CREATE POLICY eligibility_regime_select ON eligibility_regime FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY eligibility_regime_insert ON eligibility_regime FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id())
    AND EXISTS (SELECT 1 FROM participant p WHERE p.id = eligibility_regime.participant_id))
);
--> statement-breakpoint
CREATE POLICY eligibility_regime_update ON eligibility_regime FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY eligibility_regime_delete ON eligibility_regime FOR DELETE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
ALTER TABLE eligibility_derogation ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE eligibility_derogation FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON eligibility_derogation TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON eligibility_derogation TO jonction_system;
--> statement-breakpoint
CREATE POLICY eligibility_derogation_select ON eligibility_derogation FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY eligibility_derogation_insert ON eligibility_derogation FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id())
    AND EXISTS (SELECT 1 FROM participant p WHERE p.id = eligibility_derogation.participant_id))
);
--> statement-breakpoint
CREATE POLICY eligibility_derogation_update ON eligibility_derogation FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY eligibility_derogation_delete ON eligibility_derogation FOR DELETE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
ALTER TABLE participant_project ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE participant_project FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON participant_project TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON participant_project TO jonction_system;
--> statement-breakpoint
CREATE POLICY participant_project_select ON participant_project FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY participant_project_insert ON participant_project FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id())
    AND EXISTS (SELECT 1 FROM participant p WHERE p.id = participant_project.participant_id))
);
--> statement-breakpoint
CREATE POLICY participant_project_update ON participant_project FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY participant_project_delete ON participant_project FOR DELETE USING (
  (SELECT app.is_system())
);
--> statement-breakpoint
ALTER TABLE offer_link ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE offer_link FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON offer_link TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON offer_link TO jonction_system;
--> statement-breakpoint
CREATE POLICY offer_link_select ON offer_link FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY offer_link_insert ON offer_link FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id())
    AND EXISTS (SELECT 1 FROM offer o WHERE o.id = offer_link.offer_id))
);
--> statement-breakpoint
CREATE POLICY offer_link_update ON offer_link FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY offer_link_delete ON offer_link FOR DELETE USING ((SELECT app.is_system()));
