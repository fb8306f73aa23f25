import { openStatuses } from '@jonction/domain/positioning/lifecycle';
import { sql } from 'drizzle-orm';

/** The statuses of a positioning that still waits for something, for `status in (...)`: one list for every statement. */
export const open = sql.raw(openStatuses.map((status) => `'${status}'`).join(', '));
