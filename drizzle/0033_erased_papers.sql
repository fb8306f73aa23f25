-- A paper taken back is erased: its bytes leave the store, and its row says who took it back, when and why.
ALTER TABLE stored_file ADD COLUMN erased_at timestamptz;
--> statement-breakpoint
-- Null only for papers taken back before a reason was asked.
ALTER TABLE hour_paper ADD COLUMN withdrawn_reason text CHECK (length(trim(withdrawn_reason)) BETWEEN 1 AND 300);
--> statement-breakpoint
ALTER TABLE hour_paper ADD CONSTRAINT hour_paper_reason_of_withdrawal CHECK (withdrawn_reason IS NULL OR withdrawn_at IS NOT NULL);
--> statement-breakpoint
GRANT UPDATE (withdrawn_reason) ON hour_paper TO jonction_app;
--> statement-breakpoint
-- What was taken back stays so: neither brought again nor told otherwise.
CREATE FUNCTION app.keep_withdrawal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.withdrawn_at IS NOT NULL THEN RAISE EXCEPTION 'hour_paper %: it was taken back already', OLD.id; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER hour_paper_withdrawal_kept BEFORE UPDATE ON hour_paper FOR EACH ROW EXECUTE FUNCTION app.keep_withdrawal();
--> statement-breakpoint
CREATE INDEX stored_file_sha256 ON stored_file (sha256);
--> statement-breakpoint
-- Only the system erases, and for good.
CREATE FUNCTION app.keep_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.erased_at IS NOT NULL THEN RAISE EXCEPTION 'stored_file %: its bytes are gone', OLD.id; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER stored_file_erasure_kept BEFORE UPDATE ON stored_file FOR EACH ROW EXECUTE FUNCTION app.keep_erasure();
--> statement-breakpoint
CREATE POLICY stored_file_update ON stored_file FOR UPDATE USING ((SELECT app.is_system()));
--> statement-breakpoint
-- Every paper that a modality asks for may be put on a line: what is attached needs not be ticked as seen.
ALTER TABLE hour_paper DROP CONSTRAINT hour_paper_kind_check;
--> statement-breakpoint
ALTER TABLE hour_paper ADD CONSTRAINT hour_paper_kind_check CHECK (kind IN ('payslip', 'work_contract', 'hiring_declaration', 'apprenticeship_form', 'hour_sheet', 'hour_statement', 'invoice', 'attestation', 'benefit_statement', 'other'));
