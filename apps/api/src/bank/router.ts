import { router } from '../trpc.ts';
import { addToShortlist } from './add-to-shortlist.ts';
import { addWord } from './add-word.ts';
import { createShortlist } from './create-shortlist.ts';
import { deleteSearch } from './delete-search.ts';
import { deleteShortlist } from './delete-shortlist.ts';
import { forgetQuery } from './forget-query.ts';
import { listPools } from './list-pools.ts';
import { listQueries } from './list-queries.ts';
import { listSearches } from './list-searches.ts';
import { listShortlists } from './list-shortlists.ts';
import { listWords } from './list-words.ts';
import { markSeen } from './mark-seen.ts';
import { noteInShortlist } from './note-in-shortlist.ts';
import { setOpenCap, showOpenCap } from './open-cap.ts';
import { pinPool } from './pin-pool.ts';
import { removeFromShortlist } from './remove-from-shortlist.ts';
import { removeWord } from './remove-word.ts';
import { renameSearch } from './rename-search.ts';
import { renameShortlist } from './rename-shortlist.ts';
import { saveSearch } from './save-search.ts';
import { setAlert } from './set-alert.ts';
import { showNews } from './show-news.ts';
import { showShortlist } from './show-shortlist.ts';

export const bankRouter = router({
  saveSearch,
  listSearches,
  renameSearch,
  deleteSearch,
  setAlert,
  showNews,
  markSeen,
  listPools,
  pinPool,
  createShortlist,
  listShortlists,
  showShortlist,
  addToShortlist,
  removeFromShortlist,
  noteInShortlist,
  renameShortlist,
  deleteShortlist,
  showOpenCap,
  setOpenCap,
  listQueries,
  forgetQuery,
  listWords,
  addWord,
  removeWord,
});
