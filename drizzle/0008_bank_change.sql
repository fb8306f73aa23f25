-- What changed in each bank of people, for the copies in memory that rank them. A row is written in the transaction of
-- the change. A reader takes every row it can see from its cursor on, and moves the cursor to `pg_snapshot_xmin`: no
-- transaction below it is open any more.
CREATE TABLE bank_change (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  structure_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE INDEX bank_change_by_transaction ON bank_change (structure_id, xid);
--> statement-breakpoint
-- One statement, one insert: an import of five thousand people must not pay five thousand triggers.
CREATE FUNCTION app.log_people() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO bank_change (structure_id, participant_id) SELECT structure_id, id FROM changed;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION app.log_people_of() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO bank_change (structure_id, participant_id) SELECT DISTINCT structure_id, participant_id FROM changed;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER participant_added AFTER INSERT ON participant REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.log_people();
--> statement-breakpoint
CREATE TRIGGER participant_changed AFTER UPDATE ON participant REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.log_people();
--> statement-breakpoint
CREATE TRIGGER participant_removed AFTER DELETE ON participant REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.log_people();
--> statement-breakpoint
CREATE TRIGGER participant_occupation_added AFTER INSERT ON participant_occupation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.log_people_of();
--> statement-breakpoint
CREATE TRIGGER participant_occupation_changed AFTER UPDATE ON participant_occupation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.log_people_of();
--> statement-breakpoint
CREATE TRIGGER participant_occupation_removed AFTER DELETE ON participant_occupation REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.log_people_of();
--> statement-breakpoint
CREATE TRIGGER participant_skill_added AFTER INSERT ON participant_skill REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.log_people_of();
--> statement-breakpoint
CREATE TRIGGER participant_skill_changed AFTER UPDATE ON participant_skill REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.log_people_of();
--> statement-breakpoint
CREATE TRIGGER participant_skill_removed AFTER DELETE ON participant_skill REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.log_people_of();
--> statement-breakpoint
CREATE TRIGGER eligibility_code_added AFTER INSERT ON eligibility_code REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.log_people_of();
--> statement-breakpoint
CREATE TRIGGER eligibility_code_changed AFTER UPDATE ON eligibility_code REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.log_people_of();
--> statement-breakpoint
CREATE TRIGGER eligibility_code_removed AFTER DELETE ON eligibility_code REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.log_people_of();
--> statement-breakpoint
-- Only that a positioning exists counts, not how far it went.
CREATE TRIGGER positioning_added AFTER INSERT ON positioning REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.log_people_of();
--> statement-breakpoint
CREATE TRIGGER positioning_removed AFTER DELETE ON positioning REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.log_people_of();
--> statement-breakpoint
ALTER TABLE bank_change ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE bank_change FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON bank_change TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON bank_change TO jonction_system;
--> statement-breakpoint
-- Whoever may change a person writes here by the trigger; a copy reads in the name of the structure that it copies.
CREATE POLICY bank_change_insert ON bank_change FOR INSERT WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY bank_change_select ON bank_change FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY bank_change_delete ON bank_change FOR DELETE USING ((SELECT app.is_system()));
