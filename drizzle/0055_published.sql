-- What a team decides of one of its contracts and one that open data publishes: the same, another, to look at later; or, of a
-- published one alone, that it is not for the team. Written once and only ever taken back: the whole trail stays.
CREATE TABLE published_pair (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  contract_id uuid REFERENCES contract,
  open_id uuid NOT NULL REFERENCES contract,
  verdict text NOT NULL CHECK (verdict IN ('same', 'different', 'later', 'aside')),
  reason text CHECK (length(trim(reason)) BETWEEN 1 AND 500),
  -- how alike they were when it was decided; null where there was nothing to compare
  confidence integer CHECK (confidence BETWEEN 0 AND 1000),
  -- the team followed both: the published one left its list, and comes back if this is taken back
  was_followed boolean NOT NULL DEFAULT false,
  decided_by uuid NOT NULL REFERENCES "user",
  decided_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  undone_by uuid REFERENCES "user",
  undone_at timestamptz,
  CHECK (contract_id <> open_id),
  CHECK ((verdict = 'aside') = (contract_id IS NULL)),
  -- what sends a published contract away is explained
  CHECK (verdict IN ('same', 'later') OR reason IS NOT NULL),
  CHECK ((undone_at IS NULL) = (undone_by IS NULL))
);
--> statement-breakpoint
-- A pair has one answer at a time.
CREATE UNIQUE INDEX published_pair_standing ON published_pair (structure_id, open_id, contract_id) NULLS NOT DISTINCT WHERE undone_at IS NULL;
--> statement-breakpoint
-- A published contract is one contract of the team, never two.
CREATE UNIQUE INDEX published_pair_same ON published_pair (structure_id, open_id) WHERE verdict = 'same' AND undone_at IS NULL;
--> statement-breakpoint
CREATE INDEX published_pair_contract ON published_pair (contract_id) WHERE contract_id IS NOT NULL;
--> statement-breakpoint
-- An amendment that open data publishes of a contract that people wrote: proposed, then accepted or refused, each once. `said`:
-- what was published, before and after, as it was shown.
CREATE TABLE published_amendment (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  contract_id uuid NOT NULL REFERENCES contract,
  open_id uuid NOT NULL REFERENCES contract,
  -- what the amendment says, whatever the file and the order in which it comes
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 500),
  verdict text NOT NULL CHECK (verdict IN ('accepted', 'refused')),
  reason text CHECK (length(trim(reason)) BETWEEN 1 AND 500),
  said jsonb NOT NULL,
  event_id uuid REFERENCES contract_event,
  ends_before date,
  amount_before bigint,
  amount_after bigint,
  decided_by uuid NOT NULL REFERENCES "user",
  decided_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  undone_by uuid REFERENCES "user",
  undone_at timestamptz,
  CHECK (verdict = 'accepted' OR reason IS NOT NULL),
  CHECK (verdict = 'accepted' OR (event_id IS NULL AND amount_after IS NULL)),
  CHECK ((undone_at IS NULL) = (undone_by IS NULL))
);
--> statement-breakpoint
-- Accepted or refused, it is not proposed again.
CREATE UNIQUE INDEX published_amendment_standing ON published_amendment (structure_id, contract_id, key) WHERE undone_at IS NULL;
--> statement-breakpoint
CREATE INDEX published_amendment_contract ON published_amendment (contract_id);
--> statement-breakpoint
CREATE FUNCTION app.only_undone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.undone_at IS NOT NULL
    OR to_jsonb(NEW) - ARRAY['undone_at', 'undone_by'] <> to_jsonb(OLD) - ARRAY['undone_at', 'undone_by'] THEN
    RAISE restrict_violation USING MESSAGE = 'a decision on published data is only taken back, once';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER published_pair_kept BEFORE UPDATE ON published_pair FOR EACH ROW EXECUTE FUNCTION app.only_undone();
