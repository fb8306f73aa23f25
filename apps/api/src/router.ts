import { accessRouter } from './access/router.ts';
import { auditRouter } from './audit/router.ts';
import { bankRouter } from './bank/router.ts';
import { contactRouter } from './contact/router.ts';
import { contractRouter } from './contract/router.ts';
import { cvRouter } from './cv/router.ts';
import { eligibilityRouter } from './eligibility/router.ts';
import { hoursRouter } from './hours/router.ts';
import { matchingRouter } from './matching/router.ts';
import { messageRouter } from './message/router.ts';
import { offerRouter } from './offer/router.ts';
import { organisationRouter } from './organisation/router.ts';
import { participantRouter } from './participant/router.ts';
import { placementRouter } from './placement/router.ts';
import { positioningRouter } from './positioning/router.ts';
import { prospectRouter } from './prospect/router.ts';
import { referenceRouter } from './reference/router.ts';
import { reportRouter } from './report/router.ts';
import { router } from './trpc.ts';

/** Every procedure of the product: path = file = permission row = test. */
export const appRouter = router({
  access: accessRouter,
  reference: referenceRouter,
  participant: participantRouter,
  organisation: organisationRouter,
  prospect: prospectRouter,
  eligibility: eligibilityRouter,
  cv: cvRouter,
  bank: bankRouter,
  contact: contactRouter,
  contract: contractRouter,
  audit: auditRouter,
  message: messageRouter,
  offer: offerRouter,
  positioning: positioningRouter,
  matching: matchingRouter,
  placement: placementRouter,
  hours: hoursRouter,
  report: reportRouter,
});

export type AppRouter = typeof appRouter;
