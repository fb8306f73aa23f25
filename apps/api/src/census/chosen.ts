import { attachedAmong, chosenContracts } from '@jonction/db/census/grid';
import type { Tx } from '@jonction/db/client';
import { mostChanged } from '@jonction/domain/census/change';
import { censusQuestionSchema } from '@jonction/domain/census/grid';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { Refuse } from '../refuse.ts';
import { structureOf } from '../speaker.ts';

/** Some rows, or all that the filters keep besides a few. */
export const whichSchema = z.union([
  z.object({ ids: z.array(z.uuid()).min(1).max(mostChanged) }),
  z.object({ question: censusQuestionSchema, except: z.array(z.uuid()).max(mostChanged).default([]) }),
]);
export type Which = z.infer<typeof whichSchema>;

/**
 * The chosen contracts of the team: one of another team, or of none, is left out. Refuses more than can be changed at once, and a
 * choice of nothing. One statement whatever their number.
 */
export async function chosenIds(ctx: Context & { tx: Tx }, which: Which): Promise<string[]> {
  const ids = await idsOf(ctx, which);
  if (ids.length === 0) throw new Refuse('census.nothing_chosen');
  if (ids.length > mostChanged) throw new Refuse('census.too_many', { most: mostChanged });
  return ids;
}

async function idsOf(ctx: Context & { tx: Tx }, which: Which): Promise<string[]> {
  const structureId = structureOf(ctx);
  if ('ids' in which) return attachedAmong(ctx.tx, structureId, which.ids);
  const except = new Set(which.except);
  const question = { ...which.question, structureId, today: ctx.today };
  const limit = mostChanged + except.size + 1;
  return (await chosenContracts(ctx.tx, question, limit)).filter((id) => !except.has(id));
}
