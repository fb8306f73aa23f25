-- The register of contracts is shared; attachment to a structure, clauses and notes belong to the structure.
CREATE TYPE contract_status AS ENUM ('none','planned','study','no_clause','tender','unsuccessful','awarded','notified','active','stopped','suspended','clause_suspended','terminated','completed','settled','archived');
--> statement-breakpoint
CREATE TYPE contract_event_type AS ENUM ('plan','study','no_clause','tender','unsuccessful','award','notify','start','stop','suspend','suspend_clause','resume','extend','terminate','complete','settle','archive');
--> statement-breakpoint
CREATE SEQUENCE contract_number;
--> statement-breakpoint
CREATE TABLE contract (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  number bigint NOT NULL UNIQUE DEFAULT nextval('contract_number'),
  buyer_id uuid NOT NULL REFERENCES organisation,
  reference text NOT NULL CHECK (length(reference) BETWEEN 1 AND 120),
  kind text NOT NULL DEFAULT 'contract' CHECK (kind IN ('contract', 'concession')),
  nature text, object text NOT NULL, cpv text, procedure text, ccag text, group_kind text,
  techniques text[], modalities text[],
  place_code text, place_kind text, place_name text,
  -- overseas departments have three characters, Corsica two departments under one postal prefix
  department text GENERATED ALWAYS AS (CASE
    WHEN place_code ~ '^97|^98' AND place_kind IN ('Code postal', 'Code commune', 'Code canton', 'Code arrondissement') THEN left(place_code, 3)
    WHEN place_kind = 'Code postal' AND place_code ~ '^20[01]' THEN '2A'
    WHEN place_kind = 'Code postal' AND place_code ~ '^20[2-6]' THEN '2B'
    WHEN place_kind IN ('Code postal', 'Code commune', 'Code canton', 'Code arrondissement') THEN upper(left(place_code, 2))
    WHEN place_kind = 'Code département' THEN upper(place_code) END) STORED,
  duration_months integer CHECK (duration_months >= 0),
  notified_on date, published_on date, ends_on date,
  amount_cents bigint,
  -- NULL: the source says nothing (unknown); {}: it says there is none. Never the same thing.
  social_considerations text[], environmental_considerations text[],
  -- fold of the events as of the last change or nightly pass; screens that ask for another day fold again
  status contract_status NOT NULL DEFAULT 'none',
  status_since date, status_said_on date, status_said_by text,
  source text NOT NULL CHECK (source IN ('decp', 'facilitator', 'buyer', 'import')),
  -- what open data said last, canonical: how a second import knows that nothing changed
  open_data jsonb,
  -- The events that follow from open_data: notification, amendments that lengthen. They are no rows of contract_event:
  -- an event with an author is never rewritten, while open data is published again and again, in any order, and the
  -- register must end the same whatever the order of the files. They are a function of open_data and nothing else, written
  -- with it. Readers take both kinds from the view contract_fact.
  open_facts jsonb NOT NULL DEFAULT '[]',
  -- Columns of this row that somebody corrected by hand: what a person says of a contract wins over what is published again.
  -- What is published stays in open_data and is shown beside it; who said what and when is in contract_correction.
  said_fields text[] NOT NULL DEFAULT '{}',
  -- object, reference, lots, buyer and holders as people type them, kept by app.refresh_contract_words. Not a trigram index:
  -- behind row-level security PostgreSQL uses an index with leakproof operators only, which LIKE is not; reading tens of
  -- thousands of these takes some 40 ms.
  words text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  -- a contract is buyer + contract id (arrêté du 22 décembre 2022 on essential data)
  UNIQUE (buyer_id, reference)
);
--> statement-breakpoint
CREATE INDEX contract_status_ends ON contract (status, ends_on);
--> statement-breakpoint
-- The register holds tens of thousands of rows: each order and filter of its list has an index.
CREATE INDEX contract_notified ON contract (notified_on DESC NULLS LAST, id);
--> statement-breakpoint
CREATE INDEX contract_ends ON contract (ends_on NULLS LAST, id);
--> statement-breakpoint
CREATE INDEX contract_amount ON contract (amount_cents DESC NULLS LAST, id);
--> statement-breakpoint
-- a prefix is asked as a range: LIKE could not use it behind row-level security
CREATE INDEX contract_cpv ON contract (cpv COLLATE "C");
--> statement-breakpoint
CREATE INDEX contract_object ON contract (left(object, 80) COLLATE "fr-x-icu", id);
--> statement-breakpoint
CREATE INDEX contract_department ON contract (department);
--> statement-breakpoint
CREATE TABLE lot (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  contract_id uuid NOT NULL REFERENCES contract ON DELETE CASCADE,
  buyer_id uuid NOT NULL REFERENCES organisation,
  key text NOT NULL,
  number text,
  object text NOT NULL,
  amount_cents bigint,
  -- as in contract; `holders` for its companies
  said_fields text[] NOT NULL DEFAULT '{}',
  -- checked at the end of the statement: an import may give two lots each other's key
  UNIQUE (contract_id, key) DEFERRABLE INITIALLY IMMEDIATE
);
--> statement-breakpoint
CREATE TABLE lot_holder (
  lot_id uuid NOT NULL REFERENCES lot ON DELETE CASCADE,
  organisation_id uuid NOT NULL REFERENCES organisation,
  contract_id uuid NOT NULL REFERENCES contract ON DELETE CASCADE,
  buyer_id uuid NOT NULL REFERENCES organisation,
  lead boolean NOT NULL DEFAULT false,
  share_bps integer CHECK (share_bps BETWEEN 0 AND 10000),
  PRIMARY KEY (lot_id, organisation_id)
);
--> statement-breakpoint
CREATE INDEX lot_holder_organisation ON lot_holder (organisation_id);
--> statement-breakpoint
CREATE INDEX lot_holder_contract ON lot_holder (contract_id);
--> statement-breakpoint
-- What somebody typed, for LIKE: its own % and _ mean themselves.
CREATE FUNCTION app.like_literal(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
$$ SELECT regexp_replace(words, '([\\%_])', '\\\1', 'g') $$;
--> statement-breakpoint
CREATE FUNCTION app.refresh_contract_words(contracts uuid[]) RETURNS void LANGUAGE sql SET search_path = public AS $$
  UPDATE contract c SET words = w.words
  FROM (
    SELECT k.id, app.plain(concat_ws(' ', k.object, k.reference, b.name,
      (SELECT string_agg(DISTINCT o.name, ' ') FROM lot_holder h JOIN organisation o ON o.id = h.organisation_id WHERE h.contract_id = k.id),
      (SELECT string_agg(DISTINCT l.object, ' ') FROM lot l WHERE l.contract_id = k.id AND l.object <> k.object))) AS words
    FROM contract k JOIN organisation b ON b.id = k.buyer_id WHERE k.id = ANY (contracts)
  ) w
  WHERE c.id = w.id AND c.words IS DISTINCT FROM w.words
$$;
--> statement-breakpoint
-- A body that changes name is found under the new one.
CREATE FUNCTION app.rename_in_contracts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM app.refresh_contract_words(ARRAY(
    SELECT id FROM contract WHERE buyer_id = NEW.id UNION SELECT contract_id FROM lot_holder WHERE organisation_id = NEW.id));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER organisation_renamed AFTER UPDATE OF name ON organisation FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name)
  EXECUTE FUNCTION app.rename_in_contracts();
