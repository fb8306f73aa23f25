import { router } from '../trpc.ts';
import { answerAsked, answerFor, listAsked } from './campaign/answer.ts';
import { answerByLink, describeCensusLink, openCensusLink } from './campaign/by-link.ts';
import { listPromises } from './campaign/list-promises.ts';
import { openCampaign, previewCampaign } from './campaign/open.ts';
import { listCampaignRows, listCampaigns, showCampaign } from './campaign/show.ts';
import { closeCampaign, holdCampaign, remindAsk } from './campaign/steer.ts';
import { change } from './change.ts';
import { changeRows } from './change-rows.ts';
import { compareRows } from './compare-rows.ts';
import { dropView } from './drop-view.ts';
import { list } from './list.ts';
import { listChanges } from './list-changes.ts';
import { preview } from './preview.ts';
import { saveView } from './save-view.ts';
import { sayBought } from './say-bought.ts';
import { setColumns } from './set-columns.ts';
import { showSettings } from './show-settings.ts';
import { undo } from './undo.ts';

export const censusRouter = router({
  list,
  preview,
  change,
  undo,
  listChanges,
  compareRows,
  changeRows,
  showSettings,
  setColumns,
  saveView,
  dropView,
  ...{ previewCampaign, openCampaign, listCampaigns, showCampaign, listCampaignRows },
  ...{ holdCampaign, closeCampaign, remindAsk, answerFor, listPromises },
  ...{ listAsked, answerAsked, sayBought },
  ...{ describeLink: describeCensusLink, openLink: openCensusLink, answerByLink },
});
