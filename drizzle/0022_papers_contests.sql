-- Papers that bear out declared hours, and hours contested in the open. Neither moves an hour: both stand beside the ledger.
-- Whether somebody must look at a file because it holds pages without words; null where nobody asked.
ALTER TABLE stored_file ADD COLUMN unread boolean;
--> statement-breakpoint
CREATE TABLE hour_paper (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  line_id uuid NOT NULL REFERENCES hour_line,
  employer_id uuid NOT NULL REFERENCES organisation,
  kind text NOT NULL CHECK (kind IN ('payslip', 'work_contract', 'attestation', 'benefit_statement', 'other')),
  file_id uuid NOT NULL UNIQUE REFERENCES stored_file,
  side text NOT NULL CHECK (side IN ('employer', 'team')),
  brought_by uuid REFERENCES "user",
  brought_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  withdrawn_by uuid REFERENCES "user",
  withdrawn_at timestamptz,
  CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
);
--> statement-breakpoint
CREATE INDEX hour_paper_line ON hour_paper (line_id);
--> statement-breakpoint
-- One open contest of a line at a time; closed by a decision, or taken back by whoever opened it.
CREATE TABLE hour_contest (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  line_id uuid NOT NULL REFERENCES hour_line,
  employer_id uuid NOT NULL REFERENCES organisation,
  side text NOT NULL CHECK (side IN ('employer', 'team')),
  opened_by uuid NOT NULL REFERENCES "user",
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  outcome text CHECK (outcome IN ('maintained', 'changed', 'withdrawn')),
  closed_by uuid REFERENCES "user",
  closed_at timestamptz,
  CHECK ((outcome IS NULL) = (closed_at IS NULL) AND (outcome IS NULL) = (closed_by IS NULL)),
  -- nobody decides on a contest of her own: she takes it back, or somebody else decides
  CHECK (outcome IS NULL OR (outcome = 'withdrawn') = (closed_by = opened_by))
);
--> statement-breakpoint
CREATE UNIQUE INDEX hour_contest_one_open ON hour_contest (line_id) WHERE outcome IS NULL;
--> statement-breakpoint
CREATE INDEX hour_contest_structure ON hour_contest (structure_id, opened_at);
--> statement-breakpoint
-- What was said in a contest, by whom, when: never changed afterwards.
CREATE TABLE hour_contest_word (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  contest_id uuid NOT NULL REFERENCES hour_contest,
  employer_id uuid NOT NULL REFERENCES organisation,
  side text NOT NULL CHECK (side IN ('employer', 'team')),
  said_by uuid NOT NULL REFERENCES "user",
  said_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  body text NOT NULL CHECK (length(trim(body)) BETWEEN 1 AND 2000)
);
--> statement-breakpoint
CREATE INDEX hour_contest_word_contest ON hour_contest_word (contest_id, said_at);
--> statement-breakpoint
CREATE TRIGGER hour_contest_word_append_only BEFORE UPDATE OR DELETE ON hour_contest_word FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
-- A line and those it corrected: what was attached or contested before a correction stands after it.
CREATE FUNCTION app.line_versions(line uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  WITH RECURSIVE back AS (
    SELECT id, replaces_id FROM public.hour_line WHERE id = line
    UNION ALL SELECT l.id, l.replaces_id FROM back b JOIN public.hour_line l ON l.id = b.replaces_id)
  SELECT id FROM back
$$;
--> statement-breakpoint
-- The line that stands today in the place of one that was corrected.
CREATE FUNCTION app.standing_line(line uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  WITH RECURSIVE forth AS (
    SELECT id FROM public.hour_line WHERE id = line
    UNION ALL SELECT n.id FROM forth f JOIN public.hour_line n ON n.replaces_id = f.id)
  SELECT id FROM forth f WHERE NOT EXISTS (SELECT 1 FROM public.hour_line n WHERE n.replaces_id = f.id)
$$;
--> statement-breakpoint
-- Whoever attaches a paper brought it: nobody opens somebody else's file by naming it.
CREATE FUNCTION app.brought_paper(file uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT 1 FROM stored_file f WHERE f.id = file AND f.purpose = 'paper' AND f.uploaded_by = app.user_id()) $$;
--> statement-breakpoint
ALTER TABLE hour_paper ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_paper FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_contest ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_contest FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_contest_word ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_contest_word FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON hour_paper, hour_contest, hour_contest_word TO jonction_app;
--> statement-breakpoint
GRANT UPDATE (withdrawn_by, withdrawn_at) ON hour_paper TO jonction_app;
--> statement-breakpoint
GRANT UPDATE (outcome, closed_by, closed_at) ON hour_contest TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON hour_paper, hour_contest, hour_contest_word TO jonction_system;
--> statement-breakpoint
CREATE POLICY hour_paper_select ON hour_paper FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY hour_paper_insert ON hour_paper FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND side = 'team')
      OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()) AND side = 'employer'))
    AND app.brought_paper(file_id)
    AND EXISTS (SELECT 1 FROM hour_line l WHERE l.id = hour_paper.line_id AND l.employer_id = hour_paper.employer_id AND l.structure_id = hour_paper.structure_id))
);
--> statement-breakpoint
CREATE POLICY hour_paper_update ON hour_paper FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()) AND side = 'employer')
);
--> statement-breakpoint
CREATE POLICY hour_contest_select ON hour_contest FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY hour_contest_insert ON hour_contest FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND side = 'team')
      OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()) AND side = 'employer'))
    AND opened_by = (SELECT app.user_id())
    AND EXISTS (SELECT 1 FROM hour_line l WHERE l.id = hour_contest.line_id AND l.employer_id = hour_contest.employer_id AND l.structure_id = hour_contest.structure_id))
);
--> statement-breakpoint
CREATE POLICY hour_contest_update ON hour_contest FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()))
) WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()) AND outcome = 'withdrawn')
);
--> statement-breakpoint
CREATE POLICY hour_contest_word_select ON hour_contest_word FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY hour_contest_word_insert ON hour_contest_word FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND side = 'team')
      OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()) AND side = 'employer'))
    AND said_by = (SELECT app.user_id())
    AND EXISTS (SELECT 1 FROM hour_contest k WHERE k.id = hour_contest_word.contest_id AND k.employer_id = hour_contest_word.employer_id AND k.structure_id = hour_contest_word.structure_id))
);
--> statement-breakpoint
-- A paper on a line opens to whoever reads the paper's row: the company and the team, whichever of them brought it.
CREATE POLICY stored_file_paper ON stored_file FOR SELECT USING (
  purpose = 'paper' AND EXISTS (SELECT 1 FROM hour_paper p WHERE p.file_id = stored_file.id AND p.withdrawn_at IS NULL)
);
