import { countCampaigns, readCampaign } from '@jonction/db/hours/campaigns';
import { hourQuarterAnswer } from '@jonction/db/hours/late-tables';
import {
  campaignState,
  answerQuarter as decide,
  endedQuarters,
  mayRemind,
  penaltyFileFrom,
  quarterDays,
  quarterOf,
  quarterSchema,
  reminderDays,
} from '@jonction/domain/hours/late';
import { pageSchema } from '@jonction/domain/shared/page';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { emit } from '../../outbox/emit.ts';
import { found, Refuse, settle } from '../../refuse.ts';
import { speaker } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { writeHoursReminder } from './write-reminder.ts';

const shownQuarters = 6;

const calendarShape = z.object({
  quarter: z.string(),
  from: z.string(),
  to: z.string(),
  /** The days on which letters leave. */
  letters: z.array(z.string()),
  fileFrom: z.string(),
});

function calendarOf(quarter: string) {
  const days = quarterDays(quarter);
  return { quarter, ...days, letters: reminderDays('quarter', days.from), fileFrom: penaltyFileFrom(quarter) };
}

/** The quarterly campaigns, the one that comes first: their calendar, how many companies are expected and how many answered. */
export const listCampaigns = procedure('hours.listCampaigns')
  .output(z.array(calendarShape.extend({ ended: z.boolean(), expected: z.number(), answered: z.number() })))
  .query(async ({ ctx }) => {
    const ended = endedQuarters(ctx.today, shownQuarters);
    const current = quarterOf(ctx.today);
    const calendars = (ended.includes(current) ? ended : [current, ...ended]).map(calendarOf);
    const counted = new Map((await countCampaigns(ctx.tx, calendars)).map((row) => [row.quarter, row]));
    return calendars.map((calendar) => ({
      ...calendar,
      ended: calendar.to <= ctx.today,
      expected: counted.get(calendar.quarter)?.expected ?? 0,
      answered: counted.get(calendar.quarter)?.answered ?? 0,
    }));
  });

const rowShape = z.object({
  employerId: z.string(),
  employerName: z.string(),
  employerPhone: z.string().nullable(),
  people: z.number(),
  missing: z.number(),
  centihours: z.number(),
  answeredOn: z.string().nullable(),
  answeredByName: z.string().nullable(),
  letters: z.array(z.string()),
  address: z.string().nullable(),
  state: z.enum(['answered', 'not_open', 'waiting', 'reminded', 'file_ready']),
  mayRemind: z.boolean(),
});

/** One campaign: who answered, who did not, which letters left. `employerId`: the facts of one company, for whoever prepares its file. */
export const showCampaign = procedure('hours.showCampaign')
  .input(pageSchema.extend({ quarter: quarterSchema, employerId: z.uuid().optional() }))
  .output(calendarShape.extend({ rows: z.array(rowShape), total: z.number(), answered: z.number() }))
  .query(async ({ ctx, input: { quarter, employerId, page, pageSize } }) => {
    const calendar = calendarOf(quarter);
    const [counted] = await countCampaigns(ctx.tx, [calendar]);
    const rows = await readCampaign(ctx.tx, calendar, {
      limit: pageSize,
      offset: (page - 1) * pageSize,
      ...(employerId ? { employerId } : {}),
    });
    return {
      ...calendar,
      total: counted?.expected ?? 0,
      answered: counted?.answered ?? 0,
      rows: rows.map((row) => ({
        ...row,
        state: campaignState({ answered: row.answeredOn !== null, letters: row.letters.length }, quarter, ctx.today),
        mayRemind: row.answeredOn === null && calendar.to <= ctx.today && mayRemind(row, ctx.today).ok,
      })),
    };
  });

/** One click: a letter to a company that did not answer for a quarter. */
export const remindCampaign = procedure('hours.remindCampaign')
  .input(z.object({ quarter: quarterSchema, employerId: z.uuid() }))
  .output(z.object({ address: z.string() }))
  .mutation(async ({ ctx, input: { quarter, employerId } }) => {
    const { userId, name } = speaker(ctx);
    const days = quarterDays(quarter);
    const [row] = await readCampaign(ctx.tx, days, { employerId, limit: 1, offset: 0 });
    const known = found(row, 'hours.late_not_found');
    if (known.answeredOn !== null) throw new Refuse('hours.quarter_answered', { day: known.answeredOn });
    if (ctx.today < days.to) throw new Refuse('hours.quarter_not_ended', { day: days.to });
    const address = settle(mayRemind(known, ctx.today));
    await writeHoursReminder(ctx.tx, known, {
      ...{ kind: 'quarter', period: days.from, rung: 0, address },
      ...{ senderName: name, sentBy: userId, publicUrl: ctx.publicUrl },
    });
    await recordAudit(ctx, {
      action: 'hours.remindCampaign',
      subjectKind: 'organisation',
      subjectId: employerId,
      facts: { quarter },
    });
    return { address };
  });

/** Where the company that asks stands for the last quarters: what it has to say. */
export const listQuarters = procedure('hours.listQuarters')
  .output(
    z.array(
      z.object({
        quarter: z.string(),
        to: z.string(),
        missing: z.number(),
        centihours: z.number(),
        answeredOn: z.string().nullable(),
        structureId: z.string(),
        structureName: z.string(),
      }),
    ),
  )
  .query(async ({ ctx }) => {
    const { organisationId: employerId } = speaker(ctx).membership;
    const quarters = endedQuarters(ctx.today, 2);
    const found: Awaited<ReturnType<typeof readCampaign>>[] = [];
    for (const quarter of quarters) {
      found.push(await readCampaign(ctx.tx, quarterDays(quarter), { employerId, limit: 20, offset: 0 }));
    }
    return found.flatMap((rows, at) =>
      rows.map((row) => ({ ...row, quarter: quarters[at] ?? '', to: quarterDays(quarters[at] ?? '').to })),
    );
  });

/** "The quarter is complete", said by the company once nothing of it is missing, with the hours declared that day. */
export const answerQuarter = procedure('hours.answerQuarter')
  .input(z.object({ quarter: quarterSchema, structureId: z.uuid() }))
  .output(z.object({ centihours: z.number() }))
  .mutation(async ({ ctx, input: { quarter, structureId } }) => {
    const { userId, membership } = speaker(ctx);
    const employerId = membership.organisationId;
    const days = quarterDays(quarter);
    const rows = await readCampaign(ctx.tx, days, { employerId, limit: 20, offset: 0 });
    const row = found(
      rows.find((one) => one.structureId === structureId),
      'hours.late_not_found',
    );
    settle(decide(row, quarter, ctx.today));
    const { centihours } = row;
    await ctx.tx
      .insert(hourQuarterAnswer)
      .values({ structureId, employerId, quarter: days.from, centihours, saidBy: userId });
    await recordAudit(ctx, {
      action: 'hours.answerQuarter',
      subjectKind: 'organisation',
      subjectId: employerId,
      facts: { quarter, centihours },
    });
    await emit(ctx.tx, { type: 'hours.declared', structureId });
    return { centihours };
  });
