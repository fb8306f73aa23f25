/**
 * How a procedure is made. You probably only need `procedure('noun.verb')` from here:
 *
 *   export const close = procedure('offer.close')
 *     .input(closeOffer)                       // checked once, the form uses the same schema
 *     .mutation(async ({ ctx, input }) => {
 *       const offer = await findOffer(ctx.tx, input.offerId);
 *       const closed = settle(closeOffer(offer, ctx.today));   // a refusal leaves here as an error with its sentence
 *       ...
 *     });
 *
 * 1. the permission row of that name answers "may this role?"; a procedure without a row does not start
 * 2. one transaction is opened in the name of the actor: the database answers "is this row theirs?"
 * 3. whatever is thrown rolls the transaction back; `next()` does not throw, so it is done by hand
 */
import { isAllowed, type PermissionRow, type Permissions } from '@jonction/domain/access/permission';
import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import type { Context } from './context.ts';
import { permissions } from './permissions.ts';
import { describeError, Refuse } from './refuse.ts';

const t = initTRPC
  .context<Context>()
  .meta<{ name: string }>()
  .create({
    isDev: false,
    errorFormatter: ({ shape, error, ctx }) => ({
      ...shape,
      message: 'refused',
      data: { ...describeError(error, ctx?.locale ?? 'fr'), requestId: ctx?.requestId ?? null },
    }),
  });

export const router = t.router;
export const createCaller = t.createCallerFactory;

export type ProcedureName = keyof typeof permissions & string;

export function procedure(name: ProcedureName) {
  const row: PermissionRow | undefined = (permissions as Permissions)[name];
  if (!row) throw new Error(`${name} has no permission row`);
  return t.procedure
    .meta({ name })
    .use(async ({ ctx, next }) => {
      if (!isAllowed(row, ctx.actor)) {
        throw new Refuse(ctx.actor.kind === 'anonymous' ? 'access.sign_in_needed' : 'access.not_allowed');
      }
      return next();
    })
    .use(async ({ ctx, next }) => {
      return ctx.database.as(ctx.settings, async (tx) => {
        const result = await next({ ctx: { ...ctx, tx } });
        // `next()` answers {ok: false} instead of throwing: without this line a refused mutation would be committed.
        if (!result.ok) throw result.error;
        return result;
      });
    });
}

// French sentences for whatever a schema refuses; a schema may still name its own.
z.config(z.locales.fr());
