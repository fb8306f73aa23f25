-- Judging a year again writes hundreds of thousands of entries: five look-ups for each of them, one by one, were more than half of
-- the time. What an entry says of its place is what its hire says, which holds the keys itself: looked at once for a whole statement,
-- and more is held than before, since an entry of another contract than its hire's is refused too.
ALTER TABLE hour_entry
  DROP CONSTRAINT hour_entry_structure_id_fkey,
  DROP CONSTRAINT hour_entry_placement_id_fkey,
  DROP CONSTRAINT hour_entry_clause_id_fkey,
  DROP CONSTRAINT hour_entry_contract_id_fkey,
  DROP CONSTRAINT hour_entry_employer_id_fkey,
  DROP CONSTRAINT hour_entry_line_id_fkey,
  DROP CONSTRAINT hour_entry_reverses_id_key;
--> statement-breakpoint
-- One reversal an entry; most entries reverse nothing.
CREATE UNIQUE INDEX hour_entry_reverses ON hour_entry (reverses_id) WHERE reverses_id IS NOT NULL;
--> statement-breakpoint
CREATE FUNCTION app.entries_follow_their_hire() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM added e
      LEFT JOIN hour_line l ON l.id = e.line_id AND l.placement_id = e.placement_id
      LEFT JOIN placement p ON p.id = l.placement_id AND (p.structure_id, p.clause_id, p.contract_id, p.employer_id)
        = (e.structure_id, e.clause_id, e.contract_id, e.employer_id)
    WHERE p.id IS NULL
  ) THEN
    RAISE foreign_key_violation USING MESSAGE = 'an entry of the ledger is of its line and of its hire';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER hour_entry_follows_its_hire AFTER INSERT ON hour_entry
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.entries_follow_their_hire();
--> statement-breakpoint
-- Which hires of a clause are many is not worth planning again at each question: that took ten times as long as the answer.
ALTER FUNCTION app.clause_hours(uuid[], timestamptz) SET plan_cache_mode TO force_generic_plan;
