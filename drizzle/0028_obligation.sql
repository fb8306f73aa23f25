-- What an obligation follows: purchase orders, invoices, tranches, renewals and call-offs; and every figure it ever had.
CREATE TABLE invoice (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  contract_id uuid NOT NULL REFERENCES contract,
  lot_id uuid NOT NULL REFERENCES lot,
  buyer_id uuid NOT NULL REFERENCES organisation,
  -- the company that invoices, which of a group each member reads for itself
  holder_id uuid REFERENCES organisation,
  kind text NOT NULL CHECK (kind IN ('order', 'invoice')),
  number text NOT NULL CHECK (length(trim(number)) BETWEEN 1 AND 60),
  on_day date NOT NULL,
  -- below zero: a credit note; nought: taken out
  amount_cents bigint NOT NULL,
  source text NOT NULL CHECK (source IN ('form', 'sheet', 'command')),
  file_name text,
  record integer,
  recorded_by uuid REFERENCES "user",
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- a correction is a new row that takes the place of another
  replaces_id uuid UNIQUE REFERENCES invoice
);
--> statement-breakpoint
-- An order or an invoice is known by its lot and its number: the same one again is the same, or its correction.
CREATE UNIQUE INDEX invoice_first ON invoice (structure_id, lot_id, kind, number) WHERE replaces_id IS NULL;
--> statement-breakpoint
CREATE INDEX invoice_lot ON invoice (lot_id, on_day);
--> statement-breakpoint
CREATE TRIGGER invoice_append_only BEFORE UPDATE OR DELETE ON invoice FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
-- Tranches (CCP R2113-4 to 6), renewals and call-offs (marchés subséquents) add hours once they are affirmed, and not before.
CREATE TABLE clause_part (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  clause_id uuid NOT NULL REFERENCES clause,
  contract_id uuid NOT NULL REFERENCES contract,
  buyer_id uuid NOT NULL REFERENCES organisation,
  kind text NOT NULL CHECK (kind IN ('tranche', 'renewal', 'call_off')),
  title text NOT NULL CHECK (length(trim(title)) BETWEEN 1 AND 200),
  target_inputs jsonb NOT NULL,
  hours integer NOT NULL CHECK (hours >= 0),
  created_by uuid REFERENCES "user",
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
--> statement-breakpoint
CREATE INDEX clause_part_clause ON clause_part (clause_id);
--> statement-breakpoint
CREATE TRIGGER clause_part_append_only BEFORE UPDATE OR DELETE ON clause_part FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
CREATE TABLE clause_part_affirmed (
  part_id uuid PRIMARY KEY REFERENCES clause_part,
  structure_id uuid NOT NULL REFERENCES organisation,
  contract_id uuid NOT NULL REFERENCES contract,
  buyer_id uuid NOT NULL REFERENCES organisation,
  on_day date NOT NULL,
  recorded_by uuid REFERENCES "user",
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
--> statement-breakpoint
CREATE TRIGGER clause_part_affirmed_append_only BEFORE UPDATE OR DELETE ON clause_part_affirmed FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
-- Every figure that was due, with the inputs it came from: written by the base with each change of a clause, whoever changes it.
CREATE TABLE clause_version (
  clause_id uuid NOT NULL REFERENCES clause,
  version integer NOT NULL,
  structure_id uuid NOT NULL REFERENCES organisation,
  contract_id uuid NOT NULL REFERENCES contract,
  buyer_id uuid NOT NULL REFERENCES organisation,
  target_inputs jsonb NOT NULL,
  due_hours integer NOT NULL,
  cause text NOT NULL CHECK (cause IN ('written', 'invoice', 'part')),
  recorded_by uuid REFERENCES "user",
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (clause_id, version)
);
--> statement-breakpoint
CREATE INDEX clause_version_recorded ON clause_version (structure_id, recorded_at);
--> statement-breakpoint
INSERT INTO clause_version (clause_id, version, structure_id, contract_id, buyer_id, target_inputs, due_hours, cause, recorded_by, recorded_at)
SELECT id, version, structure_id, contract_id, buyer_id, target_inputs, due_hours, 'written', created_by, created_at FROM clause;
--> statement-breakpoint
CREATE TRIGGER clause_version_append_only BEFORE UPDATE OR DELETE ON clause_version FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
CREATE FUNCTION app.keep_clause_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.target_inputs = NEW.target_inputs AND OLD.due_hours = NEW.due_hours THEN RETURN NULL; END IF;
  INSERT INTO clause_version (clause_id, version, structure_id, contract_id, buyer_id, target_inputs, due_hours, cause, recorded_by)
  VALUES (NEW.id, (SELECT coalesce(max(version), 0) + 1 FROM clause_version WHERE clause_id = NEW.id), NEW.structure_id, NEW.contract_id,
    NEW.buyer_id, NEW.target_inputs, NEW.due_hours, coalesce(app.setting('clause_cause'), 'written'), app.user_id());
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER clause_version_kept AFTER INSERT OR UPDATE ON clause FOR EACH ROW EXECUTE FUNCTION app.keep_clause_version();
--> statement-breakpoint
-- How hours are told as days, weeks and full-time equivalents. The network converts at 1 600 h (AVE 2021: 25,124,684 h for 15,703 FTE).
CREATE TABLE hour_setting (
  structure_id uuid PRIMARY KEY REFERENCES organisation,
  fte_hours integer NOT NULL DEFAULT 1600 CHECK (fte_hours BETWEEN 1000 AND 2500),
  week_centihours integer NOT NULL DEFAULT 3500 CHECK (week_centihours BETWEEN 100 AND 4800),
  day_centihours integer NOT NULL DEFAULT 700 CHECK (day_centihours BETWEEN 100 AND 1000),
  hourly_cost_cents integer NOT NULL DEFAULT 2200 CHECK (hourly_cost_cents BETWEEN 100 AND 20000),
  set_by uuid REFERENCES "user",
  set_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
-- What somebody last saw of the hours due: only what changed since is told.
CREATE TABLE clause_seen (
  user_id uuid NOT NULL REFERENCES "user",
  clause_id uuid NOT NULL REFERENCES clause,
  structure_id uuid NOT NULL REFERENCES organisation,
  version integer NOT NULL,
  seen_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (user_id, clause_id)
);
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['invoice', 'clause_part', 'clause_part_affirmed', 'clause_version', 'hour_setting', 'clause_seen'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO jonction_system', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT ON invoice, clause_part, clause_part_affirmed TO jonction_app;
--> statement-breakpoint
GRANT SELECT ON clause_version TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON hour_setting, clause_seen TO jonction_app;
--> statement-breakpoint
-- The team, the buyer of the contract, and of the companies the one that invoices.
CREATE POLICY invoice_select ON invoice FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()))
  OR ((SELECT app.has_role('employer')) AND holder_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY invoice_insert ON invoice FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND app.is_attached(contract_id))
);
--> statement-breakpoint
CREATE POLICY clause_part_select ON clause_part FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()))
  OR contract_id = ANY ((SELECT app.held_contract_ids())::uuid[])
);
--> statement-breakpoint
CREATE POLICY clause_part_insert ON clause_part FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND app.is_attached(contract_id))
);
--> statement-breakpoint
CREATE POLICY clause_part_affirmed_select ON clause_part_affirmed FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()))
  OR contract_id = ANY ((SELECT app.held_contract_ids())::uuid[])
);
--> statement-breakpoint
CREATE POLICY clause_part_affirmed_insert ON clause_part_affirmed FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND app.is_attached(contract_id))
);
--> statement-breakpoint
CREATE POLICY clause_version_select ON clause_version FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()))
  OR contract_id = ANY ((SELECT app.held_contract_ids())::uuid[])
);
--> statement-breakpoint
-- The base writes it, from the trigger, as its owner.
CREATE POLICY clause_version_insert ON clause_version FOR INSERT WITH CHECK ((SELECT app.is_system()));
--> statement-breakpoint
CREATE POLICY hour_setting_select ON hour_setting FOR SELECT USING (
  (SELECT app.is_system())
  OR (((SELECT app.is_staff()) OR (SELECT app.has_role('buyer')) OR (SELECT app.has_role('employer'))) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY hour_setting_insert ON hour_setting FOR INSERT WITH CHECK (
  (SELECT app.is_system()) OR ((SELECT app.has_role('lead')) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY hour_setting_update ON hour_setting FOR UPDATE USING (
  (SELECT app.is_system()) OR ((SELECT app.has_role('lead')) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY clause_seen_all ON clause_seen USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND user_id = (SELECT app.user_id()))
);
