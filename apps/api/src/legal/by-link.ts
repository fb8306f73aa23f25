import { speakAs, type Tx } from '@jonction/db/client';
import { findLegalDoor, findVersion, openLegalLink } from '@jonction/db/legal/queries';
import { z } from 'zod';
import { hashToken } from '../access/token.ts';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { legalToken, textShape } from './shapes.ts';

/** The page of a letter about a text: who writes, to which buyer. Says nothing of the text and changes nothing: scanners follow links. */
export const describeLink = procedure('legal.describeLink')
  .input(z.object({ token: legalToken }))
  .output(z.object({ structureName: z.string(), structurePhone: z.string().nullable(), buyerName: z.string() }))
  .query(async ({ ctx, input: { token } }) =>
    found(await findLegalDoor(ctx.tx, hashToken(token)), 'legal.link_not_found'),
  );

/** The text behind the button: pressed is opened, the first time. */
export const openLink = procedure('legal.openLink')
  .input(z.object({ token: legalToken }))
  .output(textShape)
  .mutation(async ({ ctx, input: { token } }) => {
    const { versionId } = await enterByLink(ctx, token, 'legal.openLink');
    return found(await findVersion(ctx.tx, versionId), 'legal.link_not_found');
  });

/** Whoever holds the link reads as the buyer from here on, and no other text of it than that of the letter is asked for. */
export async function enterByLink(ctx: Context & { tx: Tx }, token: string, action: string) {
  const hash = hashToken(token);
  const door = found(await findLegalDoor(ctx.tx, hash), 'legal.link_not_found');
  await openLegalLink(ctx.tx, hash);
  await recordAudit(ctx, {
    ...{ action, subjectKind: 'legal_text', subjectId: door.textId },
    facts: { structure: door.structureId, buyer: door.buyerId, letter: door.id },
  });
  await speakAs(ctx.tx, {
    ...{ kind: 'user', role: 'buyer', organisationId: door.buyerId, structureId: door.structureId },
  });
  return door;
}
