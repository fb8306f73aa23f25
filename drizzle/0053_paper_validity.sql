-- How many months each kind of asked paper counts, as the lead of a team set it: added, never changed, so that who, when, from and to
-- stay readable. No row: the months of the text or of usage. It holds for papers received from then on, never for those that are there.
CREATE TABLE paper_validity (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  kind text NOT NULL CHECK (kind ~ '^[a-z_]+$'),
  from_months smallint NOT NULL CHECK (from_months BETWEEN 1 AND 120),
  months smallint NOT NULL CHECK (months BETWEEN 1 AND 120),
  CHECK (months <> from_months),
  set_by uuid NOT NULL REFERENCES "user",
  set_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
--> statement-breakpoint
CREATE INDEX paper_validity_kind ON paper_validity (structure_id, kind, set_at DESC, id DESC);
--> statement-breakpoint
CREATE TRIGGER paper_validity_append_only BEFORE UPDATE OR DELETE ON paper_validity FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
ALTER TABLE paper_validity ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE paper_validity FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON paper_validity TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON paper_validity TO jonction_system;
--> statement-breakpoint
CREATE POLICY paper_validity_select ON paper_validity FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
-- The lead's word, in her own name.
CREATE POLICY paper_validity_insert ON paper_validity FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.has_role('lead')) AND structure_id = (SELECT app.structure_id()) AND set_by = (SELECT app.user_id()))
);
--> statement-breakpoint
-- The months that held at an instant, null where nobody set any: a number, which a company needs to bring what is asked of it.
CREATE FUNCTION app.paper_months(structure uuid, of_kind text, at timestamptz) RETURNS smallint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT months FROM paper_validity WHERE structure_id = structure AND kind = of_kind AND set_at <= at ORDER BY set_at DESC, id DESC LIMIT 1
$$;
