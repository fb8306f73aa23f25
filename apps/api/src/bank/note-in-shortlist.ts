import { lockShortlist, writeNote } from '@jonction/db/bank/shortlists';
import { noteInShortlistSchema } from '@jonction/domain/bank/shortlist';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, Refuse } from '../refuse.ts';
import { procedure } from '../trpc.ts';

/** What the team remembers of a person in a list: read by the team alone, never by a company, a partner or the person's page. */
export const noteInShortlist = procedure('bank.noteInShortlist')
  .input(noteInShortlistSchema)
  .output(z.object({ shortlistId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { shortlistId, participantId, note } = input;
    found(await lockShortlist(ctx.tx, shortlistId), 'bank.list_not_found');
    if (!(await writeNote(ctx.tx, { shortlistId, participantId }, note || null))) {
      throw new Refuse('participant.not_found');
    }
    await recordAudit(ctx, { action: 'bank.noteInShortlist', subjectKind: 'participant', subjectId: participantId });
    return { shortlistId };
  });
