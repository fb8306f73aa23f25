import { type Context, contextFor } from '@jonction/api/context';
import { appRouter } from '@jonction/api/router';
import { createCaller } from '@jonction/api/trpc';
import { openDatabase } from '@jonction/db/client';
import type { Role } from '@jonction/domain/access/role';
import type { Person } from './people.ts';
import type { Product } from './product.ts';

/** Calls procedures in the name of a person and says how many statements each took, those of the transaction apart. */
export function countStatements(product: Product, person: Person, role: Role = 'facilitator') {
  const statements: string[] = [];
  const database = openDatabase(product.base.appUrl, { max: 1, onQuery: (query) => statements.push(query) });
  const { userId, membershipId, organisationId, structureId } = person;
  const membership = { id: membershipId, role, organisationId, structureId, companyRole: null };
  const actor = {
    kind: 'user' as const,
    userId,
    sessionId: 'test',
    name: 'test',
    email: 'test@exemple.test',
    membership,
  };
  const context: Context = contextFor({ ...product.app.services, database }, actor, {
    locale: 'fr',
    requestId: 'test',
    ip: 'test',
  });
  const caller = createCaller(appRouter)(context);
  return {
    async count(work: (procedures: typeof caller) => Promise<unknown>): Promise<number> {
      statements.length = 0;
      await work(caller);
      return statements.filter((query) => !query.includes('set_config')).length;
    },
    close: () => database.close(),
  };
}