--> statement-breakpoint
CREATE TABLE contract_structure (
  contract_id uuid NOT NULL REFERENCES contract ON DELETE CASCADE,
  structure_id uuid NOT NULL REFERENCES organisation,
  facilitator_id uuid REFERENCES "user",
  attached_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (contract_id, structure_id)
);
--> statement-breakpoint
CREATE INDEX contract_structure_structure ON contract_structure (structure_id);
--> statement-breakpoint
CREATE TABLE contract_event (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  contract_id uuid NOT NULL REFERENCES contract ON DELETE CASCADE,
  buyer_id uuid NOT NULL REFERENCES organisation,
  lot_id uuid REFERENCES lot,
  type contract_event_type NOT NULL,
  "on" date NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  ends_on date,
  source text NOT NULL CHECK (source IN ('buyer_answer', 'holder', 'phone', 'mail', 'meeting', 'decp', 'import', 'facilitator')),
  said_by text,
  legal_basis text,
  -- read by the buyer, the holders and every attached structure; a structure's own notes are in contract_note
  note text,
  document_id uuid REFERENCES stored_file,
  author_id uuid REFERENCES "user",
  facts jsonb NOT NULL DEFAULT '{}'
);
--> statement-breakpoint
CREATE INDEX contract_event_contract ON contract_event (contract_id, "on");
--> statement-breakpoint
CREATE INDEX contract_event_document ON contract_event (document_id) WHERE document_id IS NOT NULL;
--> statement-breakpoint
-- Facts with an author are never rewritten: a mistake is answered by another event.
CREATE TRIGGER contract_event_append_only BEFORE UPDATE OR DELETE ON contract_event FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
-- What somebody corrected in what is written of a contract or of one of its lots: the object, an amount, a company. One row a
-- fact, never rewritten: another correction follows. `before` and `after` hold words and numbers as the screen shows them.
CREATE TABLE contract_correction (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  contract_id uuid NOT NULL REFERENCES contract ON DELETE CASCADE,
  buyer_id uuid NOT NULL REFERENCES organisation,
  lot_id uuid REFERENCES lot,
  field text NOT NULL CHECK (field IN ('object', 'cpv', 'place_code', 'place_name', 'amount_cents', 'notified_on', 'ends_on', 'holders')),
  before jsonb,
  after jsonb,
  source text NOT NULL CHECK (source IN ('buyer_answer', 'holder', 'phone', 'mail', 'meeting', 'facilitator')),
  said_by text,
  recorded_on date NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  author_id uuid REFERENCES "user"
);
--> statement-breakpoint
CREATE INDEX contract_correction_contract ON contract_correction (contract_id, id);
--> statement-breakpoint
CREATE TRIGGER contract_correction_append_only BEFORE UPDATE OR DELETE ON contract_correction FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
-- Everything that is known of the life of a contract: what people recorded, and what open data says. `ordinal` is the order
-- given, which parts events of the same day of effect and of knowledge: open data first, then as recorded. A day of
-- notification that somebody corrected takes the place of the one recorded or published.
CREATE VIEW contract_fact WITH (security_invoker = true) AS
  SELECT e.contract_id, e.id, NULL::text AS key, e.lot_id, e.type,
         CASE WHEN e.type = 'notify' AND e.lot_id IS NULL AND 'notified_on' = ANY (k.said_fields) THEN coalesce(k.notified_on, e."on") ELSE e."on" END AS "on",
         e.recorded_on, e.recorded_at, e.ends_on, e.source,
         e.said_by, e.legal_basis, e.note, e.document_id, e.author_id, e.facts,
         1000000 + row_number() OVER (PARTITION BY e.contract_id ORDER BY e.recorded_at, e.id) AS ordinal
  FROM contract_event e JOIN contract k ON k.id = e.contract_id
  UNION ALL
  SELECT c.id, NULL, f.fact ->> 'key', NULL, (f.fact ->> 'type')::contract_event_type,
         CASE WHEN f.fact ->> 'type' = 'notify' AND 'notified_on' = ANY (c.said_fields) THEN coalesce(c.notified_on, (f.fact ->> 'on')::date) ELSE (f.fact ->> 'on')::date END,
         (f.fact ->> 'recordedOn')::date, NULL, (f.fact ->> 'endsOn')::date, 'decp', NULL, NULL, f.fact ->> 'note', NULL, NULL,
         coalesce(f.fact -> 'facts', '{}'), f.ordinal
  FROM contract c, jsonb_array_elements(c.open_facts) WITH ORDINALITY AS f (fact, ordinal);
