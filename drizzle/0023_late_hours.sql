-- Months that nobody declared: "no hours", said in one click; reminders with a link to declare without an account; and the quarters
-- that companies say complete.
CREATE TABLE hour_none (
  placement_id uuid NOT NULL REFERENCES placement,
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  structure_id uuid NOT NULL REFERENCES organisation,
  employer_id uuid NOT NULL REFERENCES organisation,
  said_by uuid REFERENCES "user",
  said_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (placement_id, month)
);
--> statement-breakpoint
CREATE INDEX hour_none_employer ON hour_none (employer_id, month);
--> statement-breakpoint
-- A letter about a month or a quarter that misses; its link declares the month. `rung` 0: somebody of the team wrote by hand.
CREATE TABLE hour_reminder (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  employer_id uuid NOT NULL REFERENCES organisation,
  kind text NOT NULL CHECK (kind IN ('month', 'quarter')),
  -- the first day of the month, or of the quarter
  period date NOT NULL CHECK (extract(day FROM period) = 1),
  rung smallint NOT NULL CHECK (rung BETWEEN 0 AND 3),
  address text NOT NULL CHECK (address = lower(address)),
  token_hash text NOT NULL UNIQUE,
  message_id uuid REFERENCES message,
  sent_by uuid REFERENCES "user",
  sent_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL CHECK (expires_at > sent_at),
  revoked_at timestamptz,
  opened_at timestamptz,
  used_at timestamptz
);
--> statement-breakpoint
-- Running the morning twice writes once.
CREATE UNIQUE INDEX hour_reminder_once ON hour_reminder (structure_id, employer_id, kind, period, rung) WHERE rung > 0;
--> statement-breakpoint
CREATE INDEX hour_reminder_address ON hour_reminder (address, sent_at DESC);
--> statement-breakpoint
-- A company says that a quarter is complete: who, when, and how many hours were declared then. Said once; said again after a correction.
CREATE TABLE hour_quarter_answer (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  structure_id uuid NOT NULL REFERENCES organisation,
  employer_id uuid NOT NULL REFERENCES organisation,
  quarter date NOT NULL CHECK (extract(day FROM quarter) = 1 AND extract(month FROM quarter) IN (1, 4, 7, 10)),
  centihours integer NOT NULL CHECK (centihours >= 0),
  said_by uuid REFERENCES "user",
  said_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
--> statement-breakpoint
CREATE INDEX hour_quarter_answer_employer ON hour_quarter_answer (structure_id, quarter, employer_id);
--> statement-breakpoint
CREATE TRIGGER hour_quarter_answer_append_only BEFORE UPDATE OR DELETE ON hour_quarter_answer FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
--> statement-breakpoint
ALTER TABLE hour_declaration DROP CONSTRAINT hour_declaration_source_check;
--> statement-breakpoint
ALTER TABLE hour_declaration ADD CONSTRAINT hour_declaration_source_check CHECK (source IN ('form', 'sheet', 'command', 'link'));
--> statement-breakpoint
-- The last time that an address was written to without its asking, by whichever team and about whatever.
CREATE OR REPLACE FUNCTION app.last_question(to_address text) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT greatest((SELECT max(created_at) FROM offer_link WHERE address = to_address),
                   (SELECT max(sent_at) FROM hour_reminder WHERE address = to_address)) $$;
--> statement-breakpoint
-- Found by the hash of its token before anybody is known. Says who writes and about which month: nobody at work is named.
CREATE FUNCTION app.find_hour_link(hash text)
RETURNS TABLE (id uuid, structure_id uuid, employer_id uuid, period date, kind text, structure_name text, structure_phone text, employer_name text, address text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT l.id, l.structure_id, l.employer_id, l.period, l.kind, s.name, s.phone, e.name, l.address
   FROM hour_reminder l JOIN organisation s ON s.id = l.structure_id JOIN organisation e ON e.id = l.employer_id
   WHERE l.token_hash = hash AND l.revoked_at IS NULL AND l.expires_at > now() $$;
--> statement-breakpoint
CREATE FUNCTION app.mark_hour_link(hash text, used boolean) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS
$$ UPDATE hour_reminder SET opened_at = coalesce(opened_at, clock_timestamp()), used_at = CASE WHEN used THEN clock_timestamp() ELSE used_at END
   WHERE token_hash = hash AND revoked_at IS NULL AND expires_at > now() $$;
--> statement-breakpoint
-- People at work in a month of whom nothing was said: neither hours, nor that there were none.
CREATE FUNCTION app.undeclared(first_month date, last_month date)
RETURNS TABLE (placement_id uuid, structure_id uuid, employer_id uuid, month date)
LANGUAGE sql STABLE AS $$
  SELECT p.id, p.structure_id, p.employer_id, m::date
  FROM generate_series(first_month::timestamp, last_month::timestamp, interval '1 month') m
  JOIN public.placement p ON p.starts_on <= (m + interval '1 month - 1 day')::date AND (p.ends_on IS NULL OR p.ends_on >= m::date)
  WHERE NOT EXISTS (SELECT 1 FROM public.hour_line l WHERE l.placement_id = p.id AND l.from_day BETWEEN m::date AND (m + interval '1 month - 1 day')::date
      AND NOT EXISTS (SELECT 1 FROM public.hour_line n WHERE n.replaces_id = l.id))
    AND NOT EXISTS (SELECT 1 FROM public.hour_none z WHERE z.placement_id = p.id AND z.month = m::date)
$$;
--> statement-breakpoint
ALTER TABLE hour_none ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_none FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_reminder ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_reminder FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_quarter_answer ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hour_quarter_answer FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON hour_none TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON hour_reminder, hour_quarter_answer TO jonction_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON hour_none, hour_reminder, hour_quarter_answer TO jonction_system;
--> statement-breakpoint
CREATE POLICY hour_none_select ON hour_none FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY hour_none_insert ON hour_none FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR (((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id())
      OR (SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()))
    AND EXISTS (SELECT 1 FROM placement p WHERE p.id = hour_none.placement_id AND p.employer_id = hour_none.employer_id AND p.structure_id = hour_none.structure_id))
);
--> statement-breakpoint
CREATE POLICY hour_none_delete ON hour_none FOR DELETE USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
-- A reminder holds an address and a token: the team's, and nobody else's to read.
CREATE POLICY hour_reminder_select ON hour_reminder FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
);
--> statement-breakpoint
CREATE POLICY hour_reminder_insert ON hour_reminder FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id())
    AND EXISTS (SELECT 1 FROM placement p WHERE p.employer_id = hour_reminder.employer_id AND p.structure_id = hour_reminder.structure_id))
);
--> statement-breakpoint
CREATE POLICY hour_reminder_update ON hour_reminder FOR UPDATE USING ((SELECT app.is_system()));
--> statement-breakpoint
CREATE POLICY hour_quarter_answer_select ON hour_quarter_answer FOR SELECT USING (
  (SELECT app.is_system())
  OR ((SELECT app.is_staff()) AND structure_id = (SELECT app.structure_id()))
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id()))
);
--> statement-breakpoint
CREATE POLICY hour_quarter_answer_insert ON hour_quarter_answer FOR INSERT WITH CHECK (
  (SELECT app.is_system())
  OR ((SELECT app.has_role('employer')) AND employer_id = (SELECT app.organisation_id())
    AND EXISTS (SELECT 1 FROM placement p WHERE p.employer_id = hour_quarter_answer.employer_id AND p.structure_id = hour_quarter_answer.structure_id))
);
