import { insertWord, listOwnWords } from '@jonction/db/bank/words';
import type { Tx } from '@jonction/db/client';
import { countBank } from '@jonction/db/search/count';
import { addWordSchema, mostOwnWords } from '@jonction/domain/bank/word';
import { stemsKey } from '@jonction/domain/reference/plain-words';
import { mostFound } from '@jonction/search/port';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { occupationTable } from '../reference/occupations.ts';
import { Refuse } from '../refuse.ts';
import { findInIndex } from '../search/find.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/**
 * Says that a word means an occupation in the structure. From the next request on the search of the bank, the alerts, the titles that
 * forms, lists and CVs bring all obey. Answers how many people the word finds now, where the bank can be searched already.
 */
export const addWord = procedure('bank.addWord')
  .input(addWordSchema)
  .output(z.object({ wordId: z.string(), label: z.string(), people: z.number().nullable() }))
  .mutation(async ({ ctx, input }) => {
    const { tx } = ctx;
    const { words, code } = input;
    const { userId, membership } = speaker(ctx);
    const { structureId } = membership;
    const table = await occupationTable(tx);
    if (!table.has(code)) throw new Refuse('participant.occupation_unknown', {}, 'code');
    if ((await listOwnWords(tx, structureId)).length >= mostOwnWords) {
      throw new Refuse('bank.too_many_words', { most: mostOwnWords }, 'words');
    }
    const word = { structureId, words, stems: stemsKey(words), romeCode: code, addedBy: userId };
    const wordId = await insertWord(tx, word);
    if (wordId === null) throw new Refuse('bank.word_known', { label: table.labelOf(code) }, 'words');
    await recordAudit(ctx, { action: 'bank.addWord', facts: { words, code } });
    return { wordId, label: table.labelOf(code), people: await peopleFound(ctx, words, structureId) };
  });

/** How many people a word finds; null while the first copy of the bank is being made: the word holds all the same. */
async function peopleFound(ctx: Context & { tx: Tx }, text: string, structureId: string): Promise<number | null> {
  try {
    const { ids } = await findInIndex(ctx, { structureId, text, limit: mostFound });
    const everybody = { page: 1, pageSize: 1, descending: false, near: null, today: ctx.today };
    return (await countBank(ctx.tx, { ...everybody, ids })).total;
  } catch (error) {
    if (error instanceof Refuse && error.refusal.code === 'participant.search_not_ready') return null;
    throw error;
  }
}
