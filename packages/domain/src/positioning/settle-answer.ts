import { accepted, type Decision } from '../shared/decision.ts';
import { type Answer, actOnPositioning, type PositioningActor, type PositioningStatus } from './lifecycle.ts';
import type { RefusalReason } from './reasons.ts';

/** A positioning as it stands when an answer arrives. `version` counts what others would have to know: an opening is not. */
export interface Standing {
  status: PositioningStatus;
  version: number;
  interviewAt: Date | null;
  refusalReason: RefusalReason | null;
  answerNote: string | null;
}

export interface GivenAnswer {
  answer: Answer;
  interviewAt: Date | null;
  reason: RefusalReason | null;
  note: string | null;
  /** The version that the page showed; null when it showed none. */
  version: number | null;
}

export type SettledAnswer =
  | { kind: 'unchanged'; status: PositioningStatus }
  | { kind: 'moved'; status: PositioningStatus }
  /** Given to a page that has since become old: not taken, and the status says where the positioning stands. */
  | { kind: 'overtaken'; status: PositioningStatus };

/**
 * What an answer does. The same answer again changes nothing and says so (a double press, a page sent twice after a cut);
 * another one, given to a page that has since become old, is overtaken. Otherwise the table of moves decides (rule of the house).
 */
export function settleAnswer(
  standing: Standing,
  given: GivenAnswer,
  by: PositioningActor,
): Decision<SettledAnswer, 'positioning.act_not_allowed' | 'positioning.withdrawn'> {
  const { status } = standing;
  if (isSame(standing, given)) return accepted({ kind: 'unchanged', status });
  if (status !== 'withdrawn' && given.version !== null && given.version !== standing.version) {
    return accepted({ kind: 'overtaken', status });
  }
  const moved = actOnPositioning(status, given.answer, by);
  return moved.ok ? accepted({ kind: 'moved', status: moved.value }) : moved;
}

/** A note left empty adds nothing to the one that was given. */
function isSame(standing: Standing, given: GivenAnswer): boolean {
  if (given.note !== null && given.note !== standing.answerNote) return false;
  switch (given.answer) {
    case 'hire':
      return standing.status === 'hired';
    case 'refuse':
      return standing.status === 'refused' && standing.refusalReason === given.reason;
    case 'meet':
      return (
        (standing.status === 'interview' || standing.status === 'meeting_set') &&
        standing.interviewAt !== null &&
        standing.interviewAt.getTime() === given.interviewAt?.getTime()
      );
  }
}
