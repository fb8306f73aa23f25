import { user } from '@jonction/db/access/tables';
import { locales } from '@jonction/domain/shared/locale';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { procedure } from '../trpc.ts';

/** The language of letters to this person; the screen has its own choice in a cookie. */
export const chooseLocale = procedure('access.chooseLocale')
  .input(z.object({ locale: z.enum(locales) }))
  .mutation(async ({ ctx, input }) => {
    if (ctx.actor.kind !== 'user') return;
    await ctx.tx.update(user).set({ locale: input.locale }).where(eq(user.id, ctx.actor.userId));
  });
