-- The copy in memory that ranks, as it was at one moment, so that a program which starts reads some blocks and the log of
-- changes since, instead of everybody. It holds what that copy holds: numbers and keyed codes, no name, no address.
-- Unlogged: a copy of the tables beside it, made again each night; after a crash it is empty, and everybody is read.
CREATE UNLOGGED TABLE bank_snapshot (
  structure_id uuid PRIMARY KEY,
  -- That of its parts: those of another are not read.
  id uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  layout integer NOT NULL,
  -- Where the log of changes is to be read from.
  up_to xid8 NOT NULL,
  parts integer NOT NULL,
  words text NOT NULL
);
--> statement-breakpoint
-- Some people who follow one another. A part in which somebody was erased is empty, and its other people stand in the log.
CREATE UNLOGGED TABLE bank_snapshot_part (
  structure_id uuid NOT NULL,
  snapshot_id uuid NOT NULL,
  number integer NOT NULL,
  ids bytea,
  data bytea,
  keys text,
  checksum bigint,
  PRIMARY KEY (structure_id, snapshot_id, number)
);
--> statement-breakpoint
ALTER TABLE bank_snapshot_part ALTER COLUMN ids SET STORAGE EXTERNAL, ALTER COLUMN data SET STORAGE EXTERNAL;
--> statement-breakpoint
-- Empties the parts of a structure that hold one of some people. Runs as the owner: it is part of an erasure, whoever erases.
CREATE FUNCTION app.empty_snapshot_parts(structure uuid, gone uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  part record;
BEGIN
  -- Looking for each of many costs more than reading everybody once.
  IF cardinality(gone) > 100 THEN
    DELETE FROM bank_snapshot_part WHERE structure_id = structure;
    DELETE FROM bank_snapshot WHERE structure_id = structure;
    RETURN;
  END IF;
  FOR part IN
    SELECT p.snapshot_id, p.number, p.ids FROM bank_snapshot_part p
    WHERE p.structure_id = structure
      AND EXISTS (SELECT FROM unnest(gone) g (id) WHERE position(uuid_send(g.id) IN p.ids) > 0)
  LOOP
    INSERT INTO bank_change (structure_id, participant_id)
      SELECT structure, encode(substring(part.ids FROM 16 * n + 1 FOR 16), 'hex')::uuid
      FROM generate_series(0, length(part.ids) / 16 - 1) n;
    UPDATE bank_snapshot_part p SET ids = NULL, data = NULL, keys = NULL, checksum = NULL
      WHERE p.structure_id = structure AND p.snapshot_id = part.snapshot_id AND p.number = part.number;
  END LOOP;
END $$;
--> statement-breakpoint
-- Whoever is erased leaves the snapshot in the same transaction. The lock is shared by those who erase and taken alone by who
-- saves, last of all: a snapshot that does not know yet of an erasure waits for its end, or it waits for that of the snapshot.
CREATE FUNCTION app.forget_in_snapshots() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  bank record;
BEGIN
  FOR bank IN SELECT structure_id, array_agg(id) AS gone FROM changed GROUP BY 1 ORDER BY 1 LOOP
    PERFORM pg_advisory_xact_lock_shared(5171, hashtext(bank.structure_id::text));
    PERFORM app.empty_snapshot_parts(bank.structure_id, bank.gone);
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER participant_forgotten AFTER DELETE ON participant REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.forget_in_snapshots();
--> statement-breakpoint
ALTER TABLE bank_snapshot ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE bank_snapshot FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE bank_snapshot_part ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE bank_snapshot_part FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON bank_snapshot, bank_snapshot_part TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON bank_snapshot, bank_snapshot_part TO jonction_system;
--> statement-breakpoint
CREATE POLICY bank_snapshot_system ON bank_snapshot TO jonction_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY bank_snapshot_part_system ON bank_snapshot_part TO jonction_system USING (true) WITH CHECK (true);
--> statement-breakpoint
-- The copy is read in the name of a structure and of nobody in it: a facilitator who asks something has no business here.
CREATE POLICY bank_snapshot_loader ON bank_snapshot TO jonction_app
  USING ((SELECT app.is_staff()) AND (SELECT app.user_id()) IS NULL AND structure_id = (SELECT app.structure_id()))
  WITH CHECK ((SELECT app.is_staff()) AND (SELECT app.user_id()) IS NULL AND structure_id = (SELECT app.structure_id()));
--> statement-breakpoint
CREATE POLICY bank_snapshot_part_loader ON bank_snapshot_part TO jonction_app
  USING ((SELECT app.is_staff()) AND (SELECT app.user_id()) IS NULL AND structure_id = (SELECT app.structure_id()))
  WITH CHECK ((SELECT app.is_staff()) AND (SELECT app.user_id()) IS NULL AND structure_id = (SELECT app.structure_id()));
