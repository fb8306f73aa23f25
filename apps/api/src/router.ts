import { accessRouter } from './access/router.ts';
import { auditRouter } from './audit/router.ts';
import { bankRouter } from './bank/router.ts';
import { censusRouter } from './census/router.ts';
import { contactRouter } from './contact/router.ts';
import { contractRouter } from './contract/router.ts';
import { crisisRouter } from './crisis/router.ts';
import { cvRouter } from './cv/router.ts';
import { eligibilityRouter } from './eligibility/router.ts';
import { hoursRouter } from './hours/router.ts';
import { legalRouter } from './legal/router.ts';
import { matchingRouter } from './matching/router.ts';
import { messageRouter } from './message/router.ts';
import { offerRouter } from './offer/router.ts';
import { organisationRouter } from './organisation/router.ts';
import { paperRouter } from './paper/router.ts';
import { participantRouter } from './participant/router.ts';
import { penaltyRouter } from './penalty/router.ts';
import { placementRouter } from './placement/router.ts';
import { positioningRouter } from './positioning/router.ts';
import { programmeRouter } from './programme/router.ts';
import { prospectRouter } from './prospect/router.ts';
import { publishedRouter } from './published/router.ts';
import { referenceRouter } from './reference/router.ts';
import { reportRouter } from './report/router.ts';
import { signatureRouter } from './signature/router.ts';
import { router } from './trpc.ts';

/** Every procedure of the product: path = file = permission row = test. */
export const appRouter = router({
  access: accessRouter,
  reference: referenceRouter,
  participant: participantRouter,
  organisation: organisationRouter,
  programme: programmeRouter,
  published: publishedRouter,
  prospect: prospectRouter,
  eligibility: eligibilityRouter,
  cv: cvRouter,
  bank: bankRouter,
  contact: contactRouter,
  contract: contractRouter,
  census: censusRouter,
  audit: auditRouter,
  message: messageRouter,
  offer: offerRouter,
  positioning: positioningRouter,
  legal: legalRouter,
  matching: matchingRouter,
  placement: placementRouter,
  hours: hoursRouter,
  penalty: penaltyRouter,
  crisis: crisisRouter,
  paper: paperRouter,
  report: reportRouter,
  signature: signatureRouter,
});

export type AppRouter = typeof appRouter;
