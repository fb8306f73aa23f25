-- Two records of one person become one, by a person, and can be told apart again.
-- How much two records look like one person, beside why.
ALTER TABLE duplicate_suspicion ADD COLUMN score integer NOT NULL DEFAULT 0 CHECK (score BETWEEN 0 AND 100);
--> statement-breakpoint
UPDATE duplicate_suspicion SET why = replace(why, 'name_and_birth', 'name,birth'),
  score = least(100, (CASE WHEN why LIKE '%name_and_birth%' THEN 75 ELSE 0 END)
    + (CASE WHEN why LIKE '%phone%' THEN 20 ELSE 0 END) + (CASE WHEN why LIKE '%email%' THEN 20 ELSE 0 END));
--> statement-breakpoint
CREATE INDEX duplicate_suspicion_open ON duplicate_suspicion (structure_id, score DESC) WHERE dismissed_at IS NULL;
--> statement-breakpoint
-- The record that went: its whole row, where each of its rows went, and what was written on the one that stayed. While it is not
-- undone, the number and the address of the record that went lead to the one that stayed. A later merge moves `kept_id` on
-- (it follows like every row of a person); `kept_then` says where it stood.
CREATE TABLE participant_merge (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  kept_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
  kept_then uuid NOT NULL,
  gone_id uuid NOT NULL,
  gone_row jsonb NOT NULL,
  kept_before jsonb NOT NULL,
  kept_after jsonb NOT NULL,
  moved jsonb NOT NULL DEFAULT '[]',
  changed jsonb NOT NULL DEFAULT '[]',
  aside jsonb NOT NULL DEFAULT '[]',
  merged_by uuid REFERENCES "user",
  merged_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  merged_xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  undo_until date NOT NULL,
  undone_at timestamptz, undone_by uuid REFERENCES "user", undone_xid xid8,
  CHECK (kept_then <> gone_id)
);
--> statement-breakpoint
-- A record leads to one other at a time.
CREATE UNIQUE INDEX participant_merge_alias ON participant_merge (gone_id) WHERE undone_at IS NULL;
--> statement-breakpoint
CREATE INDEX participant_merge_kept ON participant_merge (kept_id);
--> statement-breakpoint
CREATE INDEX participant_merge_structure ON participant_merge (structure_id, merged_at DESC);
--> statement-breakpoint
ALTER TABLE participant_merge ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE participant_merge FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Written by the functions below alone: nobody makes a record lead to another by hand.
GRANT SELECT ON participant_merge TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON participant_merge TO jonction_system;
--> statement-breakpoint
CREATE POLICY participant_merge_select ON participant_merge FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY participant_merge_insert ON participant_merge FOR INSERT WITH CHECK ((SELECT app.is_system()));
--> statement-breakpoint
CREATE POLICY participant_merge_update ON participant_merge FOR UPDATE USING ((SELECT app.is_system()));
--> statement-breakpoint
CREATE POLICY participant_merge_delete ON participant_merge FOR DELETE USING ((SELECT app.is_system()));
--> statement-breakpoint
-- Whether a row that is never rewritten changes in one thing only: whose it is, within a merge or its undoing that this very
-- transaction makes. Hours and agreements follow the person; their contents stay what they were.
CREATE FUNCTION app.follows_merge(old_row jsonb, new_row jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT old_row ? 'participant_id' AND old_row - 'participant_id' = new_row - 'participant_id'
    AND EXISTS (
      SELECT FROM participant_merge m
      WHERE pg_current_xact_id_if_assigned() IN (m.merged_xid, m.undone_xid)
        AND (old_row ->> 'participant_id')::uuid IN (m.kept_id, m.gone_id)
        AND (new_row ->> 'participant_id')::uuid IN (m.kept_id, m.gone_id))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND app.follows_merge(to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'append_only: % takes no %', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
-- Every table that points to a person, found in the catalogue: a table made later follows without being named here. Copies that
-- jobs make again are not moved.
CREATE FUNCTION app.person_links()
RETURNS TABLE (tab regclass, col name, keys name[], referenced boolean) LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT c.conrelid::regclass, a.attname,
    ARRAY(SELECT k.attname FROM pg_constraint p JOIN pg_attribute k ON k.attrelid = p.conrelid AND k.attnum = ANY (p.conkey)
      WHERE p.conrelid = c.conrelid AND p.contype = 'p' ORDER BY k.attnum),
    EXISTS (SELECT FROM pg_constraint r WHERE r.contype = 'f' AND r.confrelid = c.conrelid)
  FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
  WHERE c.contype = 'f' AND c.confrelid = 'participant'::regclass AND c.conparentid = 0
    AND c.conrelid::regclass::text NOT IN ('search_document', 'night_match')
  ORDER BY c.conrelid::regclass::text, a.attname
$$;
--> statement-breakpoint
CREATE FUNCTION app.keys_of(line jsonb, keys name[]) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_object_agg(k, line -> k::text), '{}') FROM unnest(keys) AS k
$$;
--> statement-breakpoint
-- `tab` where its key is that of `line`, as a condition that an index serves.
CREATE FUNCTION app.where_key(tab regclass, keys name[]) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(format('t.%1$I = (jsonb_populate_record(NULL::%2$s, $1)).%1$I', k, tab), ' AND ') FROM unnest(keys) AS k
$$;
--> statement-breakpoint
-- The functions below run as the owner, whom forced row-level security holds as well: a table of people whose rows nobody may change
-- or take away lets the system do it, so that they can follow a person. Triggers still refuse what is never rewritten.
DO $$ DECLARE link record; BEGIN
  FOR link IN SELECT DISTINCT tab FROM app.person_links() UNION SELECT 'participant'::regclass LOOP
    IF NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = link.tab AND polcmd IN ('w', '*')) THEN
      EXECUTE format('CREATE POLICY %I ON %s FOR UPDATE USING ((SELECT app.is_system()))', link.tab::text || '_follow', link.tab);
    END IF;
    IF NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = link.tab AND polcmd IN ('d', '*')) THEN
      EXECUTE format('CREATE POLICY %I ON %s FOR DELETE USING ((SELECT app.is_system()))', link.tab::text || '_aside', link.tab);
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint
-- Makes two records one. `chosen`: columns of the record that stays; `wanted`: [{tab, key, set}], the few rows of either record that
-- the unique rules of the base would not let stand as they are. All rows of `gone` follow; a row that is there already is put
-- aside; the record that went is kept whole. Runs as the owner: it holds to the structure of whoever speaks.
CREATE FUNCTION app.merge_participants(kept uuid, gone uuid, chosen jsonb, wanted jsonb, until date)
RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  stays participant; goes participant; merge uuid := uuidv7(); link record; line record; item jsonb;
  was jsonb; now_is jsonb; list jsonb; count_of integer;
  moves jsonb := '[]'; changes jsonb := '[]'; asides jsonb := '[]'; before jsonb;
  allowed constant text[] := ARRAY['first_name','last_name','birth_date','phone','email','postal_code','city','latitude','longitude',
    'preferred_channel','safe_contact_only','status','available_from','radius_metres','french_level','weekly_hours_min',
    'weekly_hours_max','licences','opted_out','waiting_since','last_contact_on','diffusion_consent',
    'recommended_by_organisation_id','recommended_by_user_id','owner_id','next_action','next_action_on'];
  columns_text text;
