import { cvFileWords } from '@jonction/documents/cv/words';
import { decpWords } from '@jonction/documents/decp/words';
import { sheetWords } from '@jonction/documents/sheet/words';
import { uploadWords } from '@jonction/documents/upload/words';
import { accessWords } from '@jonction/domain/access/words';
import { bankWords } from '@jonction/domain/bank/words';
import { contactWords } from '@jonction/domain/contact/words';
import { contractRefusalWords } from '@jonction/domain/contract/refusal-words';
import { targetWords } from '@jonction/domain/contract/target-words';
import { contractWords } from '@jonction/domain/contract/words';
import { cvWords } from '@jonction/domain/cv/words';
import { eligibilityWords } from '@jonction/domain/eligibility/words';
import { fileWords } from '@jonction/domain/file/words';
import { declareWords } from '@jonction/domain/hours/declare-words';
import { policyWords } from '@jonction/domain/hours/policies/policy-words';
import { ruleWords } from '@jonction/domain/hours/rule-words';
import { hoursWords } from '@jonction/domain/hours/words';
import { matchingWords } from '@jonction/domain/matching/words';
import { messageWords } from '@jonction/domain/message/words';
import { offerWords } from '@jonction/domain/offer/words';
import { organisationWords } from '@jonction/domain/organisation/words';
import { pageWords } from '@jonction/domain/participant/link-words';
import { reachWords } from '@jonction/domain/participant/reach-words';
import { participantWords } from '@jonction/domain/participant/words';
import { penaltyWords } from '@jonction/domain/penalty/words';
import { placementWords } from '@jonction/domain/placement/words';
import { reasonWords } from '@jonction/domain/positioning/reason-words';
import { transferWords } from '@jonction/domain/positioning/transfer-words';
import { positioningWords } from '@jonction/domain/positioning/words';
import { prospectWords } from '@jonction/domain/prospect/words';
import { referenceWords } from '@jonction/domain/reference/words';
import { sharedWords } from '@jonction/domain/shared/shared-words';
import { joinWords } from '@jonction/domain/shared/words';

/** Every sentence the API can say, one catalogue per noun. */
export const words = joinWords(
  sharedWords,
  accessWords,
  referenceWords,
  participantWords,
  pageWords,
  reachWords,
  organisationWords,
  prospectWords,
  eligibilityWords,
  cvWords,
  bankWords,
  contactWords,
  sheetWords,
  cvFileWords,
  contractWords,
  contractRefusalWords,
  targetWords,
  messageWords,
  fileWords,
  offerWords,
  positioningWords,
  reasonWords,
  transferWords,
  matchingWords,
  declareWords,
  hoursWords,
  policyWords,
  ruleWords,
  placementWords,
  penaltyWords,
  uploadWords,
  decpWords,
);
