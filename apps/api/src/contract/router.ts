import { router } from '../trpc.ts';
import { addLot } from './add-lot.ts';
import { addNote } from './add-note.ts';
import { assignFacilitator } from './assign-facilitator.ts';
import { attach } from './attach.ts';
import { consortiumProcedures } from './consortium/router.ts';
import { correct } from './correct.ts';
import { correctLot } from './correct-lot.ts';
import { create } from './create.ts';
import { detach } from './detach.ts';
import { list } from './list.ts';
import { listBought } from './list-bought.ts';
import { listHeld } from './list-held.ts';
import { listInProcedures } from './list-in/router.ts';
import { logBought } from './log-bought.ts';
import { markAbsence } from './mark-absence.ts';
import { obligationProcedures } from './obligation/router.ts';
import { previewTarget } from './preview-target.ts';
import { recordEvent } from './record-event.ts';
import { searchBought } from './search-bought.ts';
import { searchClauses } from './search-clauses.ts';
import { show } from './show.ts';
import { showBought } from './show-bought.ts';
import { writeClause } from './write-clause.ts';

export const contractRouter = router({
  list,
  show,
  create,
  attach,
  detach,
  addLot,
  correct,
  correctLot,
  recordEvent,
  assignFacilitator,
  addNote,
  previewTarget,
  writeClause,
  markAbsence,
  searchClauses,
  listBought,
  showBought,
  searchBought,
  logBought,
  listHeld,
  ...listInProcedures,
  ...obligationProcedures,
  ...consortiumProcedures,
});
