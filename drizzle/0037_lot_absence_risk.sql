-- A lot without a clause, with the reason: apart from a lot of which nobody said anything. Each word is kept; the last one holds.
CREATE TABLE lot_clause_absence (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  contract_id uuid NOT NULL REFERENCES contract,
  lot_id uuid NOT NULL REFERENCES lot,
  buyer_id uuid NOT NULL REFERENCES organisation,
  -- null: what was said before is taken back, nothing is known
  reason text CHECK (reason IN ('too_short', 'too_small', 'too_technical', 'nobody_near', 'reserved', 'buyer_declined', 'other')),
  note text CHECK (length(trim(note)) BETWEEN 1 AND 1000),
  recorded_by uuid NOT NULL REFERENCES "user",
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- "another reason" says which
  CHECK (reason IS DISTINCT FROM 'other' OR note IS NOT NULL)
);
--> statement-breakpoint
CREATE INDEX lot_clause_absence_contract ON lot_clause_absence (contract_id, lot_id, recorded_at DESC);
--> statement-breakpoint
CREATE TRIGGER lot_clause_absence_append_only BEFORE UPDATE OR DELETE ON lot_clause_absence FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
-- Whether the forecast of a clause is under what is due, from the first look at it on: one row a change, none for a night without one.
CREATE TABLE clause_risk (
  clause_id uuid NOT NULL REFERENCES clause,
  structure_id uuid NOT NULL REFERENCES organisation,
  at_risk boolean NOT NULL,
  forecast_centihours bigint NOT NULL,
  due_hours integer NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (clause_id, recorded_at)
);
--> statement-breakpoint
CREATE INDEX clause_risk_recorded ON clause_risk (structure_id, recorded_at);
--> statement-breakpoint
CREATE TRIGGER clause_risk_append_only BEFORE UPDATE OR DELETE ON clause_risk FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
-- A change is a change: two rows that follow each other never say the same.
CREATE FUNCTION app.risk_changes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE last boolean;
BEGIN
  SELECT r.at_risk INTO last FROM clause_risk r WHERE r.clause_id = NEW.clause_id ORDER BY r.recorded_at DESC LIMIT 1;
  IF FOUND AND NEW.at_risk = last THEN RETURN NULL; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER clause_risk_changes BEFORE INSERT ON clause_risk FOR EACH ROW EXECUTE FUNCTION app.risk_changes();
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['lot_clause_absence', 'clause_risk'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO jonction_system', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT ON lot_clause_absence TO jonction_app;
--> statement-breakpoint
GRANT SELECT ON clause_risk TO jonction_app;
--> statement-breakpoint
CREATE POLICY lot_clause_absence_select ON lot_clause_absence FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY lot_clause_absence_insert ON lot_clause_absence FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND recorded_by = (SELECT app.user_id())
    AND app.is_attached(contract_id)
    AND EXISTS (SELECT 1 FROM lot l WHERE l.id = lot_id AND l.contract_id = lot_clause_absence.contract_id AND l.buyer_id = lot_clause_absence.buyer_id))
);
--> statement-breakpoint
CREATE POLICY clause_risk_select ON clause_risk FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY clause_risk_insert ON clause_risk FOR INSERT WITH CHECK ((SELECT app.is_system()));