--> statement-breakpoint
-- What a structure writes for itself about a contract: neither the buyer, nor the holders, nor another structure reads it.
CREATE TABLE contract_note (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  contract_id uuid NOT NULL REFERENCES contract ON DELETE CASCADE,
  author_id uuid REFERENCES "user",
  body text NOT NULL CHECK (length(trim(body)) BETWEEN 1 AND 4000),
  created_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE INDEX contract_note_contract ON contract_note (contract_id, structure_id);
--> statement-breakpoint
CREATE TABLE clause (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  contract_id uuid NOT NULL REFERENCES contract,
  lot_id uuid NOT NULL REFERENCES lot,
  buyer_id uuid NOT NULL REFERENCES organisation,
  kind text NOT NULL DEFAULT 'execution' CHECK (kind IN ('execution', 'execution_and_criterion', 'criterion', 'reserved', 'insertion', 'training', 'voluntary')),
  -- inputs are kept with the result, so that the buyer can defend the number
  target_mode text NOT NULL CHECK (target_mode IN ('fixed', 'labour_share', 'percent_hours', 'per_tranche', 'pact_proprete', 'per_year', 'offered')),
  target_inputs jsonb NOT NULL,
  due_hours integer NOT NULL CHECK (due_hours >= 0),
  -- dated sets of accepted categories: [{id, title, source, validFrom, validTo, categories: [{code, freshMonths, ...}]}]
  categories jsonb NOT NULL,
  hour_basis text NOT NULL DEFAULT 'worked' CHECK (hour_basis IN ('worked', 'paid')),
  starts_on date, ends_on date,
  penalty jsonb,
  created_by uuid REFERENCES "user",
  created_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (lot_id, structure_id)
);
--> statement-breakpoint
CREATE INDEX clause_contract ON clause (contract_id);
--> statement-breakpoint
CREATE INDEX clause_structure ON clause (structure_id);
