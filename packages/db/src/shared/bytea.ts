import { customType } from 'drizzle-orm/pg-core';

/** Bytes: what is sealed, and hashes. */
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });
