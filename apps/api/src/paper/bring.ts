import type { Tx } from '@jonction/db/client';
import { findFile } from '@jonction/db/file/queries';
import { newId } from '@jonction/db/new-id';
import { lockLine } from '@jonction/db/paper/queries';
import { paperPiece } from '@jonction/db/paper/tables';
import { bringPaperSchema, expiryOf, mayBring } from '@jonction/domain/paper/asked';
import type { Day } from '@jonction/domain/shared/day';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, Refuse, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

type Brought = z.infer<typeof bringPaperSchema>;

/** A file put on a line that waits for it. It is somebody's own file, or one that came by the company's link. */
export async function putPiece(
  tx: Tx,
  { itemId, fileId, issuedOn = null, validUntil = null }: Brought,
  by: { userId: string | null; source: 'account' | 'link' | 'team'; today: Day },
): Promise<{ pieceId: string; unread: boolean; validUntil: Day | null }> {
  const line = found(await lockLine(tx, itemId, by.today), 'paper.not_found');
  settle(mayBring(line.state));
  const file = found(await findFile(tx, fileId, 'paper'), 'file.not_found');
  if (file.uploadedBy !== by.userId || file.structureId !== line.structureId) {
    throw new Refuse('file.not_found', {}, 'fileId');
  }
  const until = settle(
    expiryOf(line, { issuedOn, validUntil }, by.today),
    line.validMonths === null ? 'validUntil' : 'issuedOn',
  );
  const pieceId = newId();
  const { structureId, employerId } = line;
  await tx.insert(paperPiece).values({
    ...{ id: pieceId, itemId, structureId, employerId, fileId, issuedOn, validUntil: until },
    ...{ source: by.source, broughtBy: by.userId },
  });
  return { pieceId, unread: file.unread !== false, validUntil: until };
}

export const broughtShape = z.object({ pieceId: z.string(), unread: z.boolean(), validUntil: z.string().nullable() });

/** A paper brought with an account: by the company, or by the team that received it otherwise. */
export const bring = procedure('paper.bring')
  .input(bringPaperSchema)
  .output(broughtShape)
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    const source = membership.role === 'employer' ? 'account' : 'team';
    const brought = await putPiece(ctx.tx, input, { userId, source, today: ctx.today });
    await recordAudit(ctx, {
      action: 'paper.bring',
      subjectKind: 'paper_item',
      subjectId: input.itemId,
      facts: { piece: brought.pieceId },
    });
    return brought;
  });
