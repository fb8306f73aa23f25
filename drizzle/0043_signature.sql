-- Documents that people sign by a simple electronic signature (regulation (EU) no. 910/2014, art. 3 and 25): the bytes and the words
-- are fixed when it is asked, what each person did is added and never changed, and a proof is frozen with the last signature.
CREATE TABLE signature_request (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  -- the company whose paper it is
  employer_id uuid REFERENCES organisation,
  side text NOT NULL CHECK (side IN ('team', 'company')),
  -- the asked paper that the signed document answers
  item_id uuid REFERENCES paper_item,
  title text NOT NULL CHECK (length(trim(title)) BETWEEN 1 AND 200),
  note text CHECK (length(note) <= 500),
  file_id uuid NOT NULL REFERENCES stored_file,
  file_sha256 text NOT NULL CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
  pages smallint NOT NULL CHECK (pages > 0),
  sentence text NOT NULL,
  expires_on date NOT NULL,
  asked_by uuid NOT NULL REFERENCES "user",
  asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK (side = 'team' OR employer_id IS NOT NULL)
);
--> statement-breakpoint
CREATE INDEX signature_request_structure ON signature_request (structure_id, id DESC);
--> statement-breakpoint
CREATE INDEX signature_request_item ON signature_request (item_id) WHERE item_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX signature_request_file ON signature_request (file_id);
--> statement-breakpoint
CREATE TABLE signature_signer (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  request_id uuid NOT NULL REFERENCES signature_request,
  structure_id uuid NOT NULL REFERENCES organisation,
  ordinal smallint NOT NULL,
  name text NOT NULL CHECK (length(trim(name)) BETWEEN 3 AND 120),
  quality text CHECK (length(quality) <= 120),
  address text NOT NULL CHECK (address = lower(address)),
  -- one address proves one person
  UNIQUE (request_id, address),
  UNIQUE (request_id, ordinal)
);
--> statement-breakpoint
CREATE INDEX signature_signer_address ON signature_signer (address);
--> statement-breakpoint
-- A link that opens the document to one person: of a letter, or without a letter where she came with her account.
CREATE TABLE signature_letter (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  request_id uuid NOT NULL REFERENCES signature_request,
  signer_id uuid NOT NULL REFERENCES signature_signer,
  structure_id uuid NOT NULL REFERENCES organisation,
  news text NOT NULL CHECK (news IN ('asked', 'reminded', 'signed', 'refused', 'withdrawn', 'account')),
  address text NOT NULL CHECK (address = lower(address)),
  token_hash text NOT NULL UNIQUE,
  message_id uuid REFERENCES message,
  sent_by uuid REFERENCES "user",
  sent_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL CHECK (expires_at > sent_at)
);
--> statement-breakpoint
CREATE INDEX signature_letter_signer ON signature_letter (signer_id, sent_at DESC);
--> statement-breakpoint
CREATE INDEX signature_letter_address ON signature_letter (address, sent_at DESC);
--> statement-breakpoint
-- A code sent to the address, kept as a keyed hash: whoever reads the base learns none.
CREATE TABLE signature_code (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  signer_id uuid NOT NULL REFERENCES signature_signer,
  structure_id uuid NOT NULL REFERENCES organisation,
  code_hash text NOT NULL,
  sent_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- five tries, then it is of no more use
  tries smallint NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 5),
  used_at timestamptz
);
--> statement-breakpoint
CREATE INDEX signature_code_signer ON signature_code (signer_id, sent_at DESC);
--> statement-breakpoint
-- Tries only go up, and a code that was used is so for good.
CREATE FUNCTION app.keep_signature_code() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.used_at IS NOT NULL OR NEW.tries < OLD.tries OR NEW.code_hash <> OLD.code_hash OR NEW.sent_at <> OLD.sent_at
    OR NEW.signer_id <> OLD.signer_id THEN
    RAISE EXCEPTION 'a code is used once, and its tries are counted' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER signature_code_kept BEFORE UPDATE ON signature_code FOR EACH ROW EXECUTE FUNCTION app.keep_signature_code();
