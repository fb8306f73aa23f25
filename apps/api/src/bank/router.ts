import { router } from '../trpc.ts';
import { deleteSearch } from './delete-search.ts';
import { listSearches } from './list-searches.ts';
import { markSeen } from './mark-seen.ts';
import { renameSearch } from './rename-search.ts';
import { saveSearch } from './save-search.ts';
import { setAlert } from './set-alert.ts';
import { showNews } from './show-news.ts';

export const bankRouter = router({
  saveSearch,
  listSearches,
  renameSearch,
  deleteSearch,
  setAlert,
  showNews,
  markSeen,
});
