-- An offer spread to the comité technique emploi, and an open offer that nobody speaks of any more.
-- The partners of a structure that its offers are spread to.
CREATE TABLE committee_member (
  structure_id uuid NOT NULL REFERENCES organisation,
  partner_id uuid NOT NULL REFERENCES organisation,
  added_by uuid REFERENCES "user",
  added_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (structure_id, partner_id)
);
--> statement-breakpoint
CREATE TABLE offer_broadcast (
  offer_id uuid NOT NULL REFERENCES offer ON DELETE CASCADE,
  partner_id uuid NOT NULL REFERENCES organisation,
  structure_id uuid NOT NULL REFERENCES organisation,
  note text CHECK (length(note) <= 1000),
  sent_by uuid REFERENCES "user",
  sent_at timestamptz NOT NULL DEFAULT now(),
  reminded_at timestamptz,
  -- `people`: the partner put somebody forward; `nobody`: it has nobody to propose
  answer text CHECK (answer IN ('people', 'nobody')),
  answer_note text CHECK (length(answer_note) <= 1000),
  answered_by uuid REFERENCES "user",
  answered_at timestamptz,
  CHECK ((answer IS NULL) = (answered_at IS NULL)),
  -- An offer is spread to a partner once; afterwards it is reminded.
  PRIMARY KEY (offer_id, partner_id)
);
--> statement-breakpoint
CREATE INDEX offer_broadcast_partner ON offer_broadcast (partner_id, structure_id);
--> statement-breakpoint
ALTER TABLE committee_member ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE committee_member FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE offer_broadcast ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE offer_broadcast FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON committee_member TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON offer_broadcast TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON committee_member, offer_broadcast TO jonction_system;
--> statement-breakpoint
CREATE POLICY committee_member_all ON committee_member USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY offer_broadcast_select ON offer_broadcast FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('partner')) AND structure_id = (SELECT app.structure_id()) AND partner_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY offer_broadcast_insert ON offer_broadcast FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id())
    AND EXISTS (SELECT 1 FROM offer o WHERE o.id = offer_broadcast.offer_id))
);
--> statement-breakpoint
CREATE POLICY offer_broadcast_update ON offer_broadcast FOR UPDATE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('partner')) AND structure_id = (SELECT app.structure_id()) AND partner_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY offer_broadcast_delete ON offer_broadcast FOR DELETE USING ((SELECT app.is_system()));
--> statement-breakpoint
-- What a partner reads of an offer that was spread to it: the position and the clause behind it; never the company nor whom to call.
CREATE FUNCTION app.broadcast_offers()
RETURNS TABLE (offer_id uuid, number bigint, title text, rome_code text, positions integer, weekly_hours_min smallint, weekly_hours_max smallint,
  employment_kind text, starts_on date, place_label text, licences text[], skills jsonb, months_asked integer, french_level smallint,
  schedule text, status offer_status, contract_object text, due_hours integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT o.id, o.number, o.title, o.rome_code, o.positions, o.weekly_hours_min, o.weekly_hours_max, o.employment_kind, o.starts_on,
    o.place_label, o.licences, o.skills, o.months_asked, o.french_level, o.schedule, o.status, c.object, k.due_hours::integer
  FROM offer_broadcast b JOIN offer o ON o.id = b.offer_id
    LEFT JOIN contract c ON c.id = o.contract_id LEFT JOIN clause k ON k.id = o.clause_id
  WHERE app.has_role('partner') AND b.partner_id = app.organisation_id() AND b.structure_id = app.structure_id()
$$;
--> statement-breakpoint
-- A partner puts one of its own people forward on an offer that was spread to it: a proposal, which the team reads before anybody
-- else. The company is read here, and never shown. Once per offer and person: the unique rule of positionings holds.
CREATE FUNCTION app.propose_on_broadcast(wanted uuid, person uuid) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE made uuid;
BEGIN
  IF NOT app.has_role('partner')
    OR NOT EXISTS (SELECT FROM offer_broadcast b WHERE b.offer_id = wanted AND b.partner_id = app.organisation_id() AND b.structure_id = app.structure_id())
    OR NOT EXISTS (SELECT FROM participant p WHERE p.id = person AND p.structure_id = app.structure_id() AND p.recommended_by_organisation_id = app.organisation_id()) THEN
    RAISE EXCEPTION 'broadcast: not this offer, or not this person' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO positioning (structure_id, participant_id, employer_id, offer_id, status, created_by)
    SELECT o.structure_id, person, o.employer_id, o.id, 'proposed', app.user_id() FROM offer o WHERE o.id = wanted AND o.status = 'open'
    ON CONFLICT DO NOTHING RETURNING id INTO made;
  IF made IS NOT NULL THEN
    INSERT INTO positioning_event (structure_id, positioning_id, to_status, actor_kind, user_id, organisation_id)
      VALUES (app.structure_id(), made, 'proposed', 'user', app.user_id(), app.organisation_id());
  END IF;
  RETURN made;
END $$;
--> statement-breakpoint
-- The day on which somebody last said that the offer is still open, and the day on which the silence put it aside.
ALTER TABLE offer ADD COLUMN still_open_at timestamptz, ADD COLUMN set_aside_on date;
