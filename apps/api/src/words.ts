import { cvFileWords } from '@jonction/documents/cv/words';
import { decpWords } from '@jonction/documents/decp/words';
import { sheetWords } from '@jonction/documents/sheet/words';
import { uploadWords } from '@jonction/documents/upload/words';
import { accessWords } from '@jonction/domain/access/words';
import { bankWords } from '@jonction/domain/bank/words';
import { campaignRefusalWords } from '@jonction/domain/census/campaign-words';
import { censusWords } from '@jonction/domain/census/words';
import { contactWords } from '@jonction/domain/contact/words';
import { consortiumWords } from '@jonction/domain/contract/consortium-words';
import { dueWords } from '@jonction/domain/contract/due-words';
import { contractRefusalWords } from '@jonction/domain/contract/refusal-words';
import { targetWords } from '@jonction/domain/contract/target-words';
import { contractWords } from '@jonction/domain/contract/words';
import { crisisWords } from '@jonction/domain/crisis/words';
import { cvWords } from '@jonction/domain/cv/words';
import { eligibilityWords } from '@jonction/domain/eligibility/words';
import { fileWords } from '@jonction/domain/file/words';
import { closingWords } from '@jonction/domain/hours/closing-words';
import { declareWords } from '@jonction/domain/hours/declare-words';
import { effortWords } from '@jonction/domain/hours/effort-words';
import { exchangeWords } from '@jonction/domain/hours/exchange-words';
import { policyWords } from '@jonction/domain/hours/policies/policy-words';
import { ruleWords } from '@jonction/domain/hours/rule-words';
import { hoursWords } from '@jonction/domain/hours/words';
import { legalWords } from '@jonction/domain/legal/words';
import { matchingWords } from '@jonction/domain/matching/words';
import { messageWords } from '@jonction/domain/message/words';
import { offerWords } from '@jonction/domain/offer/words';
import { organisationWords } from '@jonction/domain/organisation/words';
import { askedPaperWords } from '@jonction/domain/paper/words';
import { pageWords } from '@jonction/domain/participant/link-words';
import { projectWords } from '@jonction/domain/participant/project-words';
import { reachWords } from '@jonction/domain/participant/reach-words';
import { participantWords } from '@jonction/domain/participant/words';
import { penaltyWords } from '@jonction/domain/penalty/words';
import { placementWords } from '@jonction/domain/placement/words';
import { reasonWords } from '@jonction/domain/positioning/reason-words';
import { transferWords } from '@jonction/domain/positioning/transfer-words';
import { positioningWords } from '@jonction/domain/positioning/words';
import { programmeWords } from '@jonction/domain/programme/words';
import { prospectWords } from '@jonction/domain/prospect/words';
import { publishedWords } from '@jonction/domain/published/words';
import { referenceWords } from '@jonction/domain/reference/words';
import { activityWords } from '@jonction/domain/report/activity-words';
import { consolidationWords } from '@jonction/domain/report/consolidation-words';
import { documentWords } from '@jonction/domain/report/document-words';
import { listExportWords } from '@jonction/domain/report/export-words';
import { purchaseWords } from '@jonction/domain/report/purchase-words';
import { sharedWords } from '@jonction/domain/shared/shared-words';
import { joinWords } from '@jonction/domain/shared/words';
import { signatureWords } from '@jonction/domain/signature/words';

/** Every sentence the API can say, one catalogue per noun. */
export const words = joinWords(
  sharedWords,
  accessWords,
  referenceWords,
  participantWords,
  pageWords,
  projectWords,
  reachWords,
  organisationWords,
  prospectWords,
  eligibilityWords,
  crisisWords,
  cvWords,
  bankWords,
  contactWords,
  sheetWords,
  cvFileWords,
  censusWords,
  campaignRefusalWords,
  programmeWords,
  publishedWords,
  contractWords,
  contractRefusalWords,
  dueWords,
  consortiumWords,
  targetWords,
  messageWords,
  fileWords,
  offerWords,
  positioningWords,
  reasonWords,
  transferWords,
  legalWords,
  matchingWords,
  closingWords,
  declareWords,
  effortWords,
  exchangeWords,
  hoursWords,
  policyWords,
  ruleWords,
  placementWords,
  penaltyWords,
  askedPaperWords,
  activityWords,
  consolidationWords,
  purchaseWords,
  documentWords,
  listExportWords,
  signatureWords,
  uploadWords,
  decpWords,
);
