-- From the need of a contractor to a person at work.
CREATE TYPE offer_status AS ENUM ('draft', 'proposed', 'open', 'filled', 'closed');
--> statement-breakpoint
CREATE SEQUENCE offer_number;
--> statement-breakpoint
CREATE TABLE offer (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  number bigint NOT NULL UNIQUE DEFAULT nextval('offer_number'),
  structure_id uuid NOT NULL REFERENCES organisation,
  employer_id uuid NOT NULL REFERENCES organisation,
  contract_id uuid REFERENCES contract,
  lot_id uuid REFERENCES lot,
  clause_id uuid REFERENCES clause,
  title text NOT NULL,
  rome_code text NOT NULL,
  positions integer NOT NULL DEFAULT 1 CHECK (positions BETWEEN 1 AND 500),
  weekly_hours_min smallint NOT NULL, weekly_hours_max smallint NOT NULL, CHECK (weekly_hours_min <= weekly_hours_max),
  employment_kind text NOT NULL,
  starts_on date NOT NULL,
  slack_days integer NOT NULL DEFAULT 0 CHECK (slack_days BETWEEN 0 AND 365),
  place_label text NOT NULL, postal_code text,
  latitude double precision NOT NULL, longitude double precision NOT NULL,
  licences text[] NOT NULL DEFAULT '{}',
  skills jsonb NOT NULL DEFAULT '[]',
  months_asked integer NOT NULL DEFAULT 0 CHECK (months_asked BETWEEN 0 AND 720),
  french_level smallint NOT NULL DEFAULT 0 CHECK (french_level BETWEEN 0 AND 6),
  categories jsonb NOT NULL DEFAULT '[]',
  description text, schedule text, contact_name text, contact_phone text, contact_email text,
  status offer_status NOT NULL DEFAULT 'draft',
  owner_id uuid REFERENCES "user",
  created_by uuid REFERENCES "user",
  created_at timestamptz NOT NULL DEFAULT now(),
  opened_at timestamptz, closed_at timestamptz,
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1
);
--> statement-breakpoint
CREATE INDEX offer_structure ON offer (structure_id, status);
--> statement-breakpoint
CREATE INDEX offer_employer ON offer (employer_id);
--> statement-breakpoint
-- One sending of CVs to one company, with an offer or without one.
CREATE TABLE push (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  employer_id uuid NOT NULL REFERENCES organisation,
  offer_id uuid REFERENCES offer,
  contract_id uuid REFERENCES contract,
  recipient_name text,
  recipient_email text NOT NULL,
  message text,
  -- makes a second press of the same button the same sending
  idempotency_key text NOT NULL,
  sent_by uuid REFERENCES "user",
  sent_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (structure_id, idempotency_key)
);
--> statement-breakpoint
CREATE INDEX push_structure ON push (structure_id, sent_at DESC);
--> statement-breakpoint
CREATE TABLE push_link (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  push_id uuid NOT NULL REFERENCES push ON DELETE CASCADE,
  token_hash text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);
