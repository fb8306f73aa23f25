-- The directorates of a buyer: each is in charge of its own contracts and answers for them.
CREATE TABLE directorate (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  buyer_id uuid NOT NULL REFERENCES organisation,
  name text NOT NULL CHECK (length(trim(name)) BETWEEN 1 AND 120),
  created_by uuid REFERENCES "user",
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (id, buyer_id)
);
--> statement-breakpoint
CREATE UNIQUE INDEX directorate_name ON directorate (buyer_id, lower(name));
--> statement-breakpoint
-- A contract, somebody with an account and a contact belong to a directorate of their own buyer, never of another.
ALTER TABLE contract ADD COLUMN directorate_id uuid, ADD CONSTRAINT contract_directorate_own FOREIGN KEY (directorate_id, buyer_id) REFERENCES directorate (id, buyer_id);
--> statement-breakpoint
CREATE INDEX contract_directorate ON contract (directorate_id) WHERE directorate_id IS NOT NULL;
--> statement-breakpoint
ALTER TABLE membership ADD COLUMN directorate_id uuid, ADD CONSTRAINT membership_directorate_own FOREIGN KEY (directorate_id, organisation_id) REFERENCES directorate (id, buyer_id);
--> statement-breakpoint
ALTER TABLE organisation_contact ADD COLUMN directorate_id uuid, ADD CONSTRAINT organisation_contact_directorate_own FOREIGN KEY (directorate_id, organisation_id) REFERENCES directorate (id, buyer_id);
--> statement-breakpoint
-- A census asked of buyers: one letter, a delay, the contracts asked about.
CREATE TABLE census_campaign (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  title text NOT NULL CHECK (length(trim(title)) BETWEEN 1 AND 120),
  letter text NOT NULL CHECK (length(trim(letter)) BETWEEN 1 AND 4000),
  opened_on date NOT NULL,
  due_on date NOT NULL CHECK (due_on > opened_on),
  opened_by uuid NOT NULL REFERENCES "user",
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- its letters are held back
  held_at timestamptz,
  held_by uuid REFERENCES "user",
  closed_on date CHECK (closed_on >= opened_on),
  closed_at timestamptz,
  closed_by uuid REFERENCES "user",
  CHECK ((held_at IS NULL) = (held_by IS NULL)),
  CHECK ((closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (closed_on IS NULL)),
  UNIQUE (id, structure_id)
);
--> statement-breakpoint
CREATE INDEX census_campaign_structure ON census_campaign (structure_id, opened_at DESC);
--> statement-breakpoint
-- What was asked, of whom and until when stands as it was sent; a closed campaign is never opened again.
CREATE FUNCTION app.keep_census_campaign() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.closed_at IS NOT NULL
    OR to_jsonb(NEW) - ARRAY['held_at', 'held_by', 'closed_on', 'closed_at', 'closed_by']
      <> to_jsonb(OLD) - ARRAY['held_at', 'held_by', 'closed_on', 'closed_at', 'closed_by'] THEN
    RAISE restrict_violation USING MESSAGE = 'a census campaign is only held, resumed and closed';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER census_campaign_kept BEFORE UPDATE ON census_campaign FOR EACH ROW EXECUTE FUNCTION app.keep_census_campaign();
--> statement-breakpoint
-- Whoever answers for some rows of a buyer: the buyer as a whole, or a directorate and those that the same person answers for. One link each.
CREATE TABLE census_ask (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  campaign_id uuid NOT NULL,
  structure_id uuid NOT NULL REFERENCES organisation,
  buyer_id uuid NOT NULL REFERENCES organisation,
  directorate_id uuid,
  FOREIGN KEY (campaign_id, structure_id) REFERENCES census_campaign (id, structure_id),
  FOREIGN KEY (directorate_id, buyer_id) REFERENCES directorate (id, buyer_id),
  UNIQUE (id, campaign_id, buyer_id)
);
--> statement-breakpoint
CREATE INDEX census_ask_buyer ON census_ask (buyer_id, campaign_id);
--> statement-breakpoint
-- One contract asked about, as it was known when it was asked, and as it stood when the campaign closed.
CREATE TABLE census_row (
  campaign_id uuid NOT NULL,
  contract_id uuid NOT NULL REFERENCES contract,
  structure_id uuid NOT NULL REFERENCES organisation,
  buyer_id uuid NOT NULL REFERENCES organisation,
  ask_id uuid NOT NULL,
  status contract_status NOT NULL,
  since date,
  ends_on date,
  said_on date,
  closed_at timestamptz,
  closed_status contract_status,
  closed_ends_on date,
  PRIMARY KEY (campaign_id, contract_id),
  UNIQUE (campaign_id, contract_id, buyer_id),
  FOREIGN KEY (campaign_id, structure_id) REFERENCES census_campaign (id, structure_id),
  FOREIGN KEY (ask_id, campaign_id, buyer_id) REFERENCES census_ask (id, campaign_id, buyer_id),
  CHECK ((closed_at IS NULL) = (closed_status IS NULL))
);
--> statement-breakpoint
-- A contract is asked about once at a time by a team: two letters never ask the same.
CREATE UNIQUE INDEX census_row_open ON census_row (structure_id, contract_id) WHERE closed_at IS NULL;
--> statement-breakpoint
CREATE INDEX census_row_ask ON census_row (ask_id);
--> statement-breakpoint
CREATE INDEX census_row_contract ON census_row (contract_id);
--> statement-breakpoint
CREATE FUNCTION app.keep_census_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.closed_at IS NOT NULL
    OR to_jsonb(NEW) - ARRAY['closed_at', 'closed_status', 'closed_ends_on'] <> to_jsonb(OLD) - ARRAY['closed_at', 'closed_status', 'closed_ends_on'] THEN
    RAISE restrict_violation USING MESSAGE = 'a row of a census is only closed, once';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER census_row_kept BEFORE UPDATE ON census_row FOR EACH ROW EXECUTE FUNCTION app.keep_census_row();
--> statement-breakpoint
-- A letter of a campaign: the first (rung 0), a reminder, or one by hand (no rung). Each has a link of its own to the same rows.
CREATE TABLE census_letter (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  ask_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  structure_id uuid NOT NULL REFERENCES organisation,
  buyer_id uuid NOT NULL REFERENCES organisation,
  rung smallint CHECK (rung >= 0),
  address text NOT NULL CHECK (address = lower(address)),
  token_hash text NOT NULL UNIQUE,
  message_id uuid REFERENCES message,
  sent_by uuid REFERENCES "user",
  sent_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL CHECK (expires_at > sent_at),
  opened_at timestamptz,
  used_at timestamptz,
  FOREIGN KEY (ask_id, campaign_id, buyer_id) REFERENCES census_ask (id, campaign_id, buyer_id),
  FOREIGN KEY (campaign_id, structure_id) REFERENCES census_campaign (id, structure_id)
);
--> statement-breakpoint
-- A rung is sent once, whatever runs twice.
CREATE UNIQUE INDEX census_letter_rung ON census_letter (ask_id, rung) WHERE rung IS NOT NULL;
--> statement-breakpoint
CREATE INDEX census_letter_ask ON census_letter (ask_id, sent_at DESC);
--> statement-breakpoint
CREATE INDEX census_letter_address ON census_letter (address, sent_at DESC);
--> statement-breakpoint
-- What a campaign was answered is a change like any other, with the campaign, and the letter when it came by its link: nobody signed in then.
ALTER TABLE census_change
  ALTER COLUMN by_user DROP NOT NULL,
  ADD COLUMN campaign_id uuid,
  ADD COLUMN buyer_id uuid REFERENCES organisation,
  ADD COLUMN letter_id uuid REFERENCES census_letter,
  ADD CONSTRAINT census_change_campaign FOREIGN KEY (campaign_id, structure_id) REFERENCES census_campaign (id, structure_id),
  ADD CONSTRAINT census_change_somebody CHECK (by_user IS NOT NULL OR letter_id IS NOT NULL),
  ADD CONSTRAINT census_change_asked CHECK (campaign_id IS NOT NULL OR (buyer_id IS NULL AND letter_id IS NULL));
--> statement-breakpoint
-- An answer to a campaign is about a row of it, of the same buyer.
ALTER TABLE census_answer
  ADD COLUMN campaign_id uuid,
  ADD CONSTRAINT census_answer_row FOREIGN KEY (campaign_id, contract_id, buyer_id) REFERENCES census_row (campaign_id, contract_id, buyer_id);
--> statement-breakpoint
CREATE INDEX census_answer_asked ON census_answer (campaign_id, contract_id) WHERE campaign_id IS NOT NULL;
--> statement-breakpoint
-- A row stands on one answer at a time: another takes the place of the first.
CREATE UNIQUE INDEX census_answer_standing ON census_answer (campaign_id, contract_id) WHERE campaign_id IS NOT NULL AND withdrawn_on IS NULL;
--> statement-breakpoint
-- Whoever answers by a link takes her first answer back without an account.
DO $$
DECLARE old text;
BEGIN
  SELECT conname INTO STRICT old FROM pg_constraint
  WHERE conrelid = 'census_answer'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%withdrawn_on IS NULL%withdrawn_by IS NULL%';
  EXECUTE format('ALTER TABLE census_answer DROP CONSTRAINT %I', old);
END $$;
--> statement-breakpoint
ALTER TABLE census_answer ADD CONSTRAINT census_answer_taken_back
  CHECK ((withdrawn_by IS NULL OR withdrawn_on IS NOT NULL) AND (withdrawn_on IS NULL OR withdrawn_by IS NOT NULL OR campaign_id IS NOT NULL));
--> statement-breakpoint
-- Nothing enters a campaign that is closed, whoever brings it.
CREATE FUNCTION app.census_row_is_open() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM census_row r WHERE r.campaign_id = NEW.campaign_id AND r.contract_id = NEW.contract_id AND r.closed_at IS NULL) THEN
    RAISE restrict_violation USING MESSAGE = 'a closed census takes no answer';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER census_answer_of_open_row BEFORE INSERT ON census_answer FOR EACH ROW WHEN (NEW.campaign_id IS NOT NULL) EXECUTE FUNCTION app.census_row_is_open();
