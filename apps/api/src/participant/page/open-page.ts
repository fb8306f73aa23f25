import { createHash, timingSafeEqual } from 'node:crypto';
import { countTry, holdDoor } from '@jonction/db/participant/link-door';
import { pageLifeMinutes } from '@jonction/domain/participant/link';
import {
  afterFailure,
  expectedAnswer,
  mayTry,
  readAnswer,
  typedAnswerSchema,
} from '@jonction/domain/participant/link-check';
import { z } from 'zod';
import { hashToken } from '../../access/token.ts';
import { recordAudit } from '../../audit/record.ts';
import { emit } from '../../outbox/emit.ts';
import { found, Refuse, settle } from '../../refuse.ts';
import { procedure } from '../../trpc.ts';
import { pageToken } from './describe-page.ts';

/**
 * The second check. A wrong answer is an answer and not an error: it must be counted, and what is thrown is rolled back. The
 * answer is held against what is on file, or against nothing at all, in the same time.
 */
export const openPage = procedure('participant.openPage')
  .input(typedAnswerSchema.extend({ token: pageToken }))
  .output(
    z.discriminatedUnion('opened', [
      z.object({ opened: z.literal(true), pass: z.string(), minutes: z.number() }),
      z.object({ opened: z.literal(false), locked: z.boolean(), left: z.number(), waitSeconds: z.number() }),
    ]),
  )
  .mutation(async ({ ctx, input }) => {
    const hash = hashToken(input.token);
    const door = found(await holdDoor(ctx.tx, hash), 'participant.page_not_found');
    settle(mayTry(door, new Date()));
    const given = readAnswer(input);
    if (given === null) throw new Refuse('participant.page_answer_unread', {}, input.digits === '' ? 'day' : 'digits');
    const { structureId, linkId, participantId } = door;
    const about = { subjectKind: 'participant', subjectId: participantId };
    if (!isSame(given, expectedAnswer(door))) {
      const { locks, left, pauseSeconds } = afterFailure(door.failures);
      await countTry(ctx.tx, hash, { failed: true, locks });
      await recordAudit(ctx, { action: locks ? 'participant.pageLocked' : 'participant.pageRefused', ...about });
      if (locks) await emit(ctx.tx, { type: 'participant.page_locked', structureId, subjectId: participantId });
      return { opened: false as const, locked: locks, left, waitSeconds: pauseSeconds };
    }
    await countTry(ctx.tx, hash, { failed: false, locks: false });
    await recordAudit(ctx, { action: 'participant.openPage', ...about });
    const until = new Date(Date.now() + pageLifeMinutes * 60_000);
    return { opened: true as const, pass: ctx.passes.sign(linkId, until), minutes: pageLifeMinutes };
  });

/** As long for a right answer, a wrong one, and one that nothing could be right for. */
function isSame(given: string, expected: string | null): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected ?? 'nothing on file')) && expected !== null;
}
