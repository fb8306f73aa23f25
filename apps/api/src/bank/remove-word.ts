import { deleteWord } from '@jonction/db/bank/words';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found } from '../refuse.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Takes a word back: from the next request on it means again what the reference makes of it. */
export const removeWord = procedure('bank.removeWord')
  .input(z.object({ wordId: z.uuid() }))
  .output(z.object({ words: z.string(), code: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const word = found(await deleteWord(ctx.tx, structureOf(ctx), input.wordId), 'bank.word_not_found');
    await recordAudit(ctx, { action: 'bank.removeWord', facts: word });
    return word;
  });
