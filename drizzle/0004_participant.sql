-- People, their CVs, what was said to them, and the vault of what makes them eligible.
CREATE TYPE participant_status AS ENUM ('available', 'placed', 'unavailable', 'left');
--> statement-breakpoint
CREATE SEQUENCE participant_number;
--> statement-breakpoint
CREATE TABLE participant (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  number bigint NOT NULL UNIQUE DEFAULT nextval('participant_number'),
  structure_id uuid NOT NULL REFERENCES organisation,
  first_name text NOT NULL CHECK (length(first_name) BETWEEN 1 AND 100),
  last_name text NOT NULL CHECK (length(last_name) BETWEEN 1 AND 100),
  birth_date date,
  phone text, email text, postal_code text, city text,
  latitude double precision, longitude double precision,
  preferred_channel text CHECK (preferred_channel IN ('phone', 'sms', 'mail', 'letter')),
  -- lives with someone who reads their phone: nothing sensitive by SMS, letter or page
  safe_contact_only boolean NOT NULL DEFAULT false,
  status participant_status NOT NULL DEFAULT 'available',
  -- facts for matching; NULL is unknown: to be checked, never counted as missing
  available_from date, radius_metres integer CHECK (radius_metres BETWEEN 0 AND 500000),
  french_level smallint CHECK (french_level BETWEEN 0 AND 6),
  weekly_hours_min smallint, weekly_hours_max smallint, CHECK (weekly_hours_min <= weekly_hours_max),
  licences text[],
  opted_out uuid[] NOT NULL DEFAULT '{}',
  waiting_since date,
  last_contact_on date,
  -- kept true to consent_event by its trigger: matching and pushes read it
  diffusion_consent boolean NOT NULL DEFAULT false,
  recommended_by_organisation_id uuid REFERENCES organisation,
  recommended_by_user_id uuid REFERENCES "user",
  owner_id uuid REFERENCES "user",
  next_action text, next_action_on date,
  created_by uuid REFERENCES "user",
  created_on date NOT NULL DEFAULT (now() AT TIME ZONE 'Europe/Paris')::date,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1
);
--> statement-breakpoint
CREATE INDEX participant_structure ON participant (structure_id, status);
--> statement-breakpoint
CREATE INDEX participant_partner ON participant (recommended_by_organisation_id);
--> statement-breakpoint
CREATE INDEX participant_words ON participant USING gin (app.plain(first_name || ' ' || last_name) gin_trgm_ops);
--> statement-breakpoint
-- Somebody recorded twice is looked for by these, within a structure.
CREATE INDEX participant_birth ON participant (structure_id, birth_date);
--> statement-breakpoint
CREATE INDEX participant_phone ON participant (structure_id, phone) WHERE phone IS NOT NULL;
--> statement-breakpoint
CREATE INDEX participant_email ON participant (structure_id, email) WHERE email IS NOT NULL;
--> statement-breakpoint
CREATE TABLE participant_occupation (
  participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
  structure_id uuid NOT NULL REFERENCES organisation,
  rome_code text NOT NULL,
  months integer NOT NULL DEFAULT 0 CHECK (months BETWEEN 0 AND 720),
  position smallint NOT NULL DEFAULT 0,
  PRIMARY KEY (participant_id, rome_code)
);
--> statement-breakpoint
CREATE INDEX participant_occupation_rome ON participant_occupation (structure_id, rome_code);
--> statement-breakpoint
CREATE TABLE participant_skill (
  participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
  structure_id uuid NOT NULL REFERENCES organisation,
  -- ROME item where one fits, else the plain words: the key that matching compares
  skill text NOT NULL,
  label text NOT NULL,
  PRIMARY KEY (participant_id, skill)
);
--> statement-breakpoint
CREATE INDEX participant_skill_skill ON participant_skill (structure_id, skill);
--> statement-breakpoint
CREATE TABLE participant_language (
  participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
  structure_id uuid NOT NULL REFERENCES organisation,
  code text NOT NULL, level text, level_text text,
  PRIMARY KEY (participant_id, code)
);
--> statement-breakpoint
-- Weights of skills: integers of the whole bank, made at night, named by version in every ranking.
CREATE TABLE skill_snapshot (
  structure_id uuid NOT NULL REFERENCES organisation,
  version integer NOT NULL,
  profiles integer NOT NULL,
  counts jsonb NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (structure_id, version)
);
--> statement-breakpoint
-- Consent to the diffusion of the CV: events, never rewritten; withdrawing is an event.
CREATE TABLE consent_event (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  participant_id uuid NOT NULL REFERENCES participant,
  type text NOT NULL CHECK (type IN ('given', 'withdrawn')),
  text_version text NOT NULL,
  way text NOT NULL CHECK (way IN ('spoken', 'written', 'online')),
  "on" date NOT NULL,
  recorded_by uuid REFERENCES "user",
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
--> statement-breakpoint
CREATE INDEX consent_event_participant ON consent_event (participant_id, id);
--> statement-breakpoint
CREATE TRIGGER consent_event_append_only BEFORE UPDATE OR DELETE ON consent_event FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
CREATE FUNCTION app.follow_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE participant SET diffusion_consent = (NEW.type = 'given'), updated_at = now() WHERE id = NEW.participant_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER consent_event_follow AFTER INSERT ON consent_event FOR EACH ROW EXECUTE FUNCTION app.follow_consent();
--> statement-breakpoint
CREATE TYPE recommendation_status AS ENUM ('received', 'in_review', 'accepted', 'declined');
--> statement-breakpoint
CREATE TABLE recommendation (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  participant_id uuid NOT NULL REFERENCES participant,
  partner_id uuid NOT NULL REFERENCES organisation,
  recommended_by uuid REFERENCES "user",
  message text,
  status recommendation_status NOT NULL DEFAULT 'received',
  answer text,
  answered_by uuid REFERENCES "user",
  answered_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE INDEX recommendation_structure ON recommendation (structure_id, status);
--> statement-breakpoint
-- Somebody who may be recorded twice: seen by the structure alone, merged by a person.
CREATE TABLE duplicate_suspicion (
  participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
  other_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
  structure_id uuid NOT NULL REFERENCES organisation,
  why text NOT NULL,
  found_at timestamptz NOT NULL DEFAULT now(),
  dismissed_at timestamptz, dismissed_by uuid REFERENCES "user",
  PRIMARY KEY (participant_id, other_id)
);
--> statement-breakpoint
CREATE TYPE contact_outcome AS ENUM ('reached', 'voicemail', 'no_answer', 'wrong_number', 'postponed', 'sent');
--> statement-breakpoint
CREATE TABLE contact (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
  at timestamptz NOT NULL,
  channel text NOT NULL CHECK (channel IN ('phone', 'sms', 'mail', 'letter', 'meeting')),
  outcome contact_outcome NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('follow_up', 'preparation', 'consent', 'offer')),
  note text,
  positioning_id uuid,
  made_by uuid REFERENCES "user",
  created_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE INDEX contact_participant ON contact (participant_id, at DESC);
--> statement-breakpoint
-- Only a conversation counts for freshness; an attempt does not.
CREATE FUNCTION app.follow_contact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.outcome = 'reached' THEN
    UPDATE participant SET last_contact_on = greatest(last_contact_on, (NEW.at AT TIME ZONE 'Europe/Paris')::date), updated_at = now()
    WHERE id = NEW.participant_id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER contact_follow AFTER INSERT ON contact FOR EACH ROW EXECUTE FUNCTION app.follow_contact();
--> statement-breakpoint
-- The vault: `sealed` is the evidence under the key of the structure (category, dates, label). Nothing here can be
-- read without that key, and every reading of it is logged.
CREATE TABLE eligibility_evidence (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
  sealed bytea NOT NULL,
  file_id uuid REFERENCES stored_file,
  recorded_by uuid REFERENCES "user",
  recorded_at timestamptz NOT NULL DEFAULT now(),
  removed_at timestamptz, removed_by uuid REFERENCES "user"
);
--> statement-breakpoint
CREATE INDEX eligibility_evidence_participant ON eligibility_evidence (participant_id);
--> statement-breakpoint
-- What matching sees: a keyed code (HMAC of the category under the structure's key) and the days it is proven.
CREATE TABLE eligibility_code (
  participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
  structure_id uuid NOT NULL REFERENCES organisation,
  code text NOT NULL,
  proven_from date NOT NULL,
  proven_to date,
  PRIMARY KEY (participant_id, code, proven_from)
);
--> statement-breakpoint
-- A person checked: yes or no on a day for a clause's set, with the window; the reason stays in the vault.
CREATE TABLE eligibility_check (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
  clause_id uuid REFERENCES clause,
  "on" date NOT NULL,
  eligible boolean NOT NULL,
  eligible_to date,
  checked_by uuid REFERENCES "user",
  checked_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE INDEX eligibility_check_participant ON eligibility_check (participant_id, checked_at DESC);
--> statement-breakpoint
CREATE TYPE cv_status AS ENUM ('proposed', 'confirmed', 'replaced');
--> statement-breakpoint
CREATE TABLE cv (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
  title text NOT NULL,
  rome_code text,
  file_id uuid REFERENCES stored_file,
  text text,
  -- what the reader proposed, each with the passage it comes from; a person confirms into `content`
  reading jsonb,
  content jsonb NOT NULL DEFAULT '{}',
  status cv_status NOT NULL DEFAULT 'proposed',
  current boolean NOT NULL DEFAULT false,
  confirmed_on date, confirmed_by uuid REFERENCES "user",
  uploaded_by_organisation_id uuid REFERENCES organisation,
  created_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1
);
--> statement-breakpoint
CREATE INDEX cv_participant ON cv (participant_id);
--> statement-breakpoint
CREATE UNIQUE INDEX cv_one_current ON cv (participant_id) WHERE current;
--> statement-breakpoint
-- The mapping of a spreadsheet's headers, remembered per structure and kind of import.
CREATE TABLE import_mapping (
  structure_id uuid NOT NULL REFERENCES organisation,
  kind text NOT NULL,
  headers_key text NOT NULL,
  mapping jsonb NOT NULL,
  used_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (structure_id, kind, headers_key)
);
--> statement-breakpoint
-- A list that comes in: previewed, then applied row by row; a run cut half-way goes on where it stopped.
CREATE TABLE import_run (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  kind text NOT NULL,
  file_id uuid REFERENCES stored_file,
  file_name text NOT NULL,
  status text NOT NULL DEFAULT 'preview' CHECK (status IN ('preview', 'running', 'stopped', 'done')),
  rows_total integer NOT NULL DEFAULT 0,
  rows_done integer NOT NULL DEFAULT 0,
  mapping jsonb NOT NULL DEFAULT '{}',
  created_by uuid REFERENCES "user",
  created_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz
);
--> statement-breakpoint
CREATE TABLE import_row (
  run_id uuid NOT NULL REFERENCES import_run ON DELETE CASCADE,
  structure_id uuid NOT NULL REFERENCES organisation,
  record integer NOT NULL,
  cells jsonb NOT NULL,
  outcome text CHECK (outcome IN ('created', 'updated', 'unchanged', 'rejected')),
  problems jsonb NOT NULL DEFAULT '[]',
  subject_id uuid,
  PRIMARY KEY (run_id, record)
);
--> statement-breakpoint
-- The words by which a person is found when no search engine answers: a copy, made again from the tables at any time.
-- No trigram index: behind row-level security PostgreSQL uses an index with leakproof operators only.
CREATE TABLE search_document (
  participant_id uuid PRIMARY KEY REFERENCES participant ON DELETE CASCADE,
  structure_id uuid NOT NULL REFERENCES organisation,
  -- without accents or case: name, then titles, then skills
  name text NOT NULL,
  words text NOT NULL,
  indexed_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE INDEX search_document_structure ON search_document (structure_id);
