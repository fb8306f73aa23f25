import { router } from '../trpc.ts';
import { compare } from './compare.ts';
import { decide } from './decide.ts';
import { decideAmendments } from './decide-amendments.ts';
import { listAmendments } from './list-amendments.ts';
import { listFiles } from './list-files.ts';
import { setAside } from './set-aside.ts';
import { showPairs } from './show-pairs.ts';
import { undo } from './undo.ts';
import { undoAmendment } from './undo-amendment.ts';

export const publishedRouter = router({
  compare,
  showPairs,
  decide,
  setAside,
  undo,
  listAmendments,
  decideAmendments,
  undoAmendment,
  listFiles,
});
