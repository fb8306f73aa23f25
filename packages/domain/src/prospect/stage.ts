import type { Day } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { type ProspectStage, prospectStages, type VisitWay } from './prospect.ts';

/** What happens with a company and moves its stage. */
export type ProspectHappening = VisitWay | 'need' | 'offer' | 'drop' | 'resume';

const reaches: Readonly<Record<Exclude<ProspectHappening, 'drop' | 'resume'>, ProspectStage>> = {
  mail: 'contacted',
  call: 'contacted',
  event: 'contacted',
  visit: 'visited',
  need: 'need_found',
  offer: 'partner',
};

/**
 * The stage after something happened (rule of the house). It never goes back by itself: a call to a partner leaves it a partner. A
 * company that was dropped comes back by any happening; dropping and resuming are a person's word.
 */
export function stageAfter(stage: ProspectStage, happening: ProspectHappening): ProspectStage {
  if (happening === 'drop') return 'dropped';
  const from = stage === 'dropped' ? 'to_visit' : stage;
  if (happening === 'resume') return from;
  const to = reaches[happening];
  return prospectStages.indexOf(to) > prospectStages.indexOf(from) ? to : from;
}

/** Refuses a visit dated after today: what is to come is the next action. */
export function mayLogVisit(on: Day, today: Day): Decision<Day, 'prospect.visit_in_future'> {
  return on > today ? refused('prospect.visit_in_future') : accepted(on);
}

/** Refuses to settle a need twice. */
export function maySettleNeed(need: {
  offerId: string | null;
  lostAt: Date | null;
}): Decision<true, 'prospect.need_settled'> {
  return need.offerId !== null || need.lostAt !== null ? refused('prospect.need_settled') : accepted(true);
}