--> statement-breakpoint
CREATE INDEX push_link_push ON push_link (push_id);
--> statement-breakpoint
CREATE TYPE positioning_status AS ENUM ('proposed', 'sent', 'seen', 'interview', 'hired', 'refused', 'withdrawn', 'closed');
--> statement-breakpoint
CREATE TYPE refusal_reason AS ENUM ('position_filled', 'profile_mismatch', 'lacking_skills', 'schedule', 'distance', 'unreachable', 'no_show', 'not_interested', 'hired_elsewhere', 'no_position', 'other');
--> statement-breakpoint
CREATE TABLE positioning (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  participant_id uuid NOT NULL REFERENCES participant,
  employer_id uuid NOT NULL REFERENCES organisation,
  offer_id uuid REFERENCES offer,
  push_id uuid REFERENCES push,
  cv_id uuid REFERENCES cv,
  status positioning_status NOT NULL DEFAULT 'proposed',
  interview_at timestamptz,
  refusal_reason refusal_reason,
  answer_note text,
  score integer,
  created_by uuid REFERENCES "user",
  created_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz, seen_at timestamptz, answered_at timestamptz,
  version integer NOT NULL DEFAULT 1
);
--> statement-breakpoint
CREATE UNIQUE INDEX positioning_once_per_offer ON positioning (offer_id, participant_id) WHERE offer_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX positioning_participant ON positioning (participant_id);
--> statement-breakpoint
CREATE INDEX positioning_push ON positioning (push_id);
--> statement-breakpoint
CREATE INDEX positioning_structure ON positioning (structure_id, status);
--> statement-breakpoint
CREATE INDEX positioning_employer ON positioning (employer_id);
--> statement-breakpoint
CREATE TABLE positioning_event (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  positioning_id uuid NOT NULL REFERENCES positioning,
  from_status positioning_status, to_status positioning_status NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor_kind text NOT NULL, user_id uuid, organisation_id uuid,
  facts jsonb NOT NULL DEFAULT '{}'
);
--> statement-breakpoint
CREATE INDEX positioning_event_positioning ON positioning_event (positioning_id);
--> statement-breakpoint
CREATE TRIGGER positioning_event_append_only BEFORE UPDATE OR DELETE ON positioning_event FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
-- What the company sees, frozen when it was sent: it never reads `participant`. Deleted the instant consent is withdrawn.
CREATE TABLE disclosure (
  positioning_id uuid PRIMARY KEY REFERENCES positioning ON DELETE CASCADE,
  structure_id uuid NOT NULL REFERENCES organisation,
  participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
  employer_id uuid NOT NULL REFERENCES organisation,
  push_id uuid REFERENCES push,
  card jsonb NOT NULL,
  file_id uuid REFERENCES stored_file,
  eligible_until date,
  created_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE INDEX disclosure_participant ON disclosure (participant_id);
--> statement-breakpoint
-- Whoever records it, and may not read what companies saw: a partner neither sees these rows nor, so, could delete them.
CREATE FUNCTION app.close_disclosures() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM disclosure WHERE participant_id = NEW.participant_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER consent_withdrawn_closes AFTER INSERT ON consent_event FOR EACH ROW WHEN (NEW.type = 'withdrawn')
  EXECUTE FUNCTION app.close_disclosures();
--> statement-breakpoint
-- Each opening of a CV, shown to the person as organisation and date.
CREATE TABLE cv_opening (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  positioning_id uuid NOT NULL REFERENCES positioning ON DELETE CASCADE,
  participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
  employer_id uuid NOT NULL REFERENCES organisation,
  at timestamptz NOT NULL DEFAULT now(),
  actor_kind text NOT NULL, user_id uuid
);
--> statement-breakpoint
CREATE INDEX cv_opening_participant ON cv_opening (participant_id, at DESC);
--> statement-breakpoint
CREATE SEQUENCE placement_number;
--> statement-breakpoint
CREATE TABLE placement (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  number bigint NOT NULL UNIQUE DEFAULT nextval('placement_number'),
  structure_id uuid NOT NULL REFERENCES organisation,
  participant_id uuid NOT NULL REFERENCES participant,
  -- as the employer knows the person: kept with the work contract, not with the CV bank
  worker_name text NOT NULL,
  employer_id uuid NOT NULL REFERENCES organisation,
  contract_id uuid NOT NULL REFERENCES contract,
  lot_id uuid NOT NULL REFERENCES lot,
  clause_id uuid NOT NULL REFERENCES clause,
  buyer_id uuid NOT NULL REFERENCES organisation,
  offer_id uuid REFERENCES offer,
  positioning_id uuid UNIQUE REFERENCES positioning,
  window_kind text NOT NULL CHECK (window_kind IN ('fixed_term', 'permanent', 'apprenticeship', 'professionalisation', 'iae')),
  execution_mode text NOT NULL DEFAULT 'direct_hire',
  rome_code text,
  weekly_hours smallint,
  starts_on date NOT NULL, ends_on date, CHECK (ends_on IS NULL OR ends_on >= starts_on),
  -- eligibility frozen at the hire: later expiry changes nothing
  eligible_from date NOT NULL, eligible_to date,
  sealed_categories bytea NOT NULL,
  created_by uuid REFERENCES "user",
  created_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1
);
--> statement-breakpoint
CREATE INDEX placement_structure ON placement (structure_id, starts_on);
--> statement-breakpoint
CREATE INDEX placement_clause ON placement (clause_id);
--> statement-breakpoint
CREATE INDEX placement_participant ON placement (participant_id);
--> statement-breakpoint
CREATE INDEX placement_employer ON placement (employer_id);
--> statement-breakpoint
ALTER TABLE contact ADD CONSTRAINT contact_positioning FOREIGN KEY (positioning_id) REFERENCES positioning;
