import { router } from '../trpc.ts';
import { answerRecommendation } from './answer-recommendation.ts';
import { applyImport } from './apply-import.ts';
import { create } from './create.ts';
import { dismissDuplicate } from './dismiss-duplicate.ts';
import { follow } from './follow.ts';
import { giveConsent } from './give-consent.ts';
import { list } from './list.ts';
import { listImports } from './list-imports.ts';
import { listMine } from './list-mine.ts';
import { listRecommendations } from './list-recommendations.ts';
import { mapImport } from './map-import.ts';
import { previewImport } from './preview-import.ts';
import { recommend } from './recommend.ts';
import { search } from './search.ts';
import { show } from './show.ts';
import { showImport } from './show-import.ts';
import { showMine } from './show-mine.ts';
import { stopImport } from './stop-import.ts';
import { update } from './update.ts';
import { withdrawConsent } from './withdraw-consent.ts';

export const participantRouter = router({
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
  giveConsent,
  withdrawConsent,
  dismissDuplicate,
  stopImport,
  showImport,
  previewImport,
  mapImport,
  listImports,
  applyImport,
});
