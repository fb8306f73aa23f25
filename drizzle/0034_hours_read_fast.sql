-- Who asks is looked at once, not for each hour of a year that is judged again.
CREATE OR REPLACE FUNCTION app.hours_elsewhere(placements uuid[], known_at timestamptz)
RETURNS TABLE (placement_id uuid, clause_id uuid, from_day date, to_day date, kind hour_kind, centihours integer, received_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT p.id, l.clause_id, l.from_day, l.to_day, l.kind, l.centihours, l.received_on
  FROM placement p
    JOIN hour_line l ON l.participant_id = p.participant_id AND l.structure_id = p.structure_id AND l.clause_id <> p.clause_id
  WHERE p.id = ANY (placements)
    AND (known_at IS NULL OR l.recorded_at <= known_at)
    AND NOT EXISTS (SELECT 1 FROM hour_line n WHERE n.replaces_id = l.id AND (known_at IS NULL OR n.recorded_at <= known_at))
    AND ((SELECT app.is_system_session())
      OR (known_at IS NULL AND (((SELECT app.is_staff()) AND p.structure_id = (SELECT app.structure_id()))
        OR ((SELECT app.has_role('employer')) AND p.employer_id = (SELECT app.organisation_id())))))
$$;
--> statement-breakpoint
-- Names of rules are read between tabs.
ALTER TABLE hour_policy ADD CONSTRAINT hour_policy_plain_names CHECK (policy !~ '[[:cntrl:]]' AND rules::text !~ '\\u00[01]|\\[tnr]');
