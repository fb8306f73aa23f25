import { organisation } from '@jonction/db/organisation/tables';
import { findInterview } from '@jonction/db/positioning/interviews';
import { listSent } from '@jonction/db/positioning/queries';
import { writeCalendar } from '@jonction/documents/calendar';
import { cardSchema } from '@jonction/domain/positioning/card';
import { interviewWords } from '@jonction/domain/positioning/interview-words';
import { translate } from '@jonction/domain/shared/words';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';

/** A meeting as a file for the calendar of whoever receives or prepares it. Nothing of a CV that was taken back. */
export const calendar = procedure('positioning.calendar')
  .input(z.object({ positioningId: z.uuid() }))
  .output(z.object({ fileName: z.string(), text: z.string() }))
  .query(async ({ ctx, input }) => {
    const [sent] = await listSent(ctx.tx, input);
    const card = cardSchema.safeParse(found(sent, 'positioning.not_found').card);
    const meeting = found(await findInterview(ctx.tx, input.positioningId), 'positioning.interview_not_found');
    const [employer] = await ctx.tx
      .select({ name: organisation.name })
      .from(organisation)
      .where(eq(organisation.id, meeting.employerId));
    const name = card.success ? `${card.data.firstName} ${card.data.lastName}` : '';
    const say = (key: 'contactName' | 'contactPhone' | 'equipment') =>
      meeting[key] ? [`${translate(interviewWords, ctx.locale, `positioning.sheet.${key}`)} : ${meeting[key]}`] : [];
    const text = writeCalendar(
      {
        uid: `${meeting.id}@${new URL(ctx.publicUrl).hostname}`,
        sequence: meeting.version - 1,
        startsAt: meeting.at,
        minutes: meeting.minutes,
        summary: translate(interviewWords, ctx.locale, 'positioning.interview.summary', {
          name,
          employer: employer?.name ?? '',
        }),
        location: meeting.address,
        description: [...say('contactName'), ...say('contactPhone'), ...say('equipment')].join('\n') || null,
        confirmed: meeting.confirmedAt !== null,
      },
      new Date(),
    );
    return { fileName: `entretien-${meeting.at.toISOString().slice(0, 10)}.ics`, text };
  });
