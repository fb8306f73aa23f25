import { findDoor } from '@jonction/db/participant/link-door';
import { askedFacts, askedOf, pausedUntil } from '@jonction/domain/participant/link-check';
import { z } from 'zod';
import { hashToken } from '../../access/token.ts';
import { found } from '../../refuse.ts';
import { procedure } from '../../trpc.ts';

export const pageToken = z.string().min(20).max(100);

/** The door of a page: who wrote, and the question. Shows nothing of anybody and changes nothing: scanners of mail follow links. */
export const describePage = procedure('participant.describePage')
  .input(z.object({ token: pageToken }))
  .output(
    z.object({
      structureName: z.string(),
      structurePhone: z.string().nullable(),
      senderName: z.string().nullable(),
      asked: z.enum(askedFacts),
      locked: z.boolean(),
      /** Seconds before another answer is read. */
      waitSeconds: z.number(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const door = found(await findDoor(ctx.tx, hashToken(input.token)), 'participant.page_not_found');
    const { structureName, structurePhone, senderName } = door;
    const now = new Date();
    const until = pausedUntil(door, now);
    return {
      structureName,
      structurePhone,
      senderName,
      asked: askedOf(door),
      locked: door.lockedAt !== null,
      waitSeconds: until === null ? 0 : Math.ceil((until.getTime() - now.getTime()) / 1000),
    };
  });