--> statement-breakpoint
-- What was done: opened, signed, refused by a person who is named; withdrawn by whoever asked. Added, never changed.
CREATE TABLE signature_act (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  request_id uuid NOT NULL REFERENCES signature_request,
  signer_id uuid REFERENCES signature_signer,
  structure_id uuid NOT NULL REFERENCES organisation,
  kind text NOT NULL CHECK (kind IN ('opened', 'signed', 'refused', 'withdrawn')),
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- of a signature: the name as it was typed, the address that the code went to, the bytes and the words agreed to
  typed_name text CHECK (length(trim(typed_name)) BETWEEN 3 AND 120),
  address text,
  file_sha256 text,
  sentence text,
  code_id uuid REFERENCES signature_code,
  code_sent_at timestamptz,
  reason text CHECK (length(trim(reason)) BETWEEN 1 AND 500),
  done_by uuid REFERENCES "user",
  CHECK ((kind = 'withdrawn') = (signer_id IS NULL)),
  CHECK ((kind = 'withdrawn') = (done_by IS NOT NULL)),
  -- whoever refuses or withdraws says why
  CHECK ((kind IN ('refused', 'withdrawn')) = (reason IS NOT NULL)),
  CHECK ((kind = 'signed') = (num_nonnulls(typed_name, address, file_sha256, sentence, code_id, code_sent_at) = 6)),
  CHECK (kind = 'signed' OR num_nonnulls(typed_name, address, file_sha256, sentence, code_id, code_sent_at) = 0)
);
--> statement-breakpoint
CREATE INDEX signature_act_request ON signature_act (request_id, at);
--> statement-breakpoint
-- Each person answers once; a code signs once; a request ends once.
CREATE UNIQUE INDEX signature_act_answer ON signature_act (signer_id) WHERE kind IN ('signed', 'refused');
--> statement-breakpoint
CREATE UNIQUE INDEX signature_act_code ON signature_act (code_id) WHERE code_id IS NOT NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX signature_act_end ON signature_act (request_id) WHERE kind IN ('refused', 'withdrawn');
--> statement-breakpoint
CREATE FUNCTION app.check_signature_act() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NEW.kind <> 'opened' AND EXISTS (SELECT 1 FROM signature_act a WHERE a.request_id = NEW.request_id AND a.kind IN ('refused', 'withdrawn')) THEN
    RAISE EXCEPTION 'this request is closed' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.kind = 'signed' AND NOT EXISTS (
    SELECT 1 FROM signature_request r JOIN signature_signer s ON s.request_id = r.id JOIN signature_code c ON c.signer_id = s.id
    WHERE r.id = NEW.request_id AND s.id = NEW.signer_id AND c.id = NEW.code_id AND c.used_at IS NOT NULL
      AND c.sent_at = NEW.code_sent_at AND s.address = NEW.address AND r.file_sha256 = NEW.file_sha256 AND r.sentence = NEW.sentence) THEN
    RAISE EXCEPTION 'a signature is of the bytes and the words that were asked, with a code of this person' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER signature_act_checked BEFORE INSERT ON signature_act FOR EACH ROW EXECUTE FUNCTION app.check_signature_act();
