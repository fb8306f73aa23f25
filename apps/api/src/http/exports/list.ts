import { staffRoles } from '@jonction/domain/access/role';
import { exportAskedSchema } from '@jonction/domain/report/export-schema';
import type { Context as HonoContext } from 'hono';
import { ZodError } from 'zod';
import { writeList } from '../../report/export/write-list.ts';
import { speaks } from '../../speaker.ts';
import { sentAs } from '../sent-as.ts';
import { type ContextOf, refusedIn } from './export-route.ts';

/** A list whole, in the columns chosen, as it comes. A question that its page could not ask reads as no such address. */
export function listExport(contextOf: ContextOf) {
  return async (c: HonoContext): Promise<Response> => {
    const ctx = await contextOf(c.req.raw);
    const asked = exportAskedSchema.safeParse(await c.req.json().catch(() => null));
    if (!speaks(ctx, staffRoles) || !asked.success) return c.notFound();
    try {
      const { body, list, format } = await writeList(ctx, asked.data);
      return c.body(body, 200, sentAs(`${fileNameOf(list)}-${ctx.today}.${format}`));
    } catch (error) {
      if (error instanceof ZodError) return c.notFound();
      return refusedIn(c, ctx, error);
    }
  };
}

/** `lignes-d-heures`: a name that every disk takes. */
function fileNameOf(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}
