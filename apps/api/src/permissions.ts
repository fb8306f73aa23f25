import { accessPermissions } from '@jonction/domain/access/permissions';
import { matchingPermissions } from '@jonction/domain/matching/permissions';
import { offerPermissions } from '@jonction/domain/offer/permissions';
import { positioningPermissions } from '@jonction/domain/positioning/permissions';

/** Who may call what: the rows of every noun. A procedure without a row does not start, a row without one fails a test. */
export const permissions = {
  ...accessPermissions,
  ...offerPermissions,
  ...positioningPermissions,
  ...matchingPermissions,
};
