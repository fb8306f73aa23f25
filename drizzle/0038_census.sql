-- One saying about many contracts at once: what the team chose, who said it, how many it fitted.
CREATE TABLE census_change (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  answer text NOT NULL CHECK (answer = 'no_change' OR answer = ANY (enum_range(NULL::contract_event_type)::text[])),
  on_day date NOT NULL,
  chosen integer NOT NULL CHECK (chosen > 0),
  kept integer NOT NULL CHECK (kept BETWEEN 0 AND chosen),
  source text NOT NULL CHECK (source IN ('buyer_answer', 'holder', 'phone', 'mail', 'meeting', 'facilitator')),
  said_by text,
  by_user uuid NOT NULL REFERENCES "user",
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
--> statement-breakpoint
CREATE INDEX census_change_structure ON census_change (structure_id, at DESC);
--> statement-breakpoint
CREATE TRIGGER census_change_append_only BEFORE UPDATE OR DELETE ON census_change FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
-- What was answered about each contract: an event of its life, or that nothing changed. Taken back, it was known until that day.
CREATE TABLE census_answer (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  change_id uuid NOT NULL REFERENCES census_change,
  structure_id uuid NOT NULL REFERENCES organisation,
  contract_id uuid NOT NULL REFERENCES contract,
  buyer_id uuid NOT NULL REFERENCES organisation,
  event_id uuid UNIQUE REFERENCES contract_event,
  source text NOT NULL,
  said_by text,
  recorded_on date NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  withdrawn_on date CHECK (withdrawn_on >= recorded_on),
  withdrawn_by uuid REFERENCES "user",
  CHECK ((withdrawn_on IS NULL) = (withdrawn_by IS NULL)),
  UNIQUE (change_id, contract_id)
);
--> statement-breakpoint
CREATE INDEX census_answer_contract ON census_answer (contract_id) WHERE event_id IS NULL;
--> statement-breakpoint
CREATE FUNCTION app.census_answer_only_taken_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.withdrawn_on IS NOT NULL
    OR to_jsonb(NEW) - 'withdrawn_on' - 'withdrawn_by' <> to_jsonb(OLD) - 'withdrawn_on' - 'withdrawn_by' THEN
    RAISE restrict_violation USING MESSAGE = 'an answer of the census is only ever taken back, once';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER census_answer_kept BEFORE UPDATE OR DELETE ON census_answer FOR EACH ROW EXECUTE FUNCTION app.census_answer_only_taken_back();
--> statement-breakpoint
ALTER TABLE census_change ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE census_change FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON census_change TO jonction_app;
--> statement-breakpoint
CREATE POLICY census_change_select ON census_change FOR SELECT USING (
  (SELECT app.is_system()) OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY census_change_insert ON census_change FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND by_user = (SELECT app.user_id()))
);
--> statement-breakpoint
ALTER TABLE census_answer ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE census_answer FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (withdrawn_on, withdrawn_by) ON census_answer TO jonction_app;
--> statement-breakpoint
-- Read by all who read the events of the contract: an event that was taken back counts for nobody.
CREATE POLICY census_answer_select ON census_answer FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND app.is_attached(contract_id))
  OR ((SELECT app.has_role('buyer')) AND buyer_id = (SELECT app.organisation_id()))
  OR contract_id = ANY ((SELECT app.held_contract_ids())::uuid[])
);
--> statement-breakpoint
CREATE POLICY census_answer_insert ON census_answer FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND app.is_attached(contract_id))
);
--> statement-breakpoint
CREATE POLICY census_answer_update ON census_answer FOR UPDATE USING (
  (SELECT app.is_system()) OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
) WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND withdrawn_by = (SELECT app.user_id()))
);
--> statement-breakpoint
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
  FROM contract c, jsonb_array_elements(c.open_facts) WITH ORDINALITY AS f (fact, ordinal);
