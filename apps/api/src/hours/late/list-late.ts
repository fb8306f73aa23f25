import { findLate, listLate as readLate } from '@jonction/db/hours/late';
import { firstDayOf, mayRemind, monthSchema, rungOn } from '@jonction/domain/hours/late';
import { addMonths, daysBetween } from '@jonction/domain/shared/day';
import { pageSchema } from '@jonction/domain/shared/page';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { found, settle } from '../../refuse.ts';
import { speaker } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { writeHoursReminder } from './write-reminder.ts';

/** Months that miss hours, the oldest first, with their age, what was written and whether a letter may leave today. */
export const listLate = procedure('hours.listLate')
  .input(pageSchema)
  .output(
    z.object({
      rows: z.array(
        z.object({
          employerId: z.string(),
          employerName: z.string(),
          employerPhone: z.string().nullable(),
          month: z.string(),
          missing: z.number(),
          /** Days since the month ended. */
          ageDays: z.number(),
          address: z.string().nullable(),
          contactName: z.string().nullable(),
          lastRemindedOn: z.string().nullable(),
          sentRung: z.number(),
          /** The rung that the ladder has reached today. */
          rung: z.number(),
          mayRemind: z.boolean(),
        }),
      ),
      total: z.number(),
      employers: z.number(),
    }),
  )
  .query(async ({ ctx, input: { page, pageSize } }) => {
    const { rows, ...counted } = await readLate(ctx.tx, ctx.today, { page, pageSize });
    return {
      ...counted,
      rows: rows.map((row) => ({
        ...row,
        month: row.period.slice(0, 7),
        ageDays: daysBetween(addMonths(row.period, 1), ctx.today) + 1,
        rung: rungOn('month', row.period, ctx.today),
        mayRemind: mayRemind(row, ctx.today).ok,
      })),
    };
  });

/** One click: a letter to the company about a month, by hand. The three days of its address hold for it too. */
export const remindLate = procedure('hours.remindLate')
  .input(z.object({ employerId: z.uuid(), month: monthSchema }))
  .output(z.object({ address: z.string() }))
  .mutation(async ({ ctx, input: { employerId, month } }) => {
    const { userId, name } = speaker(ctx);
    const period = firstDayOf(month);
    const row = found(await findLate(ctx.tx, employerId, period), 'hours.late_not_found');
    const address = settle(mayRemind(row, ctx.today));
    await writeHoursReminder(ctx.tx, row, {
      ...{ kind: 'month', period, rung: 0, address },
      ...{ senderName: name, sentBy: userId, publicUrl: ctx.publicUrl },
    });
    await recordAudit(ctx, {
      action: 'hours.remindLate',
      subjectKind: 'organisation',
      subjectId: employerId,
      facts: { month },
    });
    return { address };
  });