BEGIN
  PERFORM FROM participant WHERE id IN (kept, gone) ORDER BY id FOR UPDATE;
  SELECT * INTO stays FROM participant WHERE id = kept;
  SELECT * INTO goes FROM participant WHERE id = gone;
  IF stays.id IS NULL OR goes.id IS NULL OR kept = gone OR stays.structure_id <> goes.structure_id
    OR NOT (app.is_system_session() OR (app.is_staff() AND stays.structure_id = app.structure_id())) THEN
    RAISE EXCEPTION 'merge: not two records of the structure that speaks' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT coalesce(jsonb_object_agg(key, value), '{}') INTO chosen FROM jsonb_each(chosen) WHERE key = ANY (allowed);
  SELECT coalesce(jsonb_object_agg(key, to_jsonb(stays) -> key), '{}') INTO before FROM jsonb_each(chosen);
  INSERT INTO participant_merge (id, structure_id, kept_id, kept_then, gone_id, gone_row, kept_before, kept_after, merged_by, undo_until)
    VALUES (merge, stays.structure_id, kept, kept, gone, to_jsonb(goes), before, chosen, app.user_id(), until);

  FOR item IN SELECT * FROM jsonb_array_elements(wanted) LOOP
    SELECT * INTO link FROM app.person_links() WHERE tab = (item ->> 'tab')::regclass AND col = 'participant_id';
    IF NOT (item ->> 'tab', (SELECT string_agg(key, ',' ORDER BY key) FROM jsonb_object_keys(item -> 'set') AS key))
      IN (('cv', 'current'), ('cv', 'current,status'), ('positioning', 'offer_id'), ('eligibility_code', 'proven_to'), ('participant_occupation', 'months')) THEN
      RAISE EXCEPTION 'merge: % is not to be changed', item;
    END IF;
    EXECUTE format('SELECT to_jsonb(t) FROM %s t WHERE t.participant_id IN ($2, $3) AND %s FOR UPDATE', link.tab, app.where_key(link.tab, link.keys))
      INTO was USING item -> 'key', kept, gone;
    IF was IS NULL THEN RAISE EXCEPTION 'merge: % is not there', item; END IF;
    SELECT string_agg(format('%1$I = (jsonb_populate_record(NULL::%2$s, $2)).%1$I', key, link.tab), ', ') INTO columns_text
      FROM jsonb_object_keys(item -> 'set') AS key;
    EXECUTE format('UPDATE %s t SET %s WHERE %s', link.tab, columns_text, app.where_key(link.tab, link.keys))
      USING item -> 'key', item -> 'set';
    SELECT jsonb_object_agg(key, was -> key) INTO now_is FROM jsonb_object_keys(item -> 'set') AS key;
    changes := changes || jsonb_build_object('tab', item ->> 'tab', 'key', app.keys_of(was, link.keys),
      'after_key', app.keys_of(was || jsonb_build_object('participant_id', kept), link.keys), 'before', now_is, 'after', item -> 'set');
  END LOOP;

  FOR link IN SELECT * FROM app.person_links() LOOP
    FOR line IN EXECUTE format('SELECT t.ctid AS at, to_jsonb(t) AS was FROM %s t WHERE t.%I = $1 FOR UPDATE', link.tab, link.col) USING gone LOOP
      BEGIN
        -- A suspicion about the two of them has nothing left to say.
        IF link.tab = 'duplicate_suspicion'::regclass AND kept::text IN (line.was ->> 'participant_id', line.was ->> 'other_id') THEN
          RAISE unique_violation;
        END IF;
        EXECUTE format('UPDATE %s t SET %I = $1 WHERE t.ctid = $2', link.tab, link.col) USING kept, line.at;
        GET DIAGNOSTICS count_of = ROW_COUNT;
        IF count_of <> 1 THEN RAISE EXCEPTION 'merge: a row of % did not follow', link.tab; END IF;
        moves := moves || jsonb_build_object('tab', link.tab::text, 'col', link.col,
          'key', app.keys_of(line.was || jsonb_build_object(link.col, kept), link.keys));
      EXCEPTION WHEN unique_violation THEN
        -- Only what nothing hangs on: otherwise the whole merge is refused and nothing is lost.
        IF link.referenced THEN RAISE; END IF;
        EXECUTE format('DELETE FROM %s t WHERE t.ctid = $1', link.tab) USING line.at;
        GET DIAGNOSTICS count_of = ROW_COUNT;
        IF count_of <> 1 THEN RAISE EXCEPTION 'merge: a row of % was not put aside', link.tab; END IF;
        asides := asides || jsonb_build_object('tab', link.tab::text, 'row', line.was);
      END;
    END LOOP;
  END LOOP;

  DELETE FROM participant WHERE id = gone;
  GET DIAGNOSTICS count_of = ROW_COUNT;
  IF count_of <> 1 THEN RAISE EXCEPTION 'merge: the other record is still there'; END IF;
  SELECT string_agg(format('%1$I = (jsonb_populate_record(NULL::participant, $2)).%1$I', key), ', ') INTO columns_text
    FROM jsonb_object_keys(chosen) AS key;
  EXECUTE format('UPDATE participant SET %s version = version + 1, updated_at = now() WHERE id = $1', coalesce(columns_text || ',', ''))
    USING kept, chosen;
  -- As the base now holds it, so that a later look compares like with like.
  SELECT coalesce(jsonb_object_agg(key, to_jsonb(p) -> key), '{}') INTO list FROM participant p, jsonb_object_keys(chosen) AS key WHERE p.id = kept;
  UPDATE participant_merge SET moved = moves, changed = changes, aside = asides, kept_after = list WHERE id = merge;
  RETURN merge;
