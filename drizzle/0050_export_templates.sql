-- The columns of a list's export under a name: which ones, in which order, and what another portal calls them. One's own, or the
-- team's to use. Names of columns only: nothing of anybody's is kept here.
CREATE TABLE export_template (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  user_id uuid NOT NULL REFERENCES "user",
  list text NOT NULL CHECK (list IN ('people', 'contracts', 'positionings', 'hours', 'offers')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  shared boolean NOT NULL DEFAULT false,
  columns jsonb NOT NULL CHECK (jsonb_typeof(columns) = 'array' AND jsonb_array_length(columns) BETWEEN 1 AND 40),
  saved_at timestamptz NOT NULL DEFAULT now(),
  -- saved again under its name, a template takes the place of the one before
  UNIQUE (structure_id, user_id, list, name)
);
--> statement-breakpoint
ALTER TABLE export_template ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE export_template FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON export_template TO jonction_app;
--> statement-breakpoint
CREATE POLICY export_template_select ON export_template FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND (shared OR user_id = (SELECT app.user_id())))
);
--> statement-breakpoint
CREATE POLICY export_template_insert ON export_template FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND user_id = (SELECT app.user_id()))
);
--> statement-breakpoint
-- Whoever saved it changes it and takes it away; the others use it.
CREATE POLICY export_template_update ON export_template FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND user_id = (SELECT app.user_id()))
);
--> statement-breakpoint
CREATE POLICY export_template_delete ON export_template FOR DELETE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND user_id = (SELECT app.user_id()))
);
