-- The common procurement vocabulary (Regulation (EC) 213/2008), loaded by the operator: the version in force, and the codes that only
-- the version before it knew, which old contracts carry. Empty: contracts show their codes.
CREATE TABLE cpv_code (
  code text PRIMARY KEY CHECK (code ~ '^[0-9]{8}$'),
  label text NOT NULL,
  version smallint NOT NULL CHECK (version IN (1, 2)),
  parent text
);
--> statement-breakpoint
CREATE INDEX cpv_code_words ON cpv_code USING gin (app.plain(label) gin_trgm_ops);
--> statement-breakpoint
ALTER TABLE cpv_code ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE cpv_code FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT ON cpv_code TO jonction_app;
--> statement-breakpoint
CREATE POLICY cpv_code_select ON cpv_code FOR SELECT USING (true);
--> statement-breakpoint
CREATE POLICY cpv_code_insert ON cpv_code FOR INSERT WITH CHECK ((SELECT app.is_system()));
--> statement-breakpoint
CREATE POLICY cpv_code_delete ON cpv_code FOR DELETE USING ((SELECT app.is_system()));
