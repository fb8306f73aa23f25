-- How a structure ranks, version after version: the weights of the six criteria, and one CV in how many of a sending goes to
-- somebody who was put forward to nobody for thirty days. A team lead decides, says why, and nothing is rewritten; a
-- structure without a row ranks by the rules of the house (version 0).
CREATE TABLE ranking_rules (
  structure_id uuid NOT NULL REFERENCES organisation,
  version integer NOT NULL CHECK (version > 0),
  weights jsonb NOT NULL,
  forgotten_every integer NOT NULL CHECK (forgotten_every BETWEEN 2 AND 12),
  reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 500),
  decided_by uuid REFERENCES "user",
  decided_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (structure_id, version)
);
--> statement-breakpoint
-- Weights that an operator had written among the settings of a structure go on counting.
INSERT INTO ranking_rules (structure_id, version, weights, forgotten_every, reason)
SELECT id, 1, settings -> 'matchingWeights', 5, 'poids en vigueur avant que les décisions soient tenues ici'
FROM organisation WHERE kind = 'structure' AND jsonb_typeof(settings -> 'matchingWeights') = 'object';
--> statement-breakpoint
CREATE TRIGGER ranking_rules_append_only BEFORE UPDATE OR DELETE ON ranking_rules FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
ALTER TABLE ranking_rules ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE ranking_rules FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON ranking_rules TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON ranking_rules TO jonction_system;
--> statement-breakpoint
CREATE POLICY ranking_rules_select ON ranking_rules FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
-- The weights of everybody's ranking are the team lead's to decide.
CREATE POLICY ranking_rules_insert ON ranking_rules FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.has_role('lead')) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
-- What each open offer was ranked with last night, and the night before that.
CREATE TABLE night_ranking (
  offer_id uuid PRIMARY KEY REFERENCES offer ON DELETE CASCADE,
  structure_id uuid NOT NULL REFERENCES organisation,
  "on" date NOT NULL,
  -- NULL on an offer's first night: everybody would be new
  previous_on date CHECK (previous_on < "on"),
  -- up to where the log of changes was read, the weights of skills, the rules: the version of the bank
  bank_version text NOT NULL,
  skill_version text,
  rules_version integer NOT NULL,
  people integer NOT NULL,
  kept integer NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE INDEX night_ranking_structure ON night_ranking (structure_id, "on");
--> statement-breakpoint
-- The best of each offer last night, as many as its page can show. `first_on`: since when she has been there without a break.
CREATE TABLE night_match (
  offer_id uuid NOT NULL REFERENCES offer ON DELETE CASCADE,
  participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
  structure_id uuid NOT NULL REFERENCES organisation,
  place integer NOT NULL,
  score integer NOT NULL,
  first_on date NOT NULL,
  PRIMARY KEY (offer_id, participant_id)
);
--> statement-breakpoint
CREATE INDEX night_match_participant ON night_match (participant_id);
--> statement-breakpoint
CREATE INDEX night_match_new ON night_match (structure_id, first_on);
--> statement-breakpoint
ALTER TABLE night_ranking ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE night_ranking FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE night_match ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE night_match FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT ON night_ranking, night_match TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON night_ranking, night_match TO jonction_system;
--> statement-breakpoint
-- Written by the night alone.
CREATE POLICY night_ranking_select ON night_ranking FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY night_ranking_insert ON night_ranking FOR INSERT WITH CHECK ((SELECT app.is_system()));
--> statement-breakpoint
CREATE POLICY night_ranking_update ON night_ranking FOR UPDATE USING ((SELECT app.is_system()));
--> statement-breakpoint
CREATE POLICY night_ranking_delete ON night_ranking FOR DELETE USING ((SELECT app.is_system()));
--> statement-breakpoint
CREATE POLICY night_match_select ON night_match FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY night_match_insert ON night_match FOR INSERT WITH CHECK ((SELECT app.is_system()));
--> statement-breakpoint
CREATE POLICY night_match_update ON night_match FOR UPDATE USING ((SELECT app.is_system()));
--> statement-breakpoint
CREATE POLICY night_match_delete ON night_match FOR DELETE USING ((SELECT app.is_system()));
--> statement-breakpoint
-- A sending for an offer, and whether somebody forgotten was in it: how many its size asked for, how many were there, and
-- the reason given where it went on without.
CREATE TABLE proposal_round (
  push_id uuid PRIMARY KEY REFERENCES push ON DELETE CASCADE,
  structure_id uuid NOT NULL REFERENCES organisation,
  offer_id uuid NOT NULL REFERENCES offer ON DELETE CASCADE,
  size integer NOT NULL CHECK (size > 0),
  wanted integer NOT NULL,
  given integer NOT NULL,
  reason text CHECK (length(reason) BETWEEN 3 AND 500),
  rules_version integer NOT NULL,
  decided_by uuid REFERENCES "user",
  decided_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- rule of the house: a facilitator may go on, and says why
  CHECK (given >= wanted OR reason IS NOT NULL)
);
--> statement-breakpoint
CREATE INDEX proposal_round_structure ON proposal_round (structure_id, decided_at);
--> statement-breakpoint
CREATE INDEX proposal_round_offer ON proposal_round (offer_id);
--> statement-breakpoint
ALTER TABLE proposal_round ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE proposal_round FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON proposal_round TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON proposal_round TO jonction_system;
--> statement-breakpoint
CREATE POLICY proposal_round_select ON proposal_round FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY proposal_round_insert ON proposal_round FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
