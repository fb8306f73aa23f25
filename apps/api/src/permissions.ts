import { accessPermissions } from '@jonction/domain/access/permissions';
import { auditPermissions } from '@jonction/domain/audit/permissions';
import { bankPermissions } from '@jonction/domain/bank/permissions';
import { censusPermissions } from '@jonction/domain/census/permissions';
import { contactPermissions } from '@jonction/domain/contact/permissions';
import { contractPermissions } from '@jonction/domain/contract/permissions';
import { crisisPermissions } from '@jonction/domain/crisis/permissions';
import { cvPermissions } from '@jonction/domain/cv/permissions';
import { eligibilityPermissions } from '@jonction/domain/eligibility/permissions';
import { hoursPermissions } from '@jonction/domain/hours/permissions';
import { legalPermissions } from '@jonction/domain/legal/permissions';
import { matchingPermissions } from '@jonction/domain/matching/permissions';
import { messagePermissions } from '@jonction/domain/message/permissions';
import { offerPermissions } from '@jonction/domain/offer/permissions';
import { organisationPermissions } from '@jonction/domain/organisation/permissions';
import { paperPermissions } from '@jonction/domain/paper/permissions';
import { participantPermissions } from '@jonction/domain/participant/permissions';
import { penaltyPermissions } from '@jonction/domain/penalty/permissions';
import { placementPermissions } from '@jonction/domain/placement/permissions';
import { positioningPermissions } from '@jonction/domain/positioning/permissions';
import { programmePermissions } from '@jonction/domain/programme/permissions';
import { prospectPermissions } from '@jonction/domain/prospect/permissions';
import { publishedPermissions } from '@jonction/domain/published/permissions';
import { referencePermissions } from '@jonction/domain/reference/permissions';
import { reportPermissions } from '@jonction/domain/report/permissions';
import { signaturePermissions } from '@jonction/domain/signature/permissions';

/** Who may call what: the rows of every noun. A procedure without a row does not start, a row without one fails a test. */
export const permissions = {
  ...accessPermissions,
  ...referencePermissions,
  ...participantPermissions,
  ...organisationPermissions,
  ...prospectPermissions,
  ...eligibilityPermissions,
  ...crisisPermissions,
  ...cvPermissions,
  ...bankPermissions,
  ...contactPermissions,
  ...contractPermissions,
  ...censusPermissions,
  ...programmePermissions,
  ...publishedPermissions,
  ...auditPermissions,
  ...messagePermissions,
  ...offerPermissions,
  ...positioningPermissions,
  ...legalPermissions,
  ...matchingPermissions,
  ...placementPermissions,
  ...hoursPermissions,
  ...penaltyPermissions,
  ...paperPermissions,
  ...reportPermissions,
  ...signaturePermissions,
};
