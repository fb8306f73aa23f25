-- Papers that a team asks of a company: what was asked, what was brought, whether it is accepted and until when it counts.
CREATE TABLE paper_request (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  employer_id uuid NOT NULL REFERENCES organisation,
  contract_id uuid REFERENCES contract,
  due_on date,
  note text CHECK (length(note) <= 1000),
  asked_by uuid NOT NULL REFERENCES "user",
  asked_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
--> statement-breakpoint
-- One line of the list. The months of validity stand as they were when it was asked: a setting that changes rewrites nothing.
CREATE TABLE paper_item (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  request_id uuid NOT NULL REFERENCES paper_request,
  structure_id uuid NOT NULL REFERENCES organisation,
  employer_id uuid NOT NULL REFERENCES organisation,
  kind text NOT NULL CHECK (kind ~ '^[a-z_]+$'),
  label text CHECK (length(trim(label)) BETWEEN 1 AND 200),
  valid_months smallint CHECK (valid_months BETWEEN 1 AND 120),
  cancelled_at timestamptz,
  cancelled_by uuid REFERENCES "user",
  CHECK ((cancelled_at IS NULL) = (cancelled_by IS NULL))
);
--> statement-breakpoint
CREATE INDEX paper_item_company ON paper_item (structure_id, employer_id);
--> statement-breakpoint
-- The same paper is not asked twice of a company while it is still wanted.
CREATE UNIQUE INDEX paper_item_once ON paper_item (structure_id, employer_id, kind, coalesce(label, '')) WHERE cancelled_at IS NULL;
--> statement-breakpoint
-- What was brought for a line, the last one counts; nothing brought is ever changed but by the one decision on it.
CREATE TABLE paper_piece (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  item_id uuid NOT NULL REFERENCES paper_item,
  structure_id uuid NOT NULL REFERENCES organisation,
  employer_id uuid NOT NULL REFERENCES organisation,
  file_id uuid NOT NULL REFERENCES stored_file,
  issued_on date,
  valid_until date,
  source text NOT NULL CHECK (source IN ('account', 'link', 'team')),
  brought_by uuid REFERENCES "user",
  brought_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  decision text CHECK (decision IN ('accepted', 'refused')),
  decision_reason text CHECK (length(trim(decision_reason)) BETWEEN 1 AND 500),
  decided_by uuid REFERENCES "user",
  decided_at timestamptz,
  CHECK ((decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (decided_by IS NULL)),
  -- whoever is refused is told why
  CHECK ((decision = 'refused') IS NOT TRUE OR decision_reason IS NOT NULL),
  CHECK (valid_until IS NULL OR issued_on IS NULL OR valid_until >= issued_on)
);
--> statement-breakpoint
CREATE INDEX paper_piece_item ON paper_piece (item_id, brought_at DESC);
--> statement-breakpoint
CREATE FUNCTION app.keep_paper_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.decision IS NOT NULL THEN
    RAISE EXCEPTION 'a paper is decided on once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER paper_piece_decided_once BEFORE UPDATE ON paper_piece FOR EACH ROW EXECUTE FUNCTION app.keep_paper_decision();
--> statement-breakpoint
-- A letter about what is awaited from a company; its link opens the list without an account.
CREATE TABLE paper_reminder (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  employer_id uuid NOT NULL REFERENCES organisation,
  address text NOT NULL CHECK (address = lower(address)),
  token_hash text NOT NULL UNIQUE,
  message_id uuid REFERENCES message,
  sent_by uuid REFERENCES "user",
  sent_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL CHECK (expires_at > sent_at),
  revoked_at timestamptz,
  opened_at timestamptz,
  used_at timestamptz
);
--> statement-breakpoint
CREATE INDEX paper_reminder_company ON paper_reminder (structure_id, employer_id, sent_at DESC);
--> statement-breakpoint
CREATE INDEX paper_reminder_address ON paper_reminder (address, sent_at DESC);
--> statement-breakpoint
-- The last time that an address was written to without its asking, by whichever team and about whatever.
CREATE OR REPLACE FUNCTION app.last_question(to_address text) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT greatest((SELECT max(created_at) FROM offer_link WHERE address = to_address),
                   (SELECT max(sent_at) FROM hour_reminder WHERE address = to_address),
                   (SELECT max(sent_at) FROM paper_reminder WHERE address = to_address)) $$;
--> statement-breakpoint
-- Found by the hash of its token before anybody is known: who writes and to which company, nothing else.
CREATE FUNCTION app.find_paper_link(hash text)
RETURNS TABLE (id uuid, structure_id uuid, employer_id uuid, structure_name text, structure_phone text, employer_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT l.id, l.structure_id, l.employer_id, s.name, s.phone, e.name
   FROM paper_reminder l JOIN organisation s ON s.id = l.structure_id JOIN organisation e ON e.id = l.employer_id
   WHERE l.token_hash = hash AND l.revoked_at IS NULL AND l.expires_at > now() $$;
--> statement-breakpoint
CREATE FUNCTION app.mark_paper_link(hash text, used boolean) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS
$$ UPDATE paper_reminder SET opened_at = coalesce(opened_at, clock_timestamp()), used_at = CASE WHEN used THEN clock_timestamp() ELSE used_at END
   WHERE token_hash = hash AND revoked_at IS NULL AND expires_at > now() $$;
--> statement-breakpoint
-- Whoever brings a paper holds it: her own file, or one that came by the company's link and that nobody signed for.
CREATE FUNCTION app.holds_paper(file uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM stored_file f WHERE f.id = file AND f.purpose = 'paper' AND f.structure_id = app.structure_id()
    AND f.uploaded_by IS NOT DISTINCT FROM app.user_id() AND f.organisation_id = app.organisation_id())
$$;
--> statement-breakpoint
ALTER TABLE paper_request ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE paper_request FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE paper_item ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE paper_item FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE paper_piece ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE paper_piece FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE paper_reminder ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE paper_reminder FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON paper_request, paper_item, paper_piece, paper_reminder TO jonction_app;
--> statement-breakpoint
GRANT UPDATE (cancelled_at, cancelled_by) ON paper_item TO jonction_app;
--> statement-breakpoint
GRANT UPDATE (decision, decision_reason, decided_by, decided_at) ON paper_piece TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON paper_request, paper_item, paper_piece, paper_reminder TO jonction_system;
--> statement-breakpoint
CREATE POLICY paper_request_select ON paper_request FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY paper_request_insert ON paper_request FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND asked_by = (SELECT app.user_id()))
);
--> statement-breakpoint
CREATE POLICY paper_item_select ON paper_item FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY paper_item_insert ON paper_item FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id())
    AND EXISTS (SELECT 1 FROM paper_request r WHERE r.id = paper_item.request_id AND r.employer_id = paper_item.employer_id AND r.structure_id = paper_item.structure_id))
);
--> statement-breakpoint
CREATE POLICY paper_item_update ON paper_item FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY paper_piece_select ON paper_piece FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY paper_piece_insert ON paper_piece FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR (structure_id = (SELECT app.structure_id()) AND decision IS NULL AND app.holds_paper(file_id)
    AND (((SELECT app.is_staff()) AND source = 'team')
      OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()) AND source <> 'team'))
    AND EXISTS (SELECT 1 FROM paper_item i WHERE i.id = paper_piece.item_id AND i.employer_id = paper_piece.employer_id
      AND i.structure_id = paper_piece.structure_id AND i.cancelled_at IS NULL))
);
--> statement-breakpoint
CREATE POLICY paper_piece_update ON paper_piece FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
-- A reminder holds an address and a token: the team's, and nobody else's to read.
CREATE POLICY paper_reminder_select ON paper_reminder FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY paper_reminder_insert ON paper_reminder FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY paper_reminder_update ON paper_reminder FOR UPDATE USING ((SELECT app.is_system()));
--> statement-breakpoint
-- A paper that was asked opens to whoever reads its row: the company and the team, whichever of them brought it.
CREATE POLICY stored_file_asked_paper ON stored_file FOR SELECT USING (
  purpose = 'paper' AND EXISTS (SELECT 1 FROM paper_piece p WHERE p.file_id = stored_file.id)
);
