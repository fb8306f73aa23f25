-- What the same people were declared elsewhere, of many hires in one reading: a function called for each hire was half of
-- the time of judging a year again. `known_at`: of what was recorded by an instant, for trials of policies.
DROP FUNCTION app.hours_elsewhere(uuid);
--> statement-breakpoint
DROP FUNCTION app.hours_elsewhere_at(uuid, timestamptz);
--> statement-breakpoint
CREATE FUNCTION app.hours_elsewhere(placements uuid[], known_at timestamptz)
RETURNS TABLE (placement_id uuid, clause_id uuid, from_day date, to_day date, kind hour_kind, centihours integer, received_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT p.id, l.clause_id, l.from_day, l.to_day, l.kind, l.centihours, l.received_on
  FROM placement p
    JOIN hour_line l ON l.participant_id = p.participant_id AND l.structure_id = p.structure_id AND l.clause_id <> p.clause_id
  WHERE p.id = ANY (placements)
    AND (known_at IS NULL OR l.recorded_at <= known_at)
    AND NOT EXISTS (SELECT 1 FROM hour_line n WHERE n.replaces_id = l.id AND (known_at IS NULL OR n.recorded_at <= known_at))
    AND (app.is_system_session() OR (known_at IS NULL AND ((app.is_staff() AND p.structure_id = app.structure_id())
      OR (app.has_role('employer') AND p.employer_id = app.organisation_id()))))
$$;
