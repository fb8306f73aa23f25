import { accessPermissions } from '@jonction/domain/access/permissions';
import { auditPermissions } from '@jonction/domain/audit/permissions';
import { bankPermissions } from '@jonction/domain/bank/permissions';
import { contactPermissions } from '@jonction/domain/contact/permissions';
import { contractPermissions } from '@jonction/domain/contract/permissions';
import { cvPermissions } from '@jonction/domain/cv/permissions';
import { eligibilityPermissions } from '@jonction/domain/eligibility/permissions';
import { hoursPermissions } from '@jonction/domain/hours/permissions';
import { matchingPermissions } from '@jonction/domain/matching/permissions';
import { messagePermissions } from '@jonction/domain/message/permissions';
import { offerPermissions } from '@jonction/domain/offer/permissions';
import { organisationPermissions } from '@jonction/domain/organisation/permissions';
import { participantPermissions } from '@jonction/domain/participant/permissions';
import { placementPermissions } from '@jonction/domain/placement/permissions';
import { positioningPermissions } from '@jonction/domain/positioning/permissions';
import { prospectPermissions } from '@jonction/domain/prospect/permissions';
import { referencePermissions } from '@jonction/domain/reference/permissions';
import { reportPermissions } from '@jonction/domain/report/permissions';

/** Who may call what: the rows of every noun. A procedure without a row does not start, a row without one fails a test. */
export const permissions = {
  ...accessPermissions,
  ...referencePermissions,
  ...participantPermissions,
  ...organisationPermissions,
  ...prospectPermissions,
  ...eligibilityPermissions,
  ...cvPermissions,
  ...bankPermissions,
  ...contactPermissions,
  ...contractPermissions,
  ...auditPermissions,
  ...messagePermissions,
  ...offerPermissions,
  ...positioningPermissions,
  ...matchingPermissions,
  ...placementPermissions,
  ...hoursPermissions,
  ...reportPermissions,
};