END $$;
--> statement-breakpoint
-- What contradicts the undoing of a merge, row by row; nothing when it can be undone.
CREATE FUNCTION app.blocks_of_undo(merge uuid)
RETURNS TABLE (block text, tab text, key jsonb) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  m participant_merge; link record; other record; item jsonb; found_row jsonb; condition text;
BEGIN
  SELECT * INTO m FROM participant_merge WHERE id = merge
    AND (app.is_system_session() OR (app.is_staff() AND structure_id = app.structure_id()));
  IF m.id IS NULL THEN RETURN; END IF;
  IF m.kept_id <> m.kept_then THEN
    RETURN QUERY SELECT 'merged_since', 'participant', jsonb_build_object('id', m.kept_id);
    RETURN;
  END IF;
  RETURN QUERY SELECT 'field', 'participant', jsonb_build_object('column', k.key)
    FROM participant p, jsonb_each(m.kept_after) AS k
    WHERE p.id = m.kept_id AND k.value <> m.kept_before -> k.key AND to_jsonb(p) -> k.key <> k.value
      -- A later conversation is a later conversation, whoever she is; an agreement is looked at below.
      AND k.key NOT IN ('last_contact_on', 'diffusion_consent');
  RETURN QUERY SELECT 'consent', 'consent_event', jsonb_build_object('id', e.id)
    FROM consent_event e WHERE e.participant_id = m.kept_id AND e.recorded_at > m.merged_at;
  FOR item IN SELECT * FROM jsonb_array_elements(m.moved) LOOP
    SELECT * INTO link FROM app.person_links() l WHERE l.tab = (item ->> 'tab')::regclass AND l.col = item ->> 'col';
    EXECUTE format('SELECT to_jsonb(t) FROM %s t WHERE t.%I = $2 AND %s', link.tab, link.col, app.where_key(link.tab, link.keys))
      INTO found_row USING item -> 'key', m.kept_id;
    IF found_row IS NULL THEN RETURN QUERY SELECT 'removed', item ->> 'tab', item -> 'key'; END IF;
  END LOOP;
  FOR item IN SELECT * FROM jsonb_array_elements(m.changed) LOOP
    SELECT * INTO link FROM app.person_links() l WHERE l.tab = (item ->> 'tab')::regclass AND l.col = 'participant_id';
    EXECUTE format('SELECT to_jsonb(t) FROM %s t WHERE %s', link.tab, app.where_key(link.tab, link.keys))
      INTO found_row USING item -> 'after_key';
    IF found_row IS NULL OR NOT found_row @> (item -> 'after') THEN RETURN QUERY SELECT 'changed', item ->> 'tab', item -> 'key'; END IF;
  END LOOP;
  -- Rows that name one another must end on the same side: a placement made since on a positioning of the other record, and so on.
  FOR link IN SELECT * FROM app.person_links() l WHERE l.col = 'participant_id' LOOP
    FOR other IN
      SELECT f.confrelid::regclass AS tab, a.attname AS col FROM pg_constraint f
      JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = f.conkey[1]
      JOIN app.person_links() l ON l.tab = f.confrelid::regclass AND l.col = 'participant_id' AND l.keys = ARRAY['id'::name]
      WHERE f.contype = 'f' AND f.conrelid = link.tab
    LOOP
      RETURN QUERY EXECUTE format(
        'SELECT ''bound'', $1, x.k FROM (SELECT app.keys_of(to_jsonb(t), $2) AS k, to_jsonb(t.%1$I) AS names FROM %2$s t
          WHERE t.participant_id = $3 AND t.%1$I IS NOT NULL) x
         WHERE ($6 OR EXISTS (SELECT FROM jsonb_array_elements($4) i WHERE i ->> ''tab'' = $1 AND i -> ''key'' = x.k))
           AND EXISTS (SELECT FROM jsonb_array_elements($4) i WHERE i ->> ''tab'' = $1 AND i -> ''key'' = x.k)
            <> EXISTS (SELECT FROM jsonb_array_elements($4) i WHERE i ->> ''tab'' = $5 AND i -> ''key'' -> ''id'' = x.names)',
        other.col, link.tab) USING link.tab::text, link.keys, m.kept_id, m.moved, other.tab::text,
        -- What is written of a positioning goes where the positioning goes: `undo_merge` takes it along.
        link.tab::text NOT IN ('contact', 'cv_opening', 'disclosure');
    END LOOP;
  END LOOP;
