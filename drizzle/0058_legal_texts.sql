-- The library of texts that a team keeps for its buyers: laws, orders, notes, each with its days and its scope. A text is known by
-- its versions, which are added and never changed: what a buyer opened stays what it was.
CREATE TABLE legal_text (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  -- of a text that comes with the product; a team takes each once
  code text CHECK (length(code) BETWEEN 1 AND 60),
  created_by uuid REFERENCES "user",
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (id, structure_id),
  UNIQUE (structure_id, code)
);
--> statement-breakpoint
CREATE TABLE legal_text_version (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  text_id uuid NOT NULL,
  structure_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  title text NOT NULL CHECK (length(trim(title)) BETWEEN 1 AND 200),
  -- how the text is cited
  source text NOT NULL CHECK (length(trim(source)) BETWEEN 1 AND 200),
  summary text NOT NULL CHECK (length(trim(summary)) BETWEEN 1 AND 2000),
  url text CHECK (url ~ '^https://' AND length(url) <= 500),
  file_id uuid REFERENCES stored_file,
  file_sha256 text CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
  file_name text,
  valid_from date NOT NULL,
  valid_to date,
  scope_level text NOT NULL CHECK (scope_level IN ('national', 'territory', 'buyer', 'contract_kind')),
  scope_words text CHECK (length(scope_words) BETWEEN 1 AND 120),
  scope_buyer_id uuid REFERENCES organisation,
  saved_by uuid REFERENCES "user",
  saved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  FOREIGN KEY (text_id, structure_id) REFERENCES legal_text (id, structure_id),
  UNIQUE (text_id, version),
  UNIQUE (id, text_id, structure_id),
  CHECK (valid_to >= valid_from),
  CHECK (num_nonnulls(file_id, file_sha256, file_name) IN (0, 3)),
  CHECK ((scope_level = 'buyer') = (scope_buyer_id IS NOT NULL)),
  CHECK ((scope_level IN ('territory', 'contract_kind')) = (scope_words IS NOT NULL))
);
--> statement-breakpoint
CREATE INDEX legal_text_version_structure ON legal_text_version (structure_id, text_id, version DESC);
--> statement-breakpoint
-- A letter to a buyer about a version, with a link of its own; by hand, the first as the reminders.
CREATE TABLE legal_letter (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  version_id uuid NOT NULL,
  text_id uuid NOT NULL,
  structure_id uuid NOT NULL,
  buyer_id uuid NOT NULL REFERENCES organisation,
  address text NOT NULL CHECK (address = lower(address)),
  to_name text,
  reminder boolean NOT NULL,
  token_hash text NOT NULL UNIQUE,
  message_id uuid REFERENCES message,
  sent_by uuid NOT NULL REFERENCES "user",
  sent_on date NOT NULL,
  sent_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL CHECK (expires_at > sent_at),
  FOREIGN KEY (version_id, text_id, structure_id) REFERENCES legal_text_version (id, text_id, structure_id)
);
--> statement-breakpoint
CREATE INDEX legal_letter_text ON legal_letter (text_id, buyer_id, sent_at DESC);
--> statement-breakpoint
CREATE INDEX legal_letter_buyer ON legal_letter (buyer_id, text_id);
--> statement-breakpoint
-- The button was pressed: by whoever held the link of a letter, or by somebody of the buyer with an account. Never a mere visit.
CREATE TABLE legal_opening (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  version_id uuid NOT NULL,
  text_id uuid NOT NULL,
  structure_id uuid NOT NULL,
  buyer_id uuid NOT NULL REFERENCES organisation,
  letter_id uuid REFERENCES legal_letter,
  user_id uuid REFERENCES "user",
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  FOREIGN KEY (version_id, text_id, structure_id) REFERENCES legal_text_version (id, text_id, structure_id),
  CHECK (num_nonnulls(letter_id, user_id) = 1),
  -- the first time is what counts
  UNIQUE (letter_id),
  UNIQUE (version_id, user_id)
);
--> statement-breakpoint
CREATE INDEX legal_opening_text ON legal_opening (text_id, buyer_id);
--> statement-breakpoint
CREATE TRIGGER legal_text_append_only BEFORE UPDATE OR DELETE ON legal_text FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
CREATE TRIGGER legal_text_version_append_only BEFORE UPDATE OR DELETE ON legal_text_version FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
CREATE TRIGGER legal_letter_append_only BEFORE UPDATE OR DELETE ON legal_letter FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
CREATE TRIGGER legal_opening_append_only BEFORE UPDATE OR DELETE ON legal_opening FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
-- The texts that somebody wrote about to the buyer who speaks: read past the policies, which ask it themselves.
CREATE FUNCTION app.received_texts() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT CASE WHEN app.has_role('buyer') THEN coalesce(array_agg(DISTINCT l.text_id), '{}') ELSE '{}' END
  FROM legal_letter l WHERE l.buyer_id = app.organisation_id()
$$;
--> statement-breakpoint
-- Found by the hash of its token before anybody is known: who writes and to which buyer, and behind the button which version.
CREATE FUNCTION app.find_legal_link(hash text)
RETURNS TABLE (id uuid, version_id uuid, text_id uuid, structure_id uuid, buyer_id uuid, structure_name text, structure_phone text, buyer_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT l.id, l.version_id, l.text_id, l.structure_id, l.buyer_id, s.name, s.phone, b.name
   FROM legal_letter l JOIN organisation s ON s.id = l.structure_id JOIN organisation b ON b.id = l.buyer_id
   WHERE l.token_hash = hash AND l.expires_at > now() $$;
--> statement-breakpoint
CREATE FUNCTION app.open_legal_link(hash text) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS
$$ INSERT INTO legal_opening (version_id, text_id, structure_id, buyer_id, letter_id)
   SELECT version_id, text_id, structure_id, buyer_id, id FROM legal_letter WHERE token_hash = hash AND expires_at > now()
   ON CONFLICT DO NOTHING $$;
--> statement-breakpoint
ALTER TABLE legal_text ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE legal_text FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE legal_text_version ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE legal_text_version FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE legal_letter ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE legal_letter FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE legal_opening ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE legal_opening FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON legal_text, legal_text_version, legal_letter, legal_opening TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON legal_text, legal_text_version, legal_letter, legal_opening TO jonction_system;
--> statement-breakpoint
CREATE POLICY legal_text_select ON legal_text FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR id = ANY ((SELECT app.received_texts())::uuid[])
);
--> statement-breakpoint
CREATE POLICY legal_text_insert ON legal_text FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND created_by = (SELECT app.user_id()))
);
--> statement-breakpoint
CREATE POLICY legal_text_version_select ON legal_text_version FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR text_id = ANY ((SELECT app.received_texts())::uuid[])
);
--> statement-breakpoint
CREATE POLICY legal_text_version_insert ON legal_text_version FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND saved_by = (SELECT app.user_id()))
);
--> statement-breakpoint
-- A letter holds an address and a token: the team's, and nobody else's to read.
CREATE POLICY legal_letter_select ON legal_letter FOR SELECT USING (
  (SELECT app.is_system()) OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY legal_letter_insert ON legal_letter FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND sent_by = (SELECT app.user_id()))
);
--> statement-breakpoint
CREATE POLICY legal_opening_select ON legal_opening FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
-- A buyer opens in its own name what it was written about; a link opens by the function above alone.
CREATE POLICY legal_opening_insert ON legal_opening FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()) AND user_id = (SELECT app.user_id())
    AND text_id = ANY ((SELECT app.received_texts())::uuid[]))
);
