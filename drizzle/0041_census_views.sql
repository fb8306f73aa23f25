-- A census under a name: the filters, days, order and columns of its address. One's own, or the team's to read.
CREATE TABLE census_view (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  user_id uuid NOT NULL REFERENCES "user",
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  shared boolean NOT NULL DEFAULT false,
  search text NOT NULL CHECK (length(search) <= 1000),
  saved_at timestamptz NOT NULL DEFAULT now(),
  -- saved again under its name, a view takes the place of the one before
  UNIQUE (structure_id, user_id, name)
);
--> statement-breakpoint
-- The columns that somebody wants to see where an address names none.
CREATE TABLE census_columns (
  structure_id uuid NOT NULL REFERENCES organisation,
  user_id uuid NOT NULL REFERENCES "user",
  columns text[] NOT NULL CHECK (cardinality(columns) BETWEEN 1 AND 30),
  PRIMARY KEY (structure_id, user_id)
);
--> statement-breakpoint
ALTER TABLE census_view ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE census_view FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON census_view TO jonction_app;
--> statement-breakpoint
CREATE POLICY census_view_select ON census_view FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND (shared OR user_id = (SELECT app.user_id())))
);
--> statement-breakpoint
CREATE POLICY census_view_insert ON census_view FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND user_id = (SELECT app.user_id()))
);
--> statement-breakpoint
-- Whoever saved it changes it and takes it away; the others read it.
CREATE POLICY census_view_update ON census_view FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND user_id = (SELECT app.user_id()))
);
--> statement-breakpoint
CREATE POLICY census_view_delete ON census_view FOR DELETE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND user_id = (SELECT app.user_id()))
);
--> statement-breakpoint
ALTER TABLE census_columns ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE census_columns FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON census_columns TO jonction_app;
--> statement-breakpoint
CREATE POLICY census_columns_all ON census_columns USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND user_id = (SELECT app.user_id()))
);
--> statement-breakpoint
-- Several different answers are one change too: pasted, filled down or sent back in a sheet, they are taken back together.
ALTER TABLE census_change DROP CONSTRAINT census_change_answer_check;
--> statement-breakpoint
ALTER TABLE census_change ADD CONSTRAINT census_change_answer_check
  CHECK (answer IN ('no_change', 'several') OR answer = ANY (enum_range(NULL::contract_event_type)::text[]));
