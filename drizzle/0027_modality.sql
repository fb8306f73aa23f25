-- What the modality of a hire records, and the papers that were seen: one row a hire, written again as papers come in; who wrote
-- what is in the audit.
CREATE TABLE placement_modality (
  placement_id uuid PRIMARY KEY REFERENCES placement ON DELETE CASCADE,
  structure_id uuid NOT NULL REFERENCES organisation,
  facts jsonb NOT NULL,
  recorded_by uuid REFERENCES "user",
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
--> statement-breakpoint
ALTER TABLE placement_modality ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE placement_modality FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON placement_modality TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON placement_modality TO jonction_system;
--> statement-breakpoint
-- The team's, and only of its own hires.
CREATE POLICY placement_modality_all ON placement_modality USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
) WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id())
    AND EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_modality.placement_id AND p.structure_id = placement_modality.structure_id))
);
