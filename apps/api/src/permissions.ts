import { accessPermissions } from '@jonction/domain/access/permissions';

/** Who may call what: the rows of every noun. A procedure without a row does not start, a row without one fails a test. */
export const permissions = { ...accessPermissions };
