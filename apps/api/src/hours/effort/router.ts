import { askDerogation, decideDerogation, listDerogations } from './derogations.ts';
import { answerDifficulty, listDifficulties, reportDifficulty } from './difficulties.ts';
import { listMeans, recordMeans } from './means.ts';

/** What companies do for their hours and what stands in the way; hours credited by derogation. */
export const effortProcedures = {
  reportDifficulty,
  answerDifficulty,
  listDifficulties,
  recordMeans,
  listMeans,
  askDerogation,
  decideDerogation,
  listDerogations,
};
