-- A list of contracts that came in may be taken out again as a whole, but for what was worked on since.
ALTER TABLE import_row ADD COLUMN made_contract boolean NOT NULL DEFAULT false;
--> statement-breakpoint
ALTER TABLE import_run DROP CONSTRAINT import_run_status_check;
--> statement-breakpoint
ALTER TABLE import_run ADD CONSTRAINT import_run_status_check CHECK (status IN ('preview', 'running', 'stopped', 'done', 'undone'));
--> statement-breakpoint
-- The contracts being taken out, for the length of one statement: nobody is granted anything here.
CREATE TABLE contract_undoing (contract_id uuid PRIMARY KEY);
--> statement-breakpoint
ALTER TABLE contract_undoing ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE contract_undoing FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY contract_undoing_system ON contract_undoing USING ((SELECT app.is_system()));
--> statement-breakpoint
CREATE FUNCTION app.is_undoing(contract uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT 1 FROM contract_undoing u WHERE u.contract_id = contract) $$;
--> statement-breakpoint
-- What was said of a contract is never changed nor deleted, unless the contract itself was a mistake of a list and nothing rests on it.
CREATE FUNCTION app.refuse_change_but_undone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND app.is_undoing(OLD.contract_id) THEN RETURN OLD; END IF;
  IF TG_OP = 'UPDATE' AND app.follows_merge(to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'append_only: % takes no %', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
DROP TRIGGER contract_event_append_only ON contract_event;
--> statement-breakpoint
CREATE TRIGGER contract_event_append_only BEFORE UPDATE OR DELETE ON contract_event FOR EACH ROW EXECUTE FUNCTION app.refuse_change_but_undone();
--> statement-breakpoint
DROP TRIGGER clause_version_append_only ON clause_version;
--> statement-breakpoint
CREATE TRIGGER clause_version_append_only BEFORE UPDATE OR DELETE ON clause_version FOR EACH ROW EXECUTE FUNCTION app.refuse_change_but_undone();
--> statement-breakpoint
CREATE POLICY contract_undone ON contract FOR DELETE USING ((SELECT app.is_system()) AND app.is_undoing(id));
--> statement-breakpoint
CREATE POLICY clause_undone ON clause FOR DELETE USING ((SELECT app.is_system()) AND app.is_undoing(contract_id));
--> statement-breakpoint
CREATE POLICY clause_version_undone ON clause_version FOR DELETE USING ((SELECT app.is_system()) AND app.is_undoing(contract_id));
--> statement-breakpoint
CREATE POLICY contract_event_undone ON contract_event FOR DELETE USING ((SELECT app.is_system()) AND app.is_undoing(contract_id));
--> statement-breakpoint
-- Takes out the contracts that a list made and that nobody touched since: no other team follows them, nobody was put in charge, said
-- something, wrote a note or changed the clause, open data did not publish them, nothing else of the base points to them. Returns those
-- that went. Runs as owner: a team has no right to delete a contract of the shared register otherwise.
CREATE FUNCTION app.undo_contract_list(run uuid) RETURNS TABLE (contract_id uuid) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  one uuid;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM import_run r WHERE r.id = run AND r.kind = 'contracts'
                 AND (app.is_system_session() OR (app.is_staff() AND r.structure_id = app.structure_id()))) THEN
    RETURN;
  END IF;
  FOR one IN
    SELECT DISTINCT r.subject_id FROM import_row r JOIN contract c ON c.id = r.subject_id
    WHERE r.run_id = run AND r.made_contract AND c.source = 'import' AND c.open_data IS NULL AND c.said_fields = '{}'
      AND NOT EXISTS (SELECT 1 FROM contract_structure s WHERE s.contract_id = c.id
                      AND (s.facilitator_id IS NOT NULL OR s.structure_id <> r.structure_id))
      AND NOT EXISTS (SELECT 1 FROM contract_event e WHERE e.contract_id = c.id AND e.source <> 'import')
      AND NOT EXISTS (SELECT 1 FROM contract_note n WHERE n.contract_id = c.id)
      AND NOT EXISTS (SELECT 1 FROM clause k WHERE k.contract_id = c.id AND k.version > 1)
      AND NOT EXISTS (SELECT 1 FROM import_row o WHERE o.subject_id = c.id AND o.run_id <> run AND o.outcome IN ('created', 'updated'))
  LOOP
    BEGIN
      INSERT INTO contract_undoing VALUES (one);
      DELETE FROM clause_version v WHERE v.contract_id = one;
      DELETE FROM clause k WHERE k.contract_id = one;
      DELETE FROM contract_event e WHERE e.contract_id = one;
      DELETE FROM contract c WHERE c.id = one;
      DELETE FROM contract_undoing u WHERE u.contract_id = one;
      contract_id := one;
      RETURN NEXT;
    EXCEPTION WHEN foreign_key_violation OR restrict_violation THEN
      -- an offer, hours, an invoice, an answer... rests on it: it stays whole
      NULL;
    END;
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app.undo_contract_list(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.undo_contract_list(uuid) TO jonction_app;