--> statement-breakpoint
CREATE TRIGGER published_amendment_kept BEFORE UPDATE ON published_amendment FOR EACH ROW EXECUTE FUNCTION app.only_undone();
--> statement-breakpoint
-- The files of a folder that came into the register, each once by what it holds, whatever its name.
CREATE TABLE published_file (
  sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  bytes bigint NOT NULL CHECK (bytes >= 0),
  read integer NOT NULL,
  created integer NOT NULL,
  updated integer NOT NULL,
  unchanged integer NOT NULL,
  rejected integer NOT NULL,
  taken_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK (read = created + updated + unchanged + rejected)
);
--> statement-breakpoint
ALTER TABLE published_pair ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE published_pair FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE published_amendment ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE published_amendment FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE published_file ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE published_file FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON published_pair, published_amendment TO jonction_app;
--> statement-breakpoint
GRANT UPDATE (undone_at, undone_by) ON published_pair, published_amendment TO jonction_app;
--> statement-breakpoint
GRANT SELECT ON published_file TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON published_pair, published_amendment, published_file TO jonction_system;
--> statement-breakpoint
CREATE POLICY published_pair_select ON published_pair FOR SELECT USING (
  (SELECT app.is_system()) OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY published_pair_insert ON published_pair FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND decided_by = (SELECT app.user_id())
      AND (contract_id IS NULL OR app.is_attached(contract_id)))
);
--> statement-breakpoint
CREATE POLICY published_pair_update ON published_pair FOR UPDATE USING (
  (SELECT app.is_system()) OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY published_amendment_select ON published_amendment FOR SELECT USING (
  (SELECT app.is_system()) OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY published_amendment_insert ON published_amendment FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND decided_by = (SELECT app.user_id())
      AND app.is_attached(contract_id))
);
--> statement-breakpoint
CREATE POLICY published_amendment_update ON published_amendment FOR UPDATE USING (
  (SELECT app.is_system()) OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
-- Which files came in is about the shared register: every team reads it, the operator's command writes it.
CREATE POLICY published_file_select ON published_file FOR SELECT USING ((SELECT app.is_system()) OR (SELECT app.is_staff()));
--> statement-breakpoint
CREATE POLICY published_file_insert ON published_file FOR INSERT WITH CHECK ((SELECT app.is_system()));
--> statement-breakpoint
-- A correction may come from an amendment that was accepted.
ALTER TABLE contract_correction DROP CONSTRAINT contract_correction_source_check;
--> statement-breakpoint
ALTER TABLE contract_correction ADD CONSTRAINT contract_correction_source_check
  CHECK (source IN ('buyer_answer', 'holder', 'phone', 'mail', 'meeting', 'facilitator', 'decp'));
--> statement-breakpoint
-- Two spellings of one number of contract: `2020-14 / AO` and `2020 14AO`.
CREATE FUNCTION app.reference_key(reference text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
$$ SELECT regexp_replace(upper(reference), '[^A-Z0-9]', '', 'g') $$;
--> statement-breakpoint
-- What people wrote of a contract changes when somebody accepts a published amendment, and not by itself: of a contract written by
-- hand, open data brings the notification that was missing; its amendments are proposed.
CREATE OR REPLACE VIEW contract_fact WITH (security_invoker = true) AS
  SELECT e.contract_id, e.id, NULL::text AS key, e.lot_id, e.type,
         CASE WHEN e.type = 'notify' AND e.lot_id IS NULL AND 'notified_on' = ANY (k.said_fields) THEN coalesce(k.notified_on, e."on") ELSE e."on" END AS "on",
         e.recorded_on, e.recorded_at, e.ends_on, e.source,
         e.said_by, e.legal_basis, e.note, e.document_id, e.author_id, e.facts,
         1000000 + row_number() OVER (PARTITION BY e.contract_id ORDER BY e.recorded_at, e.id) AS ordinal,
         a.withdrawn_on
  FROM contract_event e JOIN contract k ON k.id = e.contract_id LEFT JOIN census_answer a ON a.event_id = e.id
  UNION ALL
  SELECT c.id, NULL, f.fact ->> 'key', NULL, (f.fact ->> 'type')::contract_event_type,
         CASE WHEN f.fact ->> 'type' = 'notify' AND 'notified_on' = ANY (c.said_fields) THEN coalesce(c.notified_on, (f.fact ->> 'on')::date) ELSE (f.fact ->> 'on')::date END,
         (f.fact ->> 'recordedOn')::date, NULL, (f.fact ->> 'endsOn')::date, 'decp', NULL, NULL, f.fact ->> 'note', NULL, NULL,
         coalesce(f.fact -> 'facts', '{}'), f.ordinal, NULL
  FROM contract c, jsonb_array_elements(c.open_facts) WITH ORDINALITY AS f (fact, ordinal)
  WHERE c.source = 'decp' OR f.fact ->> 'type' <> 'extend';