--> statement-breakpoint
-- The campaigns in which the buyer who speaks is asked: read past the policies, which ask it themselves.
CREATE FUNCTION app.asking_campaigns() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT CASE WHEN app.has_role('buyer') THEN coalesce(array_agg(DISTINCT a.campaign_id), '{}') ELSE '{}' END
  FROM census_ask a WHERE a.buyer_id = app.organisation_id()
$$;
--> statement-breakpoint
-- The last time that an address was written to without its asking, by whichever team and about whatever.
CREATE OR REPLACE FUNCTION app.last_question(to_address text) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT greatest((SELECT max(created_at) FROM offer_link WHERE address = to_address),
                   (SELECT max(sent_at) FROM hour_reminder WHERE address = to_address),
                   (SELECT max(sent_at) FROM paper_reminder WHERE address = to_address),
                   (SELECT max(sent_at) FROM census_letter WHERE address = to_address)) $$;
--> statement-breakpoint
-- The directorates that somebody answers for; null for the buyer as a whole.
CREATE FUNCTION app.ask_directorates(ask uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT string_agg(DISTINCT d.name, ', ') FROM census_ask a JOIN census_row r ON r.ask_id = a.id JOIN contract k ON k.id = r.contract_id
     JOIN directorate d ON d.id = k.directorate_id WHERE a.id = ask AND a.directorate_id IS NOT NULL $$;
--> statement-breakpoint
-- Found by the hash of its token before anybody is known: who writes and to which buyer, nothing else. Dead once the campaign is closed.
CREATE FUNCTION app.find_census_link(hash text)
RETURNS TABLE (id uuid, ask_id uuid, campaign_id uuid, structure_id uuid, buyer_id uuid, address text, title text, due_on date,
  structure_name text, structure_phone text, buyer_name text, directorate_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT l.id, l.ask_id, l.campaign_id, l.structure_id, l.buyer_id, l.address, c.title, c.due_on, s.name, s.phone, b.name, app.ask_directorates(l.ask_id)
   FROM census_letter l JOIN census_campaign c ON c.id = l.campaign_id
     JOIN organisation s ON s.id = l.structure_id JOIN organisation b ON b.id = l.buyer_id
   WHERE l.token_hash = hash AND l.expires_at > now() AND c.closed_at IS NULL $$;
--> statement-breakpoint
CREATE FUNCTION app.mark_census_link(hash text, used boolean) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS
$$ UPDATE census_letter SET opened_at = coalesce(opened_at, clock_timestamp()), used_at = CASE WHEN used THEN clock_timestamp() ELSE used_at END
   WHERE token_hash = hash AND expires_at > now() $$;
--> statement-breakpoint
ALTER TABLE directorate ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE directorate FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE census_campaign ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE census_campaign FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE census_ask ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE census_ask FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE census_row ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE census_row FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE census_letter ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE census_letter FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON directorate, census_campaign, census_ask, census_row, census_letter TO jonction_app;
--> statement-breakpoint
GRANT UPDATE (name) ON directorate TO jonction_app;
--> statement-breakpoint
GRANT UPDATE (held_at, held_by, closed_on, closed_at, closed_by) ON census_campaign TO jonction_app;
--> statement-breakpoint
GRANT UPDATE (closed_at, closed_status, closed_ends_on) ON census_row TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON directorate, census_campaign, census_ask, census_row, census_letter TO jonction_system;
--> statement-breakpoint
-- A directorate is part of the register of buyers: teams read all of them, a buyer its own.
CREATE POLICY directorate_select ON directorate FOR SELECT USING (
  (SELECT app.is_system()) OR (SELECT app.is_staff()) OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY directorate_insert ON directorate FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND created_by = (SELECT app.user_id()))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()) AND created_by = (SELECT app.user_id()))
);
--> statement-breakpoint
CREATE POLICY directorate_update ON directorate FOR UPDATE USING (
  (SELECT app.is_system()) OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY census_campaign_select ON census_campaign FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR id = ANY ((SELECT app.asking_campaigns())::uuid[])
);
--> statement-breakpoint
CREATE POLICY census_campaign_insert ON census_campaign FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND opened_by = (SELECT app.user_id()))
);
--> statement-breakpoint
CREATE POLICY census_campaign_update ON census_campaign FOR UPDATE USING (
  (SELECT app.is_system()) OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY census_ask_select ON census_ask FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY census_ask_insert ON census_ask FOR INSERT WITH CHECK (
  (SELECT app.is_system()) OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY census_row_select ON census_row FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
-- A team asks about the contracts that it follows, and each of its own buyer.
CREATE POLICY census_row_insert ON census_row FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND app.is_attached(contract_id)
    AND EXISTS (SELECT 1 FROM contract c WHERE c.id = census_row.contract_id AND c.buyer_id = census_row.buyer_id))
);
--> statement-breakpoint
CREATE POLICY census_row_update ON census_row FOR UPDATE USING (
  (SELECT app.is_system()) OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
-- A letter holds an address and a token: the team's, and nobody else's to read.
CREATE POLICY census_letter_select ON census_letter FOR SELECT USING (
  (SELECT app.is_system()) OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY census_letter_insert ON census_letter FOR INSERT WITH CHECK (
  (SELECT app.is_system()) OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY census_letter_update ON census_letter FOR UPDATE USING ((SELECT app.is_system()));
--> statement-breakpoint
-- A buyer answers what it is asked, in its own name and for its own contracts alone.
CREATE POLICY census_change_select_buyer ON census_change FOR SELECT USING (
  (SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id())
);
--> statement-breakpoint
CREATE POLICY census_change_insert_buyer ON census_change FOR INSERT WITH CHECK (
  (SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()) AND source = 'buyer_answer'
  AND by_user IS NOT DISTINCT FROM (SELECT app.user_id())
  AND campaign_id = ANY ((SELECT app.asking_campaigns())::uuid[])
);
--> statement-breakpoint
CREATE POLICY census_answer_insert_buyer ON census_answer FOR INSERT WITH CHECK (
  (SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()) AND source = 'buyer_answer'
  AND campaign_id = ANY ((SELECT app.asking_campaigns())::uuid[])
);
--> statement-breakpoint
CREATE POLICY census_answer_update_buyer ON census_answer FOR UPDATE USING (
  (SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id())
  AND campaign_id = ANY ((SELECT app.asking_campaigns())::uuid[])
) WITH CHECK (
  (SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()) AND withdrawn_by IS NOT DISTINCT FROM (SELECT app.user_id())
);
