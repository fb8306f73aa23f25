import type { Tx } from '@jonction/db/client';
import type { Role } from '@jonction/domain/access/role';
import { type Day, isDay } from '@jonction/domain/shared/day';
import type { Context as HonoContext } from 'hono';
import { type AuditFacts, recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { describeError, Refuse } from '../../refuse.ts';
import { speaks } from '../../speaker.ts';
import { sentAs } from '../sent-as.ts';

export type ContextOf = (request: Request) => Promise<Context>;

interface ExportOf<Asked> {
  who: readonly Role[];
  /** What the request asks for; null: nothing that there is. */
  asked(c: HonoContext): Asked | null | Promise<Asked | null>;
  /** The file, and what the audit keeps of it: both in one transaction of the speaker. */
  write(ctx: Context & { tx: Tx }, asked: Asked): Promise<{ file: Buffer; audit: AuditFacts }>;
  name(asked: Asked, ctx: Context): string;
}

/**
 * A page as a spreadsheet: a role that may not, or a question without sense, reads as no such address; a refusal is said in a
 * sentence; the reading is logged with the file or neither is.
 */
export function exportRoute<Asked>({ who, asked: read, write, name }: ExportOf<Asked>) {
  return (contextOf: ContextOf) =>
    async (c: HonoContext): Promise<Response> => {
      const ctx = await contextOf(c.req.raw);
      const asked = speaks(ctx, who) ? await read(c) : null;
      if (asked === null) return c.notFound();
      try {
        const file = await ctx.database.as(ctx.settings, async (tx) => {
          const made = await write({ ...ctx, tx }, asked);
          await recordAudit({ ...ctx, tx }, made.audit);
          return made.file;
        });
        return c.body(new Uint8Array(file), 200, sentAs(name(asked, ctx)));
      } catch (error) {
        return refusedIn(c, ctx, error);
      }
    };
}

/** A refusal in a sentence; whatever else was thrown goes on. */
export function refusedIn(c: HonoContext, { locale }: Context, error: unknown): Response {
  if (!(error instanceof Refuse)) throw error;
  return c.json(describeError(error, locale), error.code === 'NOT_FOUND' ? 404 : 422);
}

export function monthOf(given: string | undefined): string | undefined {
  return given !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(given) ? given : undefined;
}

export function dayOf(given: string | undefined): Day | null {
  return given !== undefined && isDay(given) ? given : null;
}
