-- The second wall starts here: who is speaking is a setting of the transaction, and every policy reads it
-- through the functions below. A setting never set, or set and rolled back, reads as NULL and opens nothing.
--
-- Two group roles, because logins differ from one installation to the next:
--   jonction_app     the API's login is a member: it owns nothing, row-level security applies to it
--   jonction_system  migrations, jobs and the operator's tool: policies let it through by name, so that no
--                    superuser and no BYPASSRLS is ever needed
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'jonction_app') THEN CREATE ROLE jonction_app NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
--> statement-breakpoint
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'jonction_system') THEN CREATE ROLE jonction_system NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
--> statement-breakpoint
DO $$ BEGIN EXECUTE format('GRANT jonction_system TO %I', current_user); END $$;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
CREATE SCHEMA app;
--> statement-breakpoint
GRANT USAGE ON SCHEMA app, public TO jonction_app;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
--> statement-breakpoint
CREATE FUNCTION app.setting(name text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.' || name, true), '') $$;
--> statement-breakpoint
CREATE FUNCTION app.actor_kind() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT app.setting('actor_kind') $$;
--> statement-breakpoint
CREATE FUNCTION app.role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT app.setting('role') $$;
--> statement-breakpoint
CREATE FUNCTION app.user_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT app.setting('user_id')::uuid $$;
--> statement-breakpoint
CREATE FUNCTION app.structure_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT app.setting('structure_id')::uuid $$;
--> statement-breakpoint
CREATE FUNCTION app.organisation_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT app.setting('organisation_id')::uuid $$;
--> statement-breakpoint
-- The push a company's link opens: a link actor sees the rows of that push and nothing else.
CREATE FUNCTION app.push_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT app.setting('push_id')::uuid $$;
--> statement-breakpoint
CREATE FUNCTION app.is_system() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT pg_has_role(current_user, 'jonction_system', 'MEMBER') $$;
--> statement-breakpoint
-- The clause team of a structure: facilitators and their team lead.
CREATE FUNCTION app.is_staff() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT app.actor_kind() = 'user' AND app.role() IN ('facilitator', 'lead') $$;
--> statement-breakpoint
CREATE FUNCTION app.has_role(wanted text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT app.actor_kind() = 'user' AND app.role() = wanted $$;
--> statement-breakpoint
-- Words as people type them: no accent, no case. IMMUTABLE so that indexes can use it; the dictionary is pinned.
CREATE FUNCTION app.plain(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
$$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, words)) $$;
--> statement-breakpoint
-- Append-only tables refuse UPDATE and DELETE for everybody, the owner included (hours ledger, audit, consent).
CREATE FUNCTION app.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'append_only: % takes no %', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
