import { sendCampaign } from '../census/campaign/send.ts';
import { tellShares } from '../contract/consortium/tell-shares.ts';
import { tellTransfer } from '../contract/consortium/tell-transfer.ts';
import { writeCrisisLetters } from '../crisis/letters.ts';
import { advanceRunJob } from '../hours/policy/advance-run.ts';
import { afterImport, applyImportJob } from '../participant/list-in/jobs.ts';
import { lookAtBank } from '../participant/look-for-duplicates.ts';
import { suspectDuplicates } from '../participant/suspect-duplicates.ts';
import { afterHire } from '../positioning/after-hire.ts';
import { afterOffer } from '../positioning/after-offer.ts';
import { indexParticipant } from '../search/index-participant.ts';
import { tellSignatureEnd } from '../signature/tell-end.ts';
import { erasePaper } from './erase-paper.ts';
import { judgeContract, judgeContracts, judgeElsewhere, judgePlacement } from './judge-hours.ts';
import { sendMessage } from './send-message.ts';
import type { EventJob, JobContext } from './start.ts';

export type Handler = (event: EventJob, context: JobContext) => Promise<void>;

/** What follows each event. An event without a row only wakes live screens. */
export const handlers: Readonly<Record<string, Handler | undefined>> = {
  'message.queued': sendMessage,
  'hours.judged': judgeElsewhere,
  'hours.run_wanted': advanceRunJob,
  'hours.paper_withdrawn': erasePaper,
  'contract.event_recorded': judgeContract,
  'contract.shares_set': tellShares,
  'contract.transfer_moved': tellTransfer,
  'census.changed': judgeContracts,
  'census.sending_wanted': sendCampaign,
  'crisis.letters_wanted': writeCrisisLetters,
  'participant.recorded': suspectDuplicates,
  'participant.look_wanted': lookAtBank,
  'placement.person_changed': judgePlacement,
  'participant.changed': indexParticipant,
  'positioning.hired': afterHire,
  'offer.changed': afterOffer,
  'signature.ended': tellSignatureEnd,
  'import.wanted': applyImportJob,
  'import.done': afterImport,
};
