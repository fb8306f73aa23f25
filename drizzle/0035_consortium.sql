-- Co-contractors who share the obligation of a clause, and the hours that they transfer between them. Nothing here moves what the
-- clause owes: parts always make it up, transfers come to nought. Every row is written once.
CREATE TABLE consortium (
  clause_id uuid NOT NULL REFERENCES clause,
  -- each setting of the shares, and each time that they follow a new obligation or new invoices
  version integer NOT NULL CHECK (version > 0),
  structure_id uuid NOT NULL REFERENCES organisation,
  contract_id uuid NOT NULL REFERENCES contract,
  buyer_id uuid NOT NULL REFERENCES organisation,
  mode text NOT NULL CHECK (mode IN ('fixed', 'bps', 'invoiced')),
  -- conjoint, conjoint with a lead liable for all, solidaire (CCP R2142-20 to 24); null: nobody said
  liability text CHECK (liability IN ('joint', 'joint_lead_liable', 'several')),
  lead_id uuid NOT NULL REFERENCES organisation,
  due_centihours bigint NOT NULL CHECK (due_centihours >= 0),
  cause text NOT NULL CHECK (cause IN ('set', 'due')),
  recorded_by uuid REFERENCES "user",
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (clause_id, version)
);
--> statement-breakpoint
CREATE TABLE consortium_part (
  clause_id uuid NOT NULL,
  version integer NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisation,
  structure_id uuid NOT NULL REFERENCES organisation,
  contract_id uuid NOT NULL REFERENCES contract,
  buyer_id uuid NOT NULL REFERENCES organisation,
  rank integer NOT NULL,
  share_bps integer CHECK (share_bps BETWEEN 0 AND 10000),
  fixed_centihours bigint CHECK (fixed_centihours >= 0),
  invoiced_cents bigint NOT NULL,
  centihours bigint NOT NULL CHECK (centihours >= 0),
  PRIMARY KEY (clause_id, version, organisation_id),
  UNIQUE (clause_id, version, rank),
  FOREIGN KEY (clause_id, version) REFERENCES consortium
);
--> statement-breakpoint
CREATE INDEX consortium_part_organisation ON consortium_part (organisation_id);
--> statement-breakpoint
CREATE TABLE hour_transfer (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  contract_id uuid NOT NULL REFERENCES contract,
  clause_id uuid NOT NULL REFERENCES clause,
  -- the seller takes the hours over and is paid; the purchaser owes them no more
  seller_id uuid NOT NULL REFERENCES organisation,
  purchaser_id uuid NOT NULL REFERENCES organisation,
  CHECK (seller_id <> purchaser_id),
  centihours integer NOT NULL CHECK (centihours > 0),
  price_cents integer NOT NULL CHECK (price_cents BETWEEN 0 AND 50000),
  total_cents bigint NOT NULL CHECK (total_cents = (2 * centihours::bigint * price_cents + 100) / 200),
  reason text NOT NULL CHECK (length(trim(reason)) BETWEEN 1 AND 1000),
  -- null: signed on paper, written down by the team
  proposer_id uuid REFERENCES organisation CHECK (proposer_id IN (seller_id, purchaser_id)),
  proposed_by uuid REFERENCES "user",
  proposed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
--> statement-breakpoint
CREATE INDEX hour_transfer_clause ON hour_transfer (clause_id, proposed_at);
--> statement-breakpoint
-- What ended the wait of a transfer: one act, never a second.
CREATE TABLE hour_transfer_act (
  transfer_id uuid PRIMARY KEY REFERENCES hour_transfer,
  structure_id uuid NOT NULL REFERENCES organisation,
  act text NOT NULL CHECK (act IN ('sign', 'refuse', 'withdraw', 'paper')),
  organisation_id uuid REFERENCES organisation,
  CHECK ((act = 'paper') = (organisation_id IS NULL)),
  reason text CHECK (length(trim(reason)) BETWEEN 1 AND 1000),
  CHECK (act <> 'refuse' OR reason IS NOT NULL),
  file_id uuid REFERENCES stored_file,
  signed_on date,
  CHECK ((act = 'paper') = (file_id IS NOT NULL) AND (act = 'paper') = (signed_on IS NOT NULL)),
  acted_by uuid REFERENCES "user",
  acted_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['consortium', 'consortium_part', 'hour_transfer', 'hour_transfer_act'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.refuse_change()', t || '_append_only', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO jonction_system', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO jonction_app', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- The version that held at an instant: a number, which a company that left the group needs to know that it left.
CREATE FUNCTION app.consortium_version(clause uuid, known_at timestamptz) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT max(version) FROM consortium WHERE clause_id = clause AND recorded_at <= known_at $$;
--> statement-breakpoint
CREATE FUNCTION app.is_member(clause uuid, organisation uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM consortium_part p WHERE p.clause_id = clause AND p.organisation_id = organisation
    AND p.version = (SELECT max(version) FROM consortium c WHERE c.clause_id = clause))
$$;
--> statement-breakpoint
-- Members of a group by name, for its members: with whom one may agree a transfer, and nothing of their parts.
CREATE FUNCTION app.consortium_peers(clause uuid)
RETURNS TABLE (organisation_id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT o.id, o.name FROM consortium_part p JOIN organisation o ON o.id = p.organisation_id
  WHERE p.clause_id = clause AND p.version = (SELECT max(version) FROM consortium c WHERE c.clause_id = clause)
    AND app.has_role('employer') AND app.is_member(clause, app.organisation_id())
$$;
--> statement-breakpoint
-- Who reads what of a group: the team and the buyer all of it, a company its own rows.
CREATE FUNCTION app.reads_group(clause uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT app.is_system_session() OR EXISTS (SELECT 1 FROM clause c WHERE c.id = clause AND (
    (app.is_staff() AND c.structure_id = app.structure_id()) OR (app.has_role('buyer') AND c.buyer_id = app.organisation_id())))
$$;
--> statement-breakpoint
-- Validated hours of a clause by the company that employs, as known at an instant.
CREATE FUNCTION app.hours_by_employer(clause uuid, known_at timestamptz)
RETURNS TABLE (organisation_id uuid, centihours bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT e.employer_id, sum(e.centihours) FROM hour_entry e
  WHERE e.clause_id = clause AND e.status = 'validated' AND e.recorded_at <= known_at
    AND (app.reads_group(clause) OR (app.has_role('employer') AND e.employer_id = app.organisation_id()))
  GROUP BY 1 HAVING sum(e.centihours) <> 0
$$;
--> statement-breakpoint
-- Hours transferred by what both signed, as known at an instant: never a price, which is between the two.
CREATE FUNCTION app.transferred_hours(clause uuid, known_at timestamptz)
RETURNS TABLE (seller_id uuid, purchaser_id uuid, centihours integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT t.seller_id, t.purchaser_id, t.centihours FROM hour_transfer t JOIN hour_transfer_act a ON a.transfer_id = t.id
  WHERE t.clause_id = clause AND a.act IN ('sign', 'paper') AND a.acted_at <= known_at
    AND (app.reads_group(clause) OR (app.has_role('employer') AND app.organisation_id() IN (t.seller_id, t.purchaser_id)))
  ORDER BY a.acted_at, t.id
$$;
--> statement-breakpoint
-- Parts make up the obligation, to the hundredth of an hour, whoever changed the one or the others: looked at when all is written.
CREATE FUNCTION app.check_parts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  of_clause uuid := CASE TG_TABLE_NAME WHEN 'clause' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'clause_id' END;
  last integer;
  owed bigint;
  parted bigint;
BEGIN
  SELECT max(version) INTO last FROM consortium WHERE clause_id = of_clause;
  IF last IS NULL THEN RETURN NULL; END IF;
  SELECT 100 * due_hours::bigint INTO owed FROM clause WHERE id = of_clause;
  SELECT coalesce(sum(centihours), 0) INTO parted FROM consortium_part WHERE clause_id = of_clause AND version = last;
  IF parted <> owed OR owed <> (SELECT due_centihours FROM consortium WHERE clause_id = of_clause AND version = last) THEN
    RAISE EXCEPTION 'consortium: parts make %, the clause owes %', parted, owed USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM consortium c JOIN consortium_part p USING (clause_id, version)
    WHERE c.clause_id = of_clause AND c.version = last AND p.organisation_id = c.lead_id) THEN
    RAISE EXCEPTION 'consortium: its lead is one of its members' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER consortium_parts_make_it AFTER INSERT ON consortium DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.check_parts();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER consortium_part_makes_it AFTER INSERT ON consortium_part DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.check_parts();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER clause_is_shared AFTER UPDATE OF due_hours ON clause DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.due_hours IS DISTINCT FROM NEW.due_hours) EXECUTE FUNCTION app.check_parts();
--> statement-breakpoint
-- A transfer is between two members of the group of that clause, as its rows say.
CREATE FUNCTION app.check_transfer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM clause c WHERE c.id = NEW.clause_id AND c.structure_id = NEW.structure_id AND c.contract_id = NEW.contract_id)
     OR NOT app.is_member(NEW.clause_id, NEW.seller_id) OR NOT app.is_member(NEW.clause_id, NEW.purchaser_id) THEN
    RAISE EXCEPTION 'transfer: not between two members of the group' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER hour_transfer_between_members AFTER INSERT ON hour_transfer FOR EACH ROW EXECUTE FUNCTION app.check_transfer();
--> statement-breakpoint
-- After the policies, which say who writes. The one that did not propose signs or refuses, the one that proposed takes back; the team only what has a paper. When it is signed,
-- the seller holds the hours, done and not sold yet, and the purchaser still owes them: of a clause one signature at a time is looked at.
CREATE FUNCTION app.check_transfer_act() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  t hour_transfer;
  held bigint;
  owed bigint;
BEGIN
  SELECT * INTO t FROM hour_transfer WHERE id = NEW.transfer_id;
  IF t.structure_id IS DISTINCT FROM NEW.structure_id
     OR (NEW.act = 'paper') <> (t.proposer_id IS NULL)
     OR (NEW.act = 'withdraw' AND NEW.organisation_id <> t.proposer_id)
     OR (NEW.act IN ('sign', 'refuse') AND (NEW.organisation_id = t.proposer_id OR NEW.organisation_id NOT IN (t.seller_id, t.purchaser_id))) THEN
    RAISE EXCEPTION 'transfer: not theirs to %', NEW.act USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.act NOT IN ('sign', 'paper') THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('transfers:' || t.clause_id, 0));
  SELECT coalesce((SELECT sum(e.centihours) FROM hour_entry e
      WHERE e.clause_id = t.clause_id AND e.status = 'validated' AND e.employer_id = t.seller_id), 0)
    + coalesce(sum(CASE WHEN m.purchaser_id = t.seller_id THEN m.centihours WHEN m.seller_id = t.seller_id THEN -m.centihours END), 0),
    coalesce((SELECT p.centihours FROM consortium_part p WHERE p.clause_id = t.clause_id AND p.organisation_id = t.purchaser_id
      AND p.version = (SELECT max(version) FROM consortium c WHERE c.clause_id = t.clause_id)), 0)
    + coalesce(sum(CASE WHEN m.seller_id = t.purchaser_id THEN m.centihours WHEN m.purchaser_id = t.purchaser_id THEN -m.centihours END), 0)
  INTO held, owed
  FROM hour_transfer m JOIN hour_transfer_act a ON a.transfer_id = m.id 
  WHERE m.clause_id = t.clause_id AND m.id <> t.id AND a.act IN ('sign', 'paper');
  IF held < t.centihours OR owed < t.centihours THEN
    RAISE EXCEPTION 'transfer: % hundredths, of % held and % owed', t.centihours, held, owed USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER hour_transfer_act_theirs AFTER INSERT ON hour_transfer_act FOR EACH ROW EXECUTE FUNCTION app.check_transfer_act();
--> statement-breakpoint
-- The team, the buyer, and of the companies those that are or were in the group; their parts are each its own.
CREATE POLICY consortium_select ON consortium FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()))
  OR ((SELECT app.has_role('employer')) AND EXISTS (SELECT 1 FROM consortium_part p
    WHERE p.clause_id = consortium.clause_id AND p.version = consortium.version AND p.organisation_id = (SELECT app.organisation_id())))
);
--> statement-breakpoint
-- Whoever writes what a clause owes shares it again; only the team says how it is shared.
CREATE POLICY consortium_insert ON consortium FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND app.is_attached(contract_id))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()) AND structure_id = (SELECT app.structure_id()) AND cause = 'due')
);
--> statement-breakpoint
CREATE POLICY consortium_part_select ON consortium_part FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()))
  OR ((SELECT app.has_role('employer')) AND organisation_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY consortium_part_insert ON consortium_part FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND app.is_attached(contract_id))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
