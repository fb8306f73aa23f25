import { refuseTransfer, signTransfer, withdrawTransfer } from './answer-transfer.ts';
import { endGroup, resumeGroup } from './end-group.ts';
import { proposeTransfer } from './propose-transfer.ts';
import { recordTransfer } from './record-transfer.ts';
import { setShares } from './set-shares.ts';
import { showGroup } from './show-group.ts';
import { showOwnPart } from './show-own-part.ts';

/** Co-contractors who share the obligation of a clause, and the hours that they transfer. */
export const consortiumProcedures = {
  setShares,
  endGroup,
  resumeGroup,
  showGroup,
  showOwnPart,
  proposeTransfer,
  signTransfer,
  refuseTransfer,
  withdrawTransfer,
  recordTransfer,
};
