import type { Tx } from '@jonction/db/client';
import { rankInBase } from '@jonction/db/matching/rank-in-base';
import { defaultWeights } from '@jonction/domain/matching/criterion';
import type { ExclusionReason } from '@jonction/domain/matching/exclusion';
import type { Context } from '../context.ts';
import type { Question } from './prepare.ts';

export interface Counted {
  best: { id: string; score: number }[];
  total: number;
  excluded: Partial<Record<ExclusionReason, number>>;
}

/** The best of a bank for a question, how many are ranked, and how many each reason leaves out. */
export type Counter = (question: Question, limit: number) => Counted | Promise<Counted>;

/** The copy in memory, or the base itself while the copy is being read: both give the same answer. */
export async function counterOf(ctx: Context & { tx: Tx }, structureId: string): Promise<Counter> {
  const bank = await ctx.banks.ready(structureId);
  if (bank) return (question, limit) => bank.count(question, limit);
  return (question, limit) =>
    rankInBase(ctx.tx, { ...question, structureId, limit, weights: question.weights ?? defaultWeights });
}