--> statement-breakpoint
-- Frozen with the last signature; the code printed on it is kept hashed, as that of a paper of hours.
CREATE TABLE signature_proof (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  request_id uuid NOT NULL UNIQUE REFERENCES signature_request,
  structure_id uuid NOT NULL REFERENCES organisation,
  facts jsonb NOT NULL,
  facts_sha256 text NOT NULL CHECK (facts_sha256 ~ '^[0-9a-f]{64}$'),
  code_hash text NOT NULL UNIQUE,
  issued_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
--> statement-breakpoint
CREATE TRIGGER signature_request_append_only BEFORE UPDATE OR DELETE ON signature_request FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
CREATE TRIGGER signature_signer_append_only BEFORE UPDATE OR DELETE ON signature_signer FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
CREATE TRIGGER signature_act_append_only BEFORE UPDATE OR DELETE ON signature_act FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
CREATE TRIGGER signature_proof_append_only BEFORE UPDATE OR DELETE ON signature_proof FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
-- Whoever showed the token of a letter: one person, one document.
CREATE FUNCTION app.signer_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN app.actor_kind() = 'signer' THEN app.setting('signer_id')::uuid END $$;
--> statement-breakpoint
CREATE FUNCTION app.signer_request() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT request_id FROM signature_signer WHERE id = app.signer_id() $$;
--> statement-breakpoint
CREATE FUNCTION app.own_address() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT lower(email) FROM "user" WHERE id = app.user_id() AND app.actor_kind() = 'user' $$;
--> statement-breakpoint
-- Requests that name whoever is signed in.
CREATE FUNCTION app.is_named_in(request uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT 1 FROM signature_signer WHERE request_id = request AND address = app.own_address()) $$;
--> statement-breakpoint
-- The team reads what it asked and what answers a paper that it asked; a company what it asked and what is about it; what two companies
-- sign between them is not the team's.
CREATE FUNCTION app.reads_signature(request uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM signature_request r WHERE r.id = request AND r.structure_id = app.structure_id() AND (
    (app.is_staff() AND (r.side = 'team' OR r.item_id IS NOT NULL))
    OR (app.has_role('employer') AND r.employer_id = app.organisation_id())))
$$;
--> statement-breakpoint
-- Of those that she reads, the ones that she may remind of or withdraw: her side's.
CREATE FUNCTION app.asks_signature(request uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM signature_request r WHERE r.id = request AND r.structure_id = app.structure_id() AND (
    (app.is_staff() AND r.side = 'team')
    OR (app.has_role('employer') AND r.side = 'company' AND r.employer_id = app.organisation_id())))
$$;
--> statement-breakpoint
-- Whoever asks holds the file: her own, or the one that was brought for the paper of the company that it answers.
CREATE FUNCTION app.may_ask_signature(file uuid, hash text, item uuid, employer uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM stored_file f WHERE f.id = file AND f.purpose = 'paper' AND f.sha256 = hash AND f.structure_id = app.structure_id()
      AND ((f.uploaded_by = app.user_id() AND f.organisation_id = app.organisation_id())
        OR EXISTS (SELECT 1 FROM paper_piece p WHERE p.file_id = f.id AND p.item_id = item)))
    AND (item IS NULL OR EXISTS (SELECT 1 FROM paper_item i WHERE i.id = item AND i.structure_id = app.structure_id()
      AND i.employer_id = employer AND i.cancelled_at IS NULL))
$$;
--> statement-breakpoint
CREATE FUNCTION app.find_signature_link(hash text)
RETURNS TABLE (signer_id uuid, request_id uuid, structure_id uuid, structure_name text, structure_phone text, employer_name text, side text, asked_by_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT l.signer_id, r.id, r.structure_id, s.name, s.phone, e.name, r.side, u.name
   FROM signature_letter l JOIN signature_request r ON r.id = l.request_id JOIN organisation s ON s.id = r.structure_id
   JOIN "user" u ON u.id = r.asked_by LEFT JOIN organisation e ON e.id = r.employer_id
   WHERE l.token_hash = hash AND l.expires_at > now() $$;
--> statement-breakpoint
-- A proof by the hash of its code, before anybody is known.
CREATE FUNCTION app.find_signature_proof(hash text)
RETURNS TABLE (request_id uuid, facts jsonb, facts_sha256 text, issued_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT p.request_id, p.facts, p.facts_sha256, p.issued_at FROM signature_proof p WHERE p.code_hash = hash $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app.last_question(to_address text) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT greatest((SELECT max(created_at) FROM offer_link WHERE address = to_address),
                   (SELECT max(sent_at) FROM hour_reminder WHERE address = to_address),
                   (SELECT max(sent_at) FROM paper_reminder WHERE address = to_address),
                   (SELECT max(sent_at) FROM census_letter WHERE address = to_address),
                   (SELECT max(sent_at) FROM signature_letter WHERE address = to_address AND news IN ('asked', 'reminded'))) $$;
--> statement-breakpoint
ALTER TABLE signature_request ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE signature_request FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE signature_signer ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE signature_signer FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE signature_letter ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE signature_letter FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE signature_code ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE signature_code FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE signature_act ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE signature_act FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE signature_proof ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE signature_proof FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON signature_request, signature_signer, signature_letter, signature_code, signature_act, signature_proof TO jonction_app;
--> statement-breakpoint
GRANT UPDATE (tries, used_at) ON signature_code TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON signature_request, signature_signer, signature_letter, signature_code, signature_act, signature_proof TO jonction_system;
--> statement-breakpoint
CREATE POLICY signature_request_select ON signature_request FOR SELECT USING (
  (SELECT app.is_system()) OR id = (SELECT app.signer_request())
  OR (structure_id = (SELECT app.structure_id()) AND (app.reads_signature(id) OR app.is_named_in(id)))
);
--> statement-breakpoint
-- A company asks for its own papers, the team for any.
CREATE POLICY signature_request_insert ON signature_request FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR (structure_id = (SELECT app.structure_id()) AND asked_by = (SELECT app.user_id())
    AND app.may_ask_signature(file_id, file_sha256, item_id, employer_id)
    AND (((SELECT app.is_staff()) AND side = 'team')
      OR ((SELECT app.has_role('employer')) AND side = 'company' AND employer_id = (SELECT app.organisation_id()))))
);
--> statement-breakpoint
CREATE POLICY signature_signer_select ON signature_signer FOR SELECT USING (
  (SELECT app.is_system()) OR request_id = (SELECT app.signer_request())
  OR (structure_id = (SELECT app.structure_id()) AND (address = (SELECT app.own_address()) OR app.reads_signature(request_id)))
);
--> statement-breakpoint
CREATE POLICY signature_signer_insert ON signature_signer FOR INSERT WITH CHECK (
  (SELECT app.is_system()) OR (structure_id = (SELECT app.structure_id()) AND app.asks_signature(request_id))
);
--> statement-breakpoint
CREATE POLICY signature_letter_select ON signature_letter FOR SELECT USING (
  (SELECT app.is_system()) OR signer_id = (SELECT app.signer_id())
  OR (structure_id = (SELECT app.structure_id()) AND (address = (SELECT app.own_address()) OR app.reads_signature(request_id)))
);
--> statement-breakpoint
-- Whoever asked writes to those who are named; whoever is named opens her own door with her account.
CREATE POLICY signature_letter_insert ON signature_letter FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR (structure_id = (SELECT app.structure_id()) AND (
    (news <> 'account' AND app.asks_signature(request_id))
    OR (news = 'account' AND address = (SELECT app.own_address())
      AND EXISTS (SELECT 1 FROM signature_signer s WHERE s.id = signature_letter.signer_id AND s.request_id = signature_letter.request_id AND s.address = signature_letter.address))))
);
--> statement-breakpoint
CREATE POLICY signature_code_select ON signature_code FOR SELECT USING ((SELECT app.is_system()) OR signer_id = (SELECT app.signer_id()));
--> statement-breakpoint
CREATE POLICY signature_code_insert ON signature_code FOR INSERT WITH CHECK (
  (SELECT app.is_system()) OR (signer_id = (SELECT app.signer_id()) AND tries = 0 AND used_at IS NULL)
);
--> statement-breakpoint
CREATE POLICY signature_code_update ON signature_code FOR UPDATE USING ((SELECT app.is_system()) OR signer_id = (SELECT app.signer_id()));
--> statement-breakpoint
CREATE POLICY signature_act_select ON signature_act FOR SELECT USING (
  (SELECT app.is_system()) OR request_id = (SELECT app.signer_request())
  OR (structure_id = (SELECT app.structure_id()) AND (app.reads_signature(request_id) OR app.is_named_in(request_id)))
);
--> statement-breakpoint
CREATE POLICY signature_act_insert ON signature_act FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR (kind <> 'withdrawn' AND signer_id = (SELECT app.signer_id()) AND request_id = (SELECT app.signer_request()))
  OR (kind = 'withdrawn' AND structure_id = (SELECT app.structure_id()) AND done_by = (SELECT app.user_id()) AND app.asks_signature(request_id))
);
--> statement-breakpoint
CREATE POLICY signature_proof_select ON signature_proof FOR SELECT USING (
  (SELECT app.is_system()) OR request_id = (SELECT app.signer_request())
  OR (structure_id = (SELECT app.structure_id()) AND (app.reads_signature(request_id) OR app.is_named_in(request_id)))
);
--> statement-breakpoint
CREATE POLICY signature_proof_insert ON signature_proof FOR INSERT WITH CHECK (
  (SELECT app.is_system()) OR request_id = (SELECT app.signer_request())
);
--> statement-breakpoint
-- A document to sign opens to whoever reads its request.
CREATE POLICY stored_file_signature ON stored_file FOR SELECT USING (
  purpose = 'paper' AND EXISTS (SELECT 1 FROM signature_request r WHERE r.file_id = stored_file.id)
);
--> statement-breakpoint
-- The code of a signature is for the person alone: of the team nobody reads it, as the letters that open an account.
ALTER POLICY message_select ON message USING (
  (SELECT app.is_system())
  OR ((SELECT app.has_role('administrator')) AND structure_id = (SELECT app.structure_id()))
  OR (((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id())) AND template NOT IN ('invitation', 'reset', 'signature-code'))
);
