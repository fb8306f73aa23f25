-- What the team asked of its CV bank, so that searches which find nobody may be mended; and the words that a structure says mean
-- an occupation. Never who was found; a query that names somebody is not written at all (the rule is in the domain); who asked is
-- forgotten after a day, the query after a year.
CREATE TABLE bank_query (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- as typed; NULL where only filters were set
  words text CHECK (length(words) BETWEEN 1 AND 200),
  -- the stems of these words: what several spellings of one query share
  stems text NOT NULL DEFAULT '',
  -- names of the filters, never what they ask
  filters text[] NOT NULL DEFAULT '{}',
  results integer NOT NULL CHECK (results >= 0),
  -- how many have the words, before any filter
  unfiltered integer NOT NULL CHECK (unfiltered >= results),
  engine text CHECK (engine IN ('postgres', 'meilisearch')),
  fell_back boolean NOT NULL DEFAULT false,
  -- somebody's file was opened next
  opened boolean NOT NULL DEFAULT false,
  -- only while she may still be typing, or opening what she found
  asked_by uuid REFERENCES "user" ON DELETE SET NULL,
  CHECK (words IS NOT NULL OR cardinality(filters) > 0)
);
--> statement-breakpoint
CREATE INDEX bank_query_structure ON bank_query (structure_id, stems, asked_at DESC);
--> statement-breakpoint
CREATE INDEX bank_query_asker ON bank_query (asked_by, asked_at DESC) WHERE asked_by IS NOT NULL;
--> statement-breakpoint
CREATE INDEX bank_query_age ON bank_query (asked_at);
--> statement-breakpoint
CREATE TABLE bank_word (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  words text NOT NULL CHECK (length(words) BETWEEN 2 AND 60),
  stems text NOT NULL CHECK (stems <> ''),
  rome_code text NOT NULL,
  added_by uuid REFERENCES "user" ON DELETE SET NULL,
  added_at timestamptz NOT NULL DEFAULT now(),
  -- A word may mean two occupations; it means each of them once.
  UNIQUE (structure_id, stems, rome_code)
);
--> statement-breakpoint
ALTER TABLE bank_query ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE bank_query FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE bank_word ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE bank_word FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON bank_query TO jonction_app, jonction_system;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON bank_word TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON bank_word TO jonction_system;
--> statement-breakpoint
-- The team lead reads what was asked; whoever asked goes on writing her own line while she types.
CREATE POLICY bank_query_select ON bank_query FOR SELECT USING (
  (SELECT app.is_system())
  OR (structure_id = (SELECT app.structure_id()) AND ((SELECT app.has_role('lead'))
    OR ((SELECT app.is_staff()) AND asked_by = (SELECT app.user_id()))))
);
--> statement-breakpoint
CREATE POLICY bank_query_insert ON bank_query FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND asked_by = (SELECT app.user_id()))
);
--> statement-breakpoint
CREATE POLICY bank_query_update ON bank_query FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND asked_by = (SELECT app.user_id()))
);
--> statement-breakpoint
CREATE POLICY bank_query_delete ON bank_query FOR DELETE USING (
  (SELECT app.is_system())
  OR (structure_id = (SELECT app.structure_id()) AND ((SELECT app.has_role('lead'))
    OR ((SELECT app.is_staff()) AND asked_by = (SELECT app.user_id()))))
);
--> statement-breakpoint
-- Words of occupations say nothing of anybody: whoever speaks in the structure's name types them into a form.
CREATE POLICY bank_word_select ON bank_word FOR SELECT USING (
  (SELECT app.is_system()) OR structure_id = (SELECT app.structure_id())
);
--> statement-breakpoint
CREATE POLICY bank_word_insert ON bank_word FOR INSERT WITH CHECK (
  (SELECT app.is_system()) OR ((SELECT app.has_role('lead')) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY bank_word_delete ON bank_word FOR DELETE USING (
  (SELECT app.is_system()) OR ((SELECT app.has_role('lead')) AND structure_id = (SELECT app.structure_id()))
);
