-- Organisations, people who sign in, and what each may speak for.
CREATE TYPE organisation_kind AS ENUM ('structure', 'buyer', 'employer', 'partner');
--> statement-breakpoint
CREATE TYPE membership_role AS ENUM ('facilitator', 'lead', 'buyer', 'employer', 'partner', 'administrator');
--> statement-breakpoint
CREATE TABLE organisation (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  kind organisation_kind NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  -- `nobody`: open data published a number alone, and "name" says so in words until somebody names the body. What a person
  -- wrote is never replaced by open data; the team that wrote it (named_in) may correct itself.
  name_source text NOT NULL DEFAULT 'person' CHECK (name_source IN ('nobody', 'open_data', 'person')),
  named_in uuid REFERENCES organisation,
  slug text UNIQUE,
  -- SIRET for French bodies; open data also names holders by VAT, RIDET, TAHITI, FRWF, IREP or HORS-UE.
  identifier_kind text NOT NULL DEFAULT 'SIRET',
  identifier text,
  -- SIAE kind (EI, ACI, AI, ETTI, EA...) of an employer, or prescriber kind of a partner.
  subkind text,
  territory text,
  address text, postal_code text, city text,
  latitude double precision, longitude double precision,
  phone text,
  settings jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((kind = 'structure') = (slug IS NOT NULL))
);
--> statement-breakpoint
-- One body is one row per kind: a town hall may be a buyer and an employer.
CREATE UNIQUE INDEX organisation_identifier ON organisation (kind, identifier_kind, identifier) WHERE identifier IS NOT NULL;
--> statement-breakpoint
CREATE INDEX organisation_name ON organisation USING gin (app.plain(name) gin_trgm_ops);
--> statement-breakpoint
CREATE TABLE "user" (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  name text NOT NULL,
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  two_factor_enabled boolean NOT NULL DEFAULT false,
  locale text NOT NULL DEFAULT 'fr' CHECK (locale IN ('fr', 'en')),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE TABLE membership (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  user_id uuid NOT NULL REFERENCES "user" ON DELETE CASCADE,
  organisation_id uuid NOT NULL REFERENCES organisation,
  role membership_role NOT NULL,
  structure_id uuid NOT NULL REFERENCES organisation,
  created_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz
);
--> statement-breakpoint
CREATE UNIQUE INDEX membership_running ON membership (user_id, organisation_id, role, structure_id) WHERE ended_at IS NULL;
--> statement-breakpoint
CREATE INDEX membership_structure ON membership (structure_id);
--> statement-breakpoint
CREATE TABLE session (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  user_id uuid NOT NULL REFERENCES "user" ON DELETE CASCADE,
  token text NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  ip_address text,
  user_agent text,
  active_membership_id uuid REFERENCES membership ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE INDEX session_by_user ON session (user_id);
--> statement-breakpoint
CREATE TABLE account (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  account_id text NOT NULL,
  provider_id text NOT NULL,
  user_id uuid NOT NULL REFERENCES "user" ON DELETE CASCADE,
  access_token text, refresh_token text, id_token text,
  access_token_expires_at timestamptz, refresh_token_expires_at timestamptz,
  scope text,
  -- Argon2id in PHC form; never leaves the sign-in library.
  password text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE INDEX account_user ON account (user_id);
--> statement-breakpoint
CREATE TABLE verification (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE INDEX verification_identifier ON verification (identifier);
--> statement-breakpoint
-- Sign-in attempts are counted in the base, so that several API processes count together.
CREATE TABLE rate_limit (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  key text NOT NULL UNIQUE,
  count integer NOT NULL,
  last_request bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE invitation (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  email text NOT NULL CHECK (email = lower(email)),
  organisation_id uuid NOT NULL REFERENCES organisation,
  role membership_role NOT NULL,
  structure_id uuid NOT NULL REFERENCES organisation,
  token_hash text NOT NULL UNIQUE,
  invited_by uuid REFERENCES "user",
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  revoked_at timestamptz
);
--> statement-breakpoint
CREATE INDEX invitation_structure ON invitation (structure_id);
--> statement-breakpoint
-- Audit: append-only, holds ids and words of ours, never a person's data, so that erasing a person needs no rewrite.
CREATE TABLE audit_entry (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  structure_id uuid REFERENCES organisation,
  actor_kind text NOT NULL,
  user_id uuid,
  role text,
  organisation_id uuid,
  action text NOT NULL,
  subject_kind text,
  subject_id uuid,
  purpose text,
  request_id text,
  facts jsonb NOT NULL DEFAULT '{}'
);
--> statement-breakpoint
CREATE INDEX audit_entry_structure ON audit_entry (structure_id, id);
--> statement-breakpoint
CREATE INDEX audit_entry_subject ON audit_entry (subject_id);
--> statement-breakpoint
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
-- The hash chain: one job seals what was written, so that a logged read costs one insert.
CREATE TABLE audit_seal (
  structure_id uuid NOT NULL REFERENCES organisation,
  sequence integer NOT NULL,
  last_entry_id uuid NOT NULL,
  entries integer NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  sealed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (structure_id, sequence)
);
--> statement-breakpoint
CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE ON audit_seal FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
-- Events of a mutation, written in its transaction; jobs read them afterwards, at least once.
CREATE TABLE outbox (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  type text NOT NULL,
  structure_id uuid,
  subject_id uuid,
  payload jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  handled_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  last_error text
);
--> statement-breakpoint
CREATE INDEX outbox_waiting ON outbox (id) WHERE handled_at IS NULL;
--> statement-breakpoint
-- Wake-up for jobs and live screens: the type and the ids only, never the payload.
CREATE FUNCTION app.announce() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('jonction_events', json_build_object('id', NEW.id, 'type', NEW.type, 'structureId', NEW.structure_id, 'subjectId', NEW.subject_id)::text);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER outbox_announce AFTER INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION app.announce();
--> statement-breakpoint
CREATE TYPE message_status AS ENUM ('queued', 'sent', 'kept', 'failed');
--> statement-breakpoint
-- Letters we owe to people outside. `kept`: no SMTP relay is set, the outbox screen shows it.
-- The body holds link tokens: it is emptied once a relay has taken the message.
CREATE TABLE message (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid REFERENCES organisation,
  channel text NOT NULL DEFAULT 'mail',
  template text NOT NULL,
  to_address text NOT NULL,
  to_name text,
  subject text NOT NULL,
  body_text text,
  body_html text,
  status message_status NOT NULL DEFAULT 'queued',
  about_kind text, about_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  last_error text
);
--> statement-breakpoint
CREATE INDEX message_structure ON message (structure_id, id DESC);
--> statement-breakpoint
CREATE TABLE stored_file (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  sha256 text NOT NULL,
  size_bytes integer NOT NULL,
  media text NOT NULL,
  name text NOT NULL,
  purpose text NOT NULL,
  uploaded_by uuid REFERENCES "user",
  organisation_id uuid REFERENCES organisation,
  created_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
-- One data key per structure, wrapped by SECRET: losing SECRET loses the vault, stealing the base opens nothing.
CREATE TABLE structure_key (
  structure_id uuid PRIMARY KEY REFERENCES organisation,
  wrapped_key bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
