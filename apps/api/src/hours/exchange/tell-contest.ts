import { findUser } from '@jonction/db/access/queries';
import type { Tx } from '@jonction/db/client';
import { findLine } from '@jonction/db/hours/queries';
import { findOrganisation } from '@jonction/db/organisation/queries';
import type { HourSide } from '@jonction/domain/hours/paper';
import { formatMonth } from '@jonction/domain/shared/typography';
import { contestLetter } from '@jonction/messages/contest-letter';
import type { Context } from '../../context.ts';
import { writeMessage } from '../../message/write.ts';
import { speaker } from '../../speaker.ts';

/** Tells the person of a company who contested that the team answered or decided; a colleague reads it in the tray. */
export async function tellContest(
  ctx: Context & { tx: Tx },
  contest: { id: string; side: HourSide; openedBy: string; lineId: string; structureId: string },
  { closed }: { closed: boolean },
): Promise<void> {
  if (contest.side !== 'employer') return;
  const opener = await findUser(ctx.tx, contest.openedBy);
  const line = await findLine(ctx.tx, contest.lineId);
  const structure = await findOrganisation(ctx.tx, contest.structureId);
  if (!opener || !line || !structure) return;
  const letter = contestLetter({
    recipientName: opener.name,
    senderName: speaker(ctx).name,
    structureName: structure.name,
    contractObject: line.contractObject,
    month: formatMonth(line.from.slice(0, 7), 'fr'),
    closed,
    url: `${ctx.publicUrl}/entreprise/heures/lignes/${line.id}`,
  });
  await writeMessage(ctx.tx, letter, {
    structureId: contest.structureId,
    to: opener.email,
    toName: opener.name,
    about: { kind: 'hour_contest', id: contest.id },
  });
}
