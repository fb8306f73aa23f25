import { attachPaper, withdrawPaper } from './attach-paper.ts';
import { answerContest, closeContest, contest } from './contest.ts';
import { listContests } from './list-contests.ts';

/** Papers attached to hours, and hours contested. */
export const exchangeProcedures = {
  attachPaper,
  withdrawPaper,
  contest,
  answerContest,
  closeContest,
  listContests,
};
