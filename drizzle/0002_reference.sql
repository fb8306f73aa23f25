-- Reference data: the product's own small table at first, the official ones once loaded.
CREATE TABLE rome_code (code text PRIMARY KEY CHECK (code ~ '^[A-N][0-9]{4}$'), label text NOT NULL, source text NOT NULL);
--> statement-breakpoint
CREATE TABLE rome_title (code text NOT NULL REFERENCES rome_code ON DELETE CASCADE, title text NOT NULL, PRIMARY KEY (code, title));
--> statement-breakpoint
CREATE TABLE rome_skill (item text PRIMARY KEY, label text NOT NULL);
--> statement-breakpoint
CREATE TABLE rome_code_skill (code text NOT NULL REFERENCES rome_code ON DELETE CASCADE, item text NOT NULL REFERENCES rome_skill ON DELETE CASCADE, PRIMARY KEY (code, item));
--> statement-breakpoint
-- close = mobilité proche (700 in the score), next = si évolution (400).
CREATE TABLE rome_mobility (code text NOT NULL, target text NOT NULL, kind text NOT NULL CHECK (kind IN ('close', 'next')), PRIMARY KEY (code, target, kind));
--> statement-breakpoint
-- ROME 4 codes and the v3 code they come from.
CREATE TABLE rome_v4_code (code text PRIMARY KEY, label text NOT NULL, parent text NOT NULL);
--> statement-breakpoint
CREATE TABLE commune (insee text NOT NULL, postal_code text NOT NULL, name text NOT NULL, latitude double precision, longitude double precision, PRIMARY KEY (insee, postal_code, name));
--> statement-breakpoint
CREATE INDEX commune_postal_code ON commune (postal_code);
--> statement-breakpoint
CREATE TABLE reference_load (name text PRIMARY KEY, version text NOT NULL, loaded_at timestamptz NOT NULL DEFAULT now(), counts jsonb NOT NULL);
