import { publishDraft } from './publish.ts';
import { replayRun, resumeRun, stopRun } from './run-control.ts';
import { discardDraft, saveDraft } from './save-draft.ts';
import { showDraft } from './show-draft.ts';
import { listRunLines, showRun } from './show-run.ts';
import { simulatePolicy } from './simulate.ts';
import { startDraft } from './start-draft.ts';

/** Writing a policy, trying it on the whole base, publishing it. */
export const policyProcedures = {
  startDraft,
  saveDraft,
  showDraft,
  discardDraft,
  simulatePolicy,
  publishDraft,
  showRun,
  listRunLines,
  stopRun,
  resumeRun,
  replayRun,
};
