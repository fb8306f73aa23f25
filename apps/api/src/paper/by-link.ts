import { speakAs, type Tx } from '@jonction/db/client';
import { findPaperDoor, listAsked, markPaperLink } from '@jonction/db/paper/queries';
import { bringPaperSchema } from '@jonction/domain/paper/asked';
import { z } from 'zod';
import { hashToken } from '../access/token.ts';
import { recordAudit } from '../audit/record.ts';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { broughtShape, putPiece } from './bring.ts';
import { askedShape } from './list-asked.ts';

const token = z.string().min(20).max(100);

/** The door of a letter's link; refuses a dead one. */
export async function paperDoor(tx: Tx, given: string) {
  const hash = hashToken(given);
  return { ...found(await findPaperDoor(tx, hash), 'paper.link_not_found'), hash };
}

/** Whoever holds the link speaks for the company to this team from here on; the base keeps everything else from her. */
export async function enterCompany(tx: Tx, door: { employerId: string; structureId: string }): Promise<void> {
  const { employerId: organisationId, structureId } = door;
  await speakAs(tx, { kind: 'user', role: 'employer', organisationId, structureId });
}

/** The page of a letter about papers: who writes, to which company. Says nothing of what is asked and changes nothing: scanners follow links. */
export const describeLink = procedure('paper.describeLink')
  .input(z.object({ token }))
  .output(z.object({ structureName: z.string(), structurePhone: z.string().nullable(), employerName: z.string() }))
  .query(({ ctx, input }) => paperDoor(ctx.tx, input.token));

/** What the company is asked, behind the button of the page. What was brought before is named, not opened. */
export const openLink = procedure('paper.openLink')
  .input(z.object({ token }))
  .output(z.object({ rows: z.array(askedShape) }))
  .mutation(async ({ ctx, input }) => {
    const door = await paperDoor(ctx.tx, input.token);
    await markPaperLink(ctx.tx, door.hash, { used: false });
    await recordAudit(ctx, {
      action: 'paper.openLink',
      subjectKind: 'organisation',
      subjectId: door.employerId,
      facts: { structure: door.structureId, reminder: door.id },
    });
    await enterCompany(ctx.tx, door);
    return { rows: await listAsked(ctx.tx, door, ctx.today) };
  });

/** A paper brought without an account. */
export const bringByLink = procedure('paper.bringByLink')
  .input(bringPaperSchema.extend({ token }))
  .output(broughtShape)
  .mutation(async ({ ctx, input: { token: given, ...brought } }) => {
    const door = await paperDoor(ctx.tx, given);
    await markPaperLink(ctx.tx, door.hash, { used: true });
    await recordAudit(ctx, {
      action: 'paper.bringByLink',
      subjectKind: 'paper_item',
      subjectId: brought.itemId,
      facts: { structure: door.structureId, reminder: door.id },
    });
    await enterCompany(ctx.tx, door);
    return putPiece(ctx.tx, brought, { userId: null, source: 'link', today: ctx.today });
  });
