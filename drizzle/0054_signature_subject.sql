-- What a document to sign says of the product itself: a transfer of hours between co-contractors, or an issued paper of hours. The PDF is
-- made by the product when it is asked; whoever reads the transfer or the paper reads who signed it.
ALTER TABLE signature_request
  ADD COLUMN transfer_id uuid REFERENCES hour_transfer,
  ADD COLUMN document_id uuid REFERENCES issued_document,
  ADD CONSTRAINT signature_request_one_subject CHECK (num_nonnulls(item_id, transfer_id, document_id) <= 1);
--> statement-breakpoint
CREATE INDEX signature_request_transfer ON signature_request (transfer_id) WHERE transfer_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX signature_request_document ON signature_request (document_id) WHERE document_id IS NOT NULL;
--> statement-breakpoint
-- Whoever asks reads what is to be signed: the team what is of its structure, a company a transfer that binds it and its own papers. A
-- paper that names people, which the team keeps to itself, and one of a person are signed by nobody.
CREATE FUNCTION app.may_sign_about(transfer uuid, document uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT (transfer IS NULL OR EXISTS (SELECT 1 FROM hour_transfer t WHERE t.id = transfer AND t.structure_id = app.structure_id()
      AND (app.is_staff() OR (app.has_role('employer') AND app.organisation_id() IN (t.seller_id, t.purchaser_id)))))
    AND (document IS NULL OR EXISTS (SELECT 1 FROM issued_document d WHERE d.id = document AND d.structure_id = app.structure_id()
      AND d.kind IN ('statement', 'certificate', 'attestation') AND d.audience IN ('buyer', 'employer')
      AND (app.is_staff() OR (app.has_role('employer') AND d.audience = 'employer' AND d.employer_id = app.organisation_id()))))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app.reads_signature(request uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM signature_request r WHERE r.id = request AND r.structure_id = app.structure_id() AND (
    (app.is_staff() AND (r.side = 'team' OR num_nonnulls(r.item_id, r.transfer_id, r.document_id) > 0))
    OR (app.has_role('employer') AND (r.employer_id = app.organisation_id()
      OR (num_nonnulls(r.transfer_id, r.document_id) > 0 AND app.may_sign_about(r.transfer_id, r.document_id))))))
$$;
--> statement-breakpoint
DROP POLICY signature_request_insert ON signature_request;
--> statement-breakpoint
CREATE POLICY signature_request_insert ON signature_request FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR (structure_id = (SELECT app.structure_id()) AND asked_by = (SELECT app.user_id())
    AND app.may_ask_signature(file_id, file_sha256, item_id, employer_id) AND app.may_sign_about(transfer_id, document_id)
    AND (((SELECT app.is_staff()) AND side = 'team')
      OR ((SELECT app.has_role('employer')) AND side = 'company' AND employer_id = (SELECT app.organisation_id()))))
);
