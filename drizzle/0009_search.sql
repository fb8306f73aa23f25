-- The words by which people are found: a copy, in PostgreSQL and in the search engine, made again from the tables at any
-- time. Each copy has a generation: a new one is filled beside the old one, then becomes the one that answers, at once.
CREATE TABLE search_copy (
  engine text PRIMARY KEY CHECK (engine IN ('postgres', 'meilisearch')),
  -- the one that answers; NULL until the first is whole
  generation uuid,
  -- the one being filled: left there by a program that was killed, dropped by the next
  draft uuid,
  -- what the product puts into a copy changes with its versions and with the loaded titles
  shape text NOT NULL,
  -- every change of the transactions before this one is in the copy
  fed_xid xid8 NOT NULL,
  fed_at timestamptz NOT NULL DEFAULT now(),
  people integer NOT NULL DEFAULT 0,
  built_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
INSERT INTO search_copy (engine, shape, fed_xid) VALUES ('postgres', '', '0'), ('meilisearch', '', '0');
--> statement-breakpoint
DROP TABLE search_document;
--> statement-breakpoint
CREATE TABLE search_document (
  generation uuid NOT NULL,
  participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
  structure_id uuid NOT NULL REFERENCES organisation,
  -- without accents or case; A the name, B occupations and titles, C skills, D other words for her occupations
  terms tsvector NOT NULL,
  PRIMARY KEY (generation, participant_id)
);
--> statement-breakpoint
CREATE INDEX search_document_participant ON search_document (participant_id);
--> statement-breakpoint
CREATE INDEX search_document_terms ON search_document USING gin (terms);
--> statement-breakpoint
-- Each word that somebody of a structure has, once: what a misspelt word is compared with.
CREATE TABLE search_word (
  generation uuid NOT NULL,
  structure_id uuid NOT NULL REFERENCES organisation,
  word text NOT NULL,
  PRIMARY KEY (generation, structure_id, word)
);
--> statement-breakpoint
CREATE INDEX search_word_trigrams ON search_word USING gin (word gin_trgm_ops);
--> statement-breakpoint
CREATE FUNCTION app.learn_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO search_word (generation, structure_id, word)
    SELECT DISTINCT c.generation, c.structure_id, w.lexeme FROM learnt c, unnest(c.terms) w
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A name goes with the last who bore it: an erasure leaves no word behind.
CREATE FUNCTION app.forget_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM search_word s USING (
    SELECT DISTINCT c.generation, c.structure_id, w.lexeme FROM forgotten c, unnest(c.terms) w
  ) gone
  WHERE s.generation = gone.generation AND s.structure_id = gone.structure_id AND s.word = gone.lexeme
    AND NOT EXISTS (
      SELECT FROM search_document d WHERE d.generation = gone.generation AND d.structure_id = gone.structure_id
        AND d.terms @@ ('''' || gone.lexeme || '''')::tsquery);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER search_document_learnt AFTER INSERT ON search_document REFERENCING NEW TABLE AS learnt FOR EACH STATEMENT EXECUTE FUNCTION app.learn_words();
--> statement-breakpoint
CREATE TRIGGER search_document_forgotten AFTER DELETE ON search_document REFERENCING OLD TABLE AS forgotten FOR EACH STATEMENT EXECUTE FUNCTION app.forget_words();
--> statement-breakpoint
-- The change log also hears of CVs: their titles and jobs are among the words.
CREATE TRIGGER cv_added AFTER INSERT ON cv REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.log_people_of();
--> statement-breakpoint
CREATE TRIGGER cv_changed AFTER UPDATE ON cv REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.log_people_of();
--> statement-breakpoint
CREATE TRIGGER cv_removed AFTER DELETE ON cv REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.log_people_of();
--> statement-breakpoint
-- The copies read the changes of every structure.
CREATE INDEX bank_change_by_xid ON bank_change (xid);
--> statement-breakpoint
-- Behind a policy PostgreSQL uses an index with leakproof operators only, and those of texts are not. These two run as the
-- owner, whom the policies `to jonction_system` let through without a condition, and hold to the structure themselves.
CREATE FUNCTION app.search_people(structure uuid, wanted text, at_most integer)
RETURNS TABLE (participant_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT d.participant_id FROM search_document d
  WHERE d.terms @@ wanted::tsquery AND d.structure_id = structure
    AND d.generation = (SELECT c.generation FROM search_copy c WHERE c.engine = 'postgres')
    AND (app.is_system_session() OR (app.is_staff() AND structure = app.structure_id()))
  ORDER BY ts_rank(d.terms, wanted::tsquery) DESC, d.participant_id LIMIT at_most
$$;
--> statement-breakpoint
CREATE FUNCTION app.near_words(structure uuid, typed text[], at_most integer)
RETURNS TABLE (asked text, word text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
SET pg_trgm.similarity_threshold = 0.15 SET pg_trgm.word_similarity_threshold = 0.4 AS $$
  SELECT t.asked, n.word FROM unnest(typed) AS t (asked), LATERAL (
    SELECT s.word FROM search_word s
    WHERE (s.word % t.asked OR t.asked <% s.word) AND s.structure_id = structure
      AND s.generation = (SELECT c.generation FROM search_copy c WHERE c.engine = 'postgres')
      AND (app.is_system_session() OR (app.is_staff() AND structure = app.structure_id()))
    ORDER BY greatest(similarity(s.word, t.asked), word_similarity(t.asked, s.word)) DESC, s.word LIMIT at_most) n
$$;
--> statement-breakpoint
ALTER TABLE search_copy ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE search_copy FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE search_document ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE search_document FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE search_word ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE search_word FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT ON search_copy, search_document, search_word TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON search_copy, search_document, search_word TO jonction_system;
--> statement-breakpoint
CREATE POLICY search_copy_system ON search_copy TO jonction_system USING (true) WITH CHECK (true);
--> statement-breakpoint
-- Which copy answers: nothing about anybody, but nobody's business outside the team.
CREATE POLICY search_copy_select ON search_copy FOR SELECT TO jonction_app USING ((SELECT app.is_staff()));
--> statement-breakpoint
CREATE POLICY search_document_system ON search_document TO jonction_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY search_document_select ON search_document FOR SELECT TO jonction_app USING (
  (SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id())
);
--> statement-breakpoint
CREATE POLICY search_word_system ON search_word TO jonction_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY search_word_select ON search_word FOR SELECT TO jonction_app USING (
  (SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id())
);