-- The two that it binds, and the team. The buyer reads hours of what was signed, by a function, and no price.
CREATE POLICY hour_transfer_select ON hour_transfer FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND (SELECT app.organisation_id()) IN (seller_id, purchaser_id))
);
--> statement-breakpoint
-- A company's word is its managers'.
CREATE POLICY hour_transfer_insert ON hour_transfer FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND app.is_attached(contract_id) AND proposer_id IS NULL)
  OR ((SELECT app.has_role('employer')) AND structure_id = (SELECT app.structure_id()) AND proposer_id = (SELECT app.organisation_id())
    AND (SELECT app.manages_company()))
);
--> statement-breakpoint
CREATE POLICY hour_transfer_act_select ON hour_transfer_act FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND EXISTS (SELECT 1 FROM hour_transfer t WHERE t.id = hour_transfer_act.transfer_id))
);
--> statement-breakpoint
CREATE POLICY hour_transfer_act_insert ON hour_transfer_act FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND act = 'paper' AND app.may_attach_document(file_id))
  OR ((SELECT app.has_role('employer')) AND act <> 'paper' AND organisation_id = (SELECT app.organisation_id())
    AND (SELECT app.manages_company())
    AND EXISTS (SELECT 1 FROM hour_transfer t WHERE t.id = hour_transfer_act.transfer_id))
);
