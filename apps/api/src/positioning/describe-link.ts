import { findPush } from '@jonction/db/positioning/queries';
import { z } from 'zod';
import { found, Refuse } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { instant } from './shapes.ts';

/** The first page of a link: who writes and for what. Changes nothing, shows nobody: mail scanners may follow it. */
export const describeLink = procedure('positioning.describeLink')
  .output(
    z.object({
      structureName: z.string(),
      structurePhone: z.string().nullable(),
      senderName: z.string().nullable(),
      senderEmail: z.string().nullable(),
      employerName: z.string(),
      recipientName: z.string().nullable(),
      offerTitle: z.string().nullable(),
      contractObject: z.string().nullable(),
      message: z.string().nullable(),
      cvs: z.number(),
      sentAt: instant,
    }),
  )
  .query(async ({ ctx }) => {
    if (ctx.actor.kind !== 'link') throw new Refuse('access.link_dead');
    const push = found(await findPush(ctx.tx, ctx.actor.pushId), 'positioning.push_not_found');
    return { ...push, senderName: push.sentByName, senderEmail: push.sentByEmail };
  });
