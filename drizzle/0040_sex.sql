-- The sex of a person, as she says it: the network counts people and hours by sex (AVE), and rates by sex show who is left aside.
-- Optional; no ranking and no company reads it.
ALTER TABLE participant ADD COLUMN sex text CHECK (sex IN ('woman', 'man', 'other'));
--> statement-breakpoint
-- A merge may write it as it writes the day of birth.
DO $$ BEGIN
  EXECUTE replace(pg_get_functiondef('app.merge_participants'::regproc), $q$'birth_date','phone'$q$, $q$'birth_date','sex','phone'$q$);
  IF position($q$'sex'$q$ IN pg_get_functiondef('app.merge_participants'::regproc)) = 0 THEN RAISE EXCEPTION 'a merge does not know the sex'; END IF;
END $$;
