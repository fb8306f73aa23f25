import { router } from '../trpc.ts';
import { answerRecommendation } from './answer-recommendation.ts';
import { applyImport } from './apply-import.ts';
import { compareDuplicates } from './compare-duplicates.ts';
import { create } from './create.ts';
import { dismissDuplicate } from './dismiss-duplicate.ts';
import { findAlias } from './find-alias.ts';
import { follow } from './follow.ts';
import { giveConsent } from './give-consent.ts';
import { list } from './list.ts';
import { listDuplicates } from './list-duplicates.ts';
import { listImports } from './list-imports.ts';
import { listMerges } from './list-merges.ts';
import { listMine } from './list-mine.ts';
import { listRecommendations } from './list-recommendations.ts';
import { lookForDuplicates } from './look-for-duplicates.ts';
import { mapImport } from './map-import.ts';
import { merge } from './merge.ts';
import { answerProposal } from './page/answer-proposal.ts';
import { correctOwn } from './page/correct-own.ts';
import { describePage } from './page/describe-page.ts';
import { makeLink } from './page/make-link.ts';
import { openPage } from './page/open-page.ts';
import { giveOwnConsent, withdrawOwnConsent } from './page/own-consent.ts';
import { proposeOffer } from './page/propose-offer.ts';
import { revokeLink } from './page/revoke-link.ts';
import { settleProposal, settleWord } from './page/settle.ts';
import { showLink } from './page/show-link.ts';
import { showPage } from './page/show-page.ts';
import { previewImport } from './preview-import.ts';
import { changeProject } from './project/change-project.ts';
import { makeProjectMain } from './project/make-project-main.ts';
import { settleProject } from './project/settle-project.ts';
import { stateProject } from './project/state-project.ts';
import { listErrands } from './reach/list-errands.ts';
import { setReach } from './reach/set-reach.ts';
import { settleErrands } from './reach/settle-errands.ts';
import { showLetter } from './reach/show-letter.ts';
import { showReach } from './reach/show-reach.ts';
import { removeThird, saveThird } from './reach/third.ts';
import { recommend } from './recommend.ts';
import { search } from './search.ts';
import { show } from './show.ts';
import { showImport } from './show-import.ts';
import { showMerge } from './show-merge.ts';
import { showMine } from './show-mine.ts';
import { showUseRate } from './show-use-rate.ts';
import { addSkills, removeSkill } from './skills-by-hand.ts';
import { stopImport } from './stop-import.ts';
import { takeUpRecommendation } from './take-up-recommendation.ts';
import { undoMerge } from './undo-merge.ts';
import { update } from './update.ts';
import { withdrawConsent } from './withdraw-consent.ts';

export const participantRouter = router({
  stateProject,
  changeProject,
  makeProjectMain,
  settleProject,
  addSkills,
  removeSkill,
  create,
  list,
  search,
  show,
  update,
  follow,
  recommend,
  listMine,
  showMine,
  listRecommendations,
  answerRecommendation,
  takeUpRecommendation,
  showUseRate,
  giveConsent,
  withdrawConsent,
  dismissDuplicate,
  listDuplicates,
  lookForDuplicates,
  compareDuplicates,
  merge,
  undoMerge,
  showMerge,
  listMerges,
  findAlias,
  stopImport,
  showImport,
  previewImport,
  mapImport,
  listImports,
  applyImport,
  showLink,
  makeLink,
  revokeLink,
  proposeOffer,
  settleProposal,
  settleWord,
  showReach,
  setReach,
  saveThird,
  removeThird,
  listErrands,
  settleErrands,
  showLetter,
  describePage,
  openPage,
  showPage,
  correctOwn,
  answerProposal,
  giveOwnConsent,
  withdrawOwnConsent,
});