END $$;
--> statement-breakpoint
-- Tells the two records apart again: each row goes back, as it now is; what the merge wrote is written back. Refuses what
-- `blocks_of_undo` names.
CREATE FUNCTION app.undo_merge(merge uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  m participant_merge; link record; item jsonb; columns_text text; names text; count_of integer;
BEGIN
  SELECT * INTO m FROM participant_merge WHERE id = merge FOR UPDATE;
  IF m.id IS NULL OR m.undone_at IS NOT NULL
    OR NOT (app.is_system_session() OR (app.is_staff() AND m.structure_id = app.structure_id())) THEN
    RAISE EXCEPTION 'merge: not to be undone here' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM FROM participant WHERE id = m.kept_id FOR UPDATE;
  IF EXISTS (SELECT FROM app.blocks_of_undo(merge)) THEN RAISE EXCEPTION 'merge: something contradicts' USING ERRCODE = 'restrict_violation'; END IF;
  UPDATE participant_merge SET undone_at = clock_timestamp(), undone_by = app.user_id(), undone_xid = pg_current_xact_id() WHERE id = merge;
  -- Columns that came since take their defaults.
  SELECT string_agg(format('%I', key), ', ') INTO names FROM jsonb_object_keys(m.gone_row) AS key;
  EXECUTE format('INSERT INTO participant (%1$s) SELECT %1$s FROM jsonb_populate_record(NULL::participant, $1)', names) USING m.gone_row;
  FOR item IN SELECT * FROM jsonb_array_elements(m.moved) LOOP
    SELECT * INTO link FROM app.person_links() l WHERE l.tab = (item ->> 'tab')::regclass AND l.col = item ->> 'col';
    EXECUTE format('UPDATE %s t SET %I = $2 WHERE %s', link.tab, link.col, app.where_key(link.tab, link.keys))
      USING item -> 'key', m.gone_id;
    GET DIAGNOSTICS count_of = ROW_COUNT;
    IF count_of <> 1 THEN RAISE EXCEPTION 'merge: a row of % did not go back', link.tab; END IF;
  END LOOP;
  FOR link IN SELECT * FROM (VALUES ('contact'), ('cv_opening'), ('disclosure')) AS v (tab) LOOP
    EXECUTE format('UPDATE %I t SET participant_id = $1 WHERE t.participant_id = $2
      AND EXISTS (SELECT FROM positioning p WHERE p.id = t.positioning_id AND p.participant_id = $1)', link.tab) USING m.gone_id, m.kept_id;
  END LOOP;
  FOR item IN SELECT * FROM jsonb_array_elements(m.aside) LOOP
    SELECT string_agg(format('%I', key), ', ') INTO names FROM jsonb_object_keys(item -> 'row') AS key;
    BEGIN
      EXECUTE format('INSERT INTO %1$s (%2$s) SELECT %2$s FROM jsonb_populate_record(NULL::%1$s, $1)', item ->> 'tab', names) USING item -> 'row';
    EXCEPTION WHEN foreign_key_violation OR unique_violation THEN
      -- A suspicion about somebody who is not there any more, or found anew since.
      IF item ->> 'tab' <> 'duplicate_suspicion' THEN RAISE; END IF;
    END;
  END LOOP;
  FOR item IN SELECT * FROM jsonb_array_elements(m.changed) LOOP
    SELECT * INTO link FROM app.person_links() l WHERE l.tab = (item ->> 'tab')::regclass AND l.col = 'participant_id';
    SELECT string_agg(format('%1$I = (jsonb_populate_record(NULL::%2$s, $2)).%1$I', key, link.tab), ', ') INTO columns_text
      FROM jsonb_object_keys(item -> 'before') AS key;
    EXECUTE format('UPDATE %s t SET %s WHERE %s', link.tab, columns_text, app.where_key(link.tab, link.keys))
      USING item -> 'key', item -> 'before';
  END LOOP;
  SELECT string_agg(format('%1$I = (jsonb_populate_record(NULL::participant, $2)).%1$I', k.key), ', ') INTO columns_text
    FROM participant p, jsonb_each(m.kept_after) AS k
    WHERE p.id = m.kept_id AND to_jsonb(p) -> k.key = k.value AND k.value <> m.kept_before -> k.key;
  EXECUTE format('UPDATE participant SET %s version = version + 1, updated_at = now() WHERE id = $1', coalesce(columns_text || ',', ''))
    USING m.kept_id, m.kept_before;
END $$;
--> statement-breakpoint
-- People in companies and partners, as a team knows them. A proof that somebody is still there, or no longer, is never rewritten (no policy lets it);
-- the row of the contact shows the last of them.
CREATE TABLE organisation_contact (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  organisation_id uuid NOT NULL REFERENCES organisation,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  function text CHECK (length(function) <= 120),
  email text CHECK (email = lower(email)),
  phone text,
  -- `team`: written by a facilitator; `company`: said by the company itself; `sending`: the addressee of a sending of CVs
  source text NOT NULL DEFAULT 'team' CHECK (source IN ('team', 'company', 'sending')),
  last_proof_at timestamptz,
  last_proof text CHECK (last_proof IN ('answer', 'opening', 'call')),
  lowered_at timestamptz,
  lowered_by text CHECK (lowered_by IN ('bounce', 'gone')),
  created_by uuid REFERENCES "user",
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((lowered_at IS NULL) = (lowered_by IS NULL)),
  -- somebody who can be reached
  CHECK (email IS NOT NULL OR phone IS NOT NULL)
);
--> statement-breakpoint
-- One address is one contact of an organisation.
CREATE UNIQUE INDEX organisation_contact_email ON organisation_contact (structure_id, organisation_id, email) WHERE email IS NOT NULL;
--> statement-breakpoint
CREATE INDEX organisation_contact_of ON organisation_contact (structure_id, organisation_id);
--> statement-breakpoint
CREATE TABLE organisation_contact_proof (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  contact_id uuid NOT NULL REFERENCES organisation_contact ON DELETE CASCADE,
  proof text NOT NULL CHECK (proof IN ('answer', 'opening', 'call', 'bounce', 'gone')),
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by uuid REFERENCES "user"
);
--> statement-breakpoint
CREATE INDEX organisation_contact_proof_contact ON organisation_contact_proof (contact_id, at DESC);
--> statement-breakpoint
CREATE FUNCTION app.follow_proof() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NEW.proof IN ('bounce', 'gone') THEN
    UPDATE organisation_contact SET lowered_at = NEW.at, lowered_by = NEW.proof, updated_at = now() WHERE id = NEW.contact_id;
  ELSE
    UPDATE organisation_contact SET last_proof_at = NEW.at, last_proof = NEW.proof, lowered_at = NULL, lowered_by = NULL, updated_at = now()
    WHERE id = NEW.contact_id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER organisation_contact_proof_follow AFTER INSERT ON organisation_contact_proof FOR EACH ROW EXECUTE FUNCTION app.follow_proof();
--> statement-breakpoint
-- Whoever is written to with CVs is a contact from then on.
CREATE FUNCTION app.contact_of_push() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO organisation_contact (structure_id, organisation_id, name, email, source)
    VALUES (NEW.structure_id, NEW.employer_id, left(coalesce(nullif(trim(NEW.recipient_name), ''), NEW.recipient_email), 200), lower(NEW.recipient_email), 'sending')
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER push_contact AFTER INSERT ON push FOR EACH ROW EXECUTE FUNCTION app.contact_of_push();
--> statement-breakpoint
-- An opening or an answer by the link of a sending proves its addressee.
CREATE FUNCTION app.prove_addressee(positioning uuid, proof text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  INSERT INTO organisation_contact_proof (structure_id, contact_id, proof)
  SELECT c.structure_id, c.id, prove_addressee.proof FROM positioning p JOIN push s ON s.id = p.push_id
    JOIN organisation_contact c ON c.structure_id = s.structure_id AND c.organisation_id = s.employer_id AND c.email = lower(s.recipient_email)
  WHERE p.id = prove_addressee.positioning
$$;
--> statement-breakpoint
CREATE FUNCTION app.prove_by_opening() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN PERFORM app.prove_addressee(NEW.positioning_id, 'opening'); RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER cv_opening_proves AFTER INSERT ON cv_opening FOR EACH ROW WHEN (NEW.actor_kind = 'link') EXECUTE FUNCTION app.prove_by_opening();
--> statement-breakpoint
CREATE FUNCTION app.prove_by_answer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN PERFORM app.prove_addressee(NEW.positioning_id, 'answer'); RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER positioning_event_proves AFTER INSERT ON positioning_event FOR EACH ROW
  WHEN (NEW.actor_kind = 'link' AND NEW.to_status IN ('interview', 'hired', 'refused')) EXECUTE FUNCTION app.prove_by_answer();
--> statement-breakpoint
-- A letter that a relay refuses for good lowers whoever has that address.
CREATE FUNCTION app.lower_by_bounce() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO organisation_contact_proof (structure_id, contact_id, proof)
    SELECT c.structure_id, c.id, 'bounce' FROM organisation_contact c
    WHERE c.structure_id = NEW.structure_id AND c.email = lower(NEW.to_address);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER message_failed_lowers AFTER UPDATE OF status ON message FOR EACH ROW
  WHEN (NEW.status = 'failed' AND OLD.status <> 'failed' AND NEW.channel = 'mail') EXECUTE FUNCTION app.lower_by_bounce();
--> statement-breakpoint
-- Whether the company of a link, or of an employer who is signed in, has fewer than two people that the team can count on. Says yes or
-- no, and names nobody.
CREATE FUNCTION app.needs_second_contact(today date) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT count(*) < 2 FROM organisation_contact c
  WHERE c.structure_id = app.structure_id()
    AND c.organisation_id = CASE WHEN app.actor_kind() = 'link' THEN (SELECT employer_id FROM push WHERE id = app.push_id()) ELSE app.organisation_id() END
    AND c.lowered_by IS NULL
    AND greatest((c.last_proof_at AT TIME ZONE 'Europe/Paris')::date, (c.created_at AT TIME ZONE 'Europe/Paris')::date) > today - 90
$$;
--> statement-breakpoint
ALTER TABLE organisation_contact ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE organisation_contact FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE organisation_contact_proof ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE organisation_contact_proof FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON organisation_contact TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON organisation_contact_proof TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON organisation_contact, organisation_contact_proof TO jonction_system;
--> statement-breakpoint
CREATE POLICY organisation_contact_select ON organisation_contact FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY organisation_contact_insert ON organisation_contact FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  -- A company names somebody of its own, and reads nobody.
  OR (structure_id = (SELECT app.structure_id()) AND source = 'company' AND (
    ((SELECT app.has_role('employer')) AND organisation_id = (SELECT app.organisation_id()))
    OR ((SELECT app.actor_kind()) = 'link' AND EXISTS (SELECT 1 FROM push p WHERE p.id = (SELECT app.push_id()) AND p.employer_id = organisation_contact.organisation_id))))
);
--> statement-breakpoint
CREATE POLICY organisation_contact_update ON organisation_contact FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY organisation_contact_delete ON organisation_contact FOR DELETE USING ((SELECT app.is_system()));
--> statement-breakpoint
CREATE POLICY organisation_contact_proof_select ON organisation_contact_proof FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY organisation_contact_proof_insert ON organisation_contact_proof FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id())
    AND EXISTS (SELECT 1 FROM organisation_contact c WHERE c.id = organisation_contact_proof.contact_id))
);
--> statement-breakpoint
CREATE POLICY organisation_contact_proof_delete ON organisation_contact_proof FOR DELETE USING ((SELECT app.is_system()));
--> statement-breakpoint
-- Prospecting: companies that a team goes to see, what was said, what they need.
CREATE TYPE prospect_stage AS ENUM ('to_visit', 'contacted', 'visited', 'need_found', 'partner', 'dropped');
--> statement-breakpoint
CREATE TABLE prospect (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  organisation_id uuid NOT NULL REFERENCES organisation,
  stage prospect_stage NOT NULL DEFAULT 'to_visit',
  why text CHECK (length(why) <= 1000),
  owner_id uuid REFERENCES "user",
  next_action text CHECK (length(next_action) <= 300),
  next_action_on date,
  created_by uuid REFERENCES "user",
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  -- an action has a day, so that it comes back by itself
  CHECK (next_action_on IS NULL OR next_action IS NOT NULL),
  -- A company is prospected once by a structure: its visits follow one another.
  UNIQUE (structure_id, organisation_id)
);
--> statement-breakpoint
CREATE INDEX prospect_due ON prospect (structure_id, next_action_on) WHERE next_action_on IS NOT NULL;
--> statement-breakpoint
CREATE TABLE prospect_visit (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  prospect_id uuid NOT NULL REFERENCES prospect ON DELETE CASCADE,
  way text NOT NULL CHECK (way IN ('visit', 'call', 'event', 'mail')),
  "on" date NOT NULL,
  met text CHECK (length(met) <= 200),
  note text CHECK (length(note) <= 2000),
  made_by uuid REFERENCES "user",
  created_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE INDEX prospect_visit_prospect ON prospect_visit (prospect_id, "on" DESC);
--> statement-breakpoint
CREATE TABLE prospect_need (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  prospect_id uuid NOT NULL REFERENCES prospect ON DELETE CASCADE,
  title text NOT NULL CHECK (length(title) BETWEEN 3 AND 200),
  rome_code text CHECK (rome_code ~ '^[A-N][0-9]{4}$'),
  positions integer NOT NULL DEFAULT 1 CHECK (positions BETWEEN 1 AND 500),
  starts_on date,
  note text CHECK (length(note) <= 2000),
  offer_id uuid REFERENCES offer,
  found_by uuid REFERENCES "user",
  found_at timestamptz NOT NULL DEFAULT now(),
  -- `lost`: the need went elsewhere
  lost_at timestamptz,
  CHECK (offer_id IS NULL OR lost_at IS NULL)
);
--> statement-breakpoint
CREATE INDEX prospect_need_prospect ON prospect_need (prospect_id);
--> statement-breakpoint
-- An offer comes from one need.
CREATE UNIQUE INDEX prospect_need_offer ON prospect_need (offer_id) WHERE offer_id IS NOT NULL;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON prospect, prospect_need TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON prospect_visit TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON prospect, prospect_visit, prospect_need TO jonction_system;
--> statement-breakpoint
ALTER TABLE prospect ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE prospect FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY prospect_all ON prospect USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE prospect_visit ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE prospect_visit FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY prospect_visit_all ON prospect_visit USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE prospect_need ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE prospect_need FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY prospect_need_all ON prospect_need USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
