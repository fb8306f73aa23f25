import type { Tx } from '@jonction/db/client';
import { findOrganisation } from '@jonction/db/organisation/queries';
import { changeInterview, findInterview } from '@jonction/db/positioning/interviews';
import { findPositioning } from '@jonction/db/positioning/queries';
import { positioning } from '@jonction/db/positioning/tables';
import { listToTell } from '@jonction/db/positioning/to-tell';
import { confirmInterview, missingOf, type SheetInput, sheetInput } from '@jonction/domain/positioning/interview';
import { interviewWords } from '@jonction/domain/positioning/interview-words';
import { actOnPositioning, positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { parisInstant } from '@jonction/domain/shared/paris-time';
import { formatInstant } from '@jonction/domain/shared/typography';
import { translate } from '@jonction/domain/shared/words';
import { meetingTold } from '@jonction/messages/person-words';
import { interviewLetter } from '@jonction/messages/positioning-letters';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { writeMessage } from '../message/write.ts';
import { tell } from '../participant/reach/tell.ts';
import { found, Refuse, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { senderOf } from './close-positionings.ts';
import { proposeInterview } from './propose-interview.ts';
import { moverOf, recordMove } from './record-move.ts';

/**
 * The preparation sheet of a meeting. Kept as far as it goes; once it is whole, `confirm` sets the meeting and writes to the
 * company. A company's date alone is a wish: the team calls the person, completes the sheet and confirms.
 */
export const saveSheet = procedure('positioning.saveSheet')
  .input(sheetInput)
  .output(z.object({ status: z.enum(positioningStatuses), confirmed: z.boolean() }))
  .mutation(async ({ ctx, input }) => {
    const row = found(await findPositioning(ctx.tx, input.positioningId, { lock: true }), 'positioning.not_found');
    const known = found(await findInterview(ctx.tx, row.id, { lock: true }), 'positioning.interview_not_found');
    const at = parisInstant(input.at);
    const isSet = row.status === 'meeting_set';
    if (!isSet && row.status !== 'interview') throw new Refuse('positioning.act_not_allowed', { status: row.status });
    if (input.confirm || isSet) requireWhole(ctx, input, at);
    const { userId } = speaker(ctx);
    const { minutes, address, hours, contactName, contactPhone, tutor, equipment } = input;
    if (known.outcome !== null) await proposeInterview(ctx.tx, row, at);
    const current =
      known.outcome === null ? known : found(await findInterview(ctx.tx, row.id), 'positioning.interview_not_found');
    await changeInterview(ctx.tx, current.id, {
      at,
      ...{ minutes, address, hours, contactName, contactPhone, tutor, equipment },
      ...(input.confirm ? { confirmedAt: new Date(), confirmedBy: userId } : {}),
    });
    if (at.getTime() !== row.interviewAt?.getTime()) {
      await ctx.tx.update(positioning).set({ interviewAt: at }).where(eq(positioning.id, row.id));
    }
    if (input.confirm && !isSet) {
      const by = moverOf(ctx);
      const to = settle(actOnPositioning(row.status, 'set', by.actor));
      await recordMove(ctx.tx, row, { act: 'set', to, by });
      await tellCompany(ctx, row.id, at, address);
    }
    if (input.confirm || isSet) await tellPerson(ctx, row, input, at);
    await recordAudit(ctx, { action: 'positioning.saveSheet', subjectKind: 'positioning', subjectId: row.id });
    return { status: input.confirm ? 'meeting_set' : row.status, confirmed: input.confirm || isSet };
  });

/** What is missing is said in words, at the first field to fill. */
function requireWhole(ctx: Context, sheet: SheetInput, at: Date): void {
  const decision = confirmInterview(sheet, at, new Date(`${ctx.today}T00:00:00Z`));
  if (decision.ok) return;
  if (decision.refusal.code === 'positioning.interview_past') throw new Refuse('positioning.interview_past', {}, 'at');
  const fields = missingOf(sheet);
  const missing = fields.map((field) =>
    translate(interviewWords, ctx.locale, `positioning.sheet.${field}`).toLowerCase(),
  );
  throw new Refuse('positioning.sheet_incomplete', { missing: missing.join(', ') }, fields[0]);
}

/** She is told of the meeting by her own way, and once more when it moves. */
async function tellPerson(
  ctx: Context & { tx: Tx },
  { id, structureId, participantId, employerId }: typeof positioning.$inferSelect,
  { address, contactName, contactPhone, equipment }: SheetInput,
  at: Date,
): Promise<void> {
  const employer = found(await findOrganisation(ctx.tx, employerId), 'organisation.not_found');
  const when = formatInstant(at, 'fr');
  const told = meetingTold({ ...{ address, contactName, contactPhone, equipment }, employerName: employer.name, when });
  await tell(ctx.tx, told, { structureId, participantId, kind: 'meeting', aboutId: id }, ctx);
}

async function tellCompany(ctx: Context & { tx: Tx }, id: string, at: Date, address: string | null): Promise<void> {
  const [facts] = await listToTell(ctx.tx, [id]);
  if (!facts?.recipientEmail || !facts.pushId) return;
  const letter = interviewLetter({
    ...senderOf(facts),
    recipientName: facts.recipientName,
    when: formatInstant(at, 'fr'),
    address: address ?? '',
    offerTitle: facts.offerTitle,
  });
  const about = { kind: 'interview', id };
  await writeMessage(ctx.tx, letter, {
    structureId: facts.structureId,
    to: facts.recipientEmail,
    toName: facts.recipientName,
    about,
  });
}
