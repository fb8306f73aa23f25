-- The CV bank grows: several CVs a person, saved searches and their alerts, pools and shortlists, what was not found.
-- One CV an occupation: confirming another for the same one takes its place. What is confirmed for none is one as well.
CREATE UNIQUE INDEX cv_one_per_occupation ON cv (participant_id, rome_code) NULLS NOT DISTINCT WHERE status = 'confirmed';
--> statement-breakpoint
-- Only a CV that a person confirmed may be the one that goes out.
ALTER TABLE cv ADD CONSTRAINT cv_current_is_confirmed CHECK (NOT current OR status = 'confirmed');
--> statement-breakpoint
-- A search that somebody keeps: what it asks and the columns it shows, as the address of the list holds them.
CREATE TABLE saved_search (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  owner_id uuid NOT NULL REFERENCES "user" ON DELETE CASCADE,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  shared boolean NOT NULL DEFAULT false,
  filters jsonb NOT NULL,
  columns text[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
-- Somebody finds each of her searches by its name.
CREATE UNIQUE INDEX saved_search_name ON saved_search (structure_id, owner_id, lower(name));
--> statement-breakpoint
CREATE TABLE search_alert (
  search_id uuid NOT NULL REFERENCES saved_search ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES "user" ON DELETE CASCADE,
  structure_id uuid NOT NULL REFERENCES organisation,
  pace text NOT NULL CHECK (pace IN ('daily', 'at_once')),
  since timestamptz NOT NULL DEFAULT now(),
  run_at timestamptz,
  PRIMARY KEY (search_id, user_id)
);
--> statement-breakpoint
-- Whom an alert has already found: once each, so that a job that runs twice tells once.
CREATE TABLE search_find (
  search_id uuid NOT NULL,
  user_id uuid NOT NULL,
  participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
  structure_id uuid NOT NULL REFERENCES organisation,
  -- already there when the alert began
  known boolean NOT NULL DEFAULT false,
  found_at timestamptz NOT NULL DEFAULT now(),
  told_at timestamptz,
  read_at timestamptz,
  PRIMARY KEY (search_id, user_id, participant_id),
  FOREIGN KEY (search_id, user_id) REFERENCES search_alert ON DELETE CASCADE
);
--> statement-breakpoint
CREATE INDEX search_find_news ON search_find (user_id, search_id) WHERE NOT known AND read_at IS NULL;
--> statement-breakpoint
CREATE INDEX search_find_participant ON search_find (participant_id);
--> statement-breakpoint
ALTER TABLE saved_search ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE saved_search FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_search TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_search TO jonction_system;
--> statement-breakpoint
CREATE POLICY saved_search_select ON saved_search FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND (shared OR owner_id = (SELECT app.user_id())))
);
--> statement-breakpoint
CREATE POLICY saved_search_insert ON saved_search FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND owner_id = (SELECT app.user_id()))
);
--> statement-breakpoint
-- Her own; what is shared is also the team lead's to put in order.
CREATE POLICY saved_search_update ON saved_search FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id())
    AND (owner_id = (SELECT app.user_id()) OR (shared AND (SELECT app.has_role('lead')))))
);
--> statement-breakpoint
CREATE POLICY saved_search_delete ON saved_search FOR DELETE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id())
    AND (owner_id = (SELECT app.user_id()) OR (shared AND (SELECT app.has_role('lead')))))
);
--> statement-breakpoint
ALTER TABLE search_alert ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE search_alert FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON search_alert TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON search_alert TO jonction_system;
--> statement-breakpoint
-- An alert is somebody's own, on a search that she may open.
CREATE POLICY search_alert_all ON search_alert USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND user_id = (SELECT app.user_id())
    AND EXISTS (SELECT 1 FROM saved_search s WHERE s.id = search_alert.search_id AND s.structure_id = search_alert.structure_id))
);
--> statement-breakpoint
ALTER TABLE search_find ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE search_find FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON search_find TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON search_find TO jonction_system;
--> statement-breakpoint
CREATE POLICY search_find_all ON search_find USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()) AND user_id = (SELECT app.user_id())
    AND EXISTS (SELECT 1 FROM participant p WHERE p.id = search_find.participant_id AND p.structure_id = search_find.structure_id))
);
--> statement-breakpoint
-- Occupations that the team keeps people for, whatever its offers asked lately.
CREATE TABLE bank_pin (
  structure_id uuid NOT NULL REFERENCES organisation,
  rome_code text NOT NULL,
  pinned_by uuid REFERENCES "user",
  pinned_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (structure_id, rome_code)
);
--> statement-breakpoint
-- People kept together for some work, and kept once its offer is closed.
CREATE TABLE shortlist (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  offer_id uuid REFERENCES offer,
  created_by uuid REFERENCES "user",
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
-- A team finds each list by its name.
CREATE UNIQUE INDEX shortlist_name ON shortlist (structure_id, lower(name));
--> statement-breakpoint
CREATE TABLE shortlist_member (
  shortlist_id uuid NOT NULL REFERENCES shortlist ON DELETE CASCADE,
  participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
  structure_id uuid NOT NULL REFERENCES organisation,
  note text CHECK (length(note) <= 500),
  added_by uuid REFERENCES "user",
  added_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (shortlist_id, participant_id)
);
--> statement-breakpoint
CREATE INDEX shortlist_member_participant ON shortlist_member (participant_id);
--> statement-breakpoint
ALTER TABLE bank_pin ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE bank_pin FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON bank_pin TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON bank_pin TO jonction_system;
--> statement-breakpoint
CREATE POLICY bank_pin_all ON bank_pin USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE shortlist ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE shortlist FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON shortlist TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON shortlist TO jonction_system;
--> statement-breakpoint
CREATE POLICY shortlist_all ON shortlist USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
ALTER TABLE shortlist_member ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE shortlist_member FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON shortlist_member TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON shortlist_member TO jonction_system;
--> statement-breakpoint
-- Neither the list nor the person may be of another structure than the row.
CREATE POLICY shortlist_member_all ON shortlist_member USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id())
    AND EXISTS (SELECT 1 FROM shortlist s WHERE s.id = shortlist_member.shortlist_id AND s.structure_id = shortlist_member.structure_id)
    AND EXISTS (SELECT 1 FROM participant p WHERE p.id = shortlist_member.participant_id AND p.structure_id = shortlist_member.structure_id))
);
--> statement-breakpoint
-- A partner sees within five days that somebody has taken her recommendation up, before the answer itself.
ALTER TABLE recommendation ADD COLUMN reviewed_at timestamptz, ADD COLUMN reviewed_by uuid REFERENCES "user";
