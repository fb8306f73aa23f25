import { speakAs, type Tx } from '@jonction/db/client';
import { findHourDoor, markHourLink } from '@jonction/db/hours/late';
import { declaredRowSchema, rowKey } from '@jonction/domain/hours/declare';
import { reminderKinds } from '@jonction/domain/hours/late';
import { addMonths } from '@jonction/domain/shared/day';
import { z } from 'zod';
import { hashToken } from '../../access/token.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { found, Refuse } from '../../refuse.ts';
import { procedure } from '../../trpc.ts';
import { declareRows } from '../declare-rows.ts';
import { monthOf, monthShape } from '../month-of.ts';
import { sayNone } from './declare-none.ts';

const token = z.string().min(20).max(100);
const doorShape = z.object({
  structureName: z.string(),
  structurePhone: z.string().nullable(),
  employerName: z.string(),
  kind: z.enum(reminderKinds),
  /** `2026-03`: of a quarter, its months. */
  months: z.array(z.string()),
});

type Door = NonNullable<Awaited<ReturnType<typeof findHourDoor>>>;

function monthsOf({ kind, period }: Door): string[] {
  return Array.from({ length: kind === 'month' ? 1 : 3 }, (_, at) => addMonths(period, at).slice(0, 7));
}

async function doorOf(tx: Tx, given: string): Promise<Door & { hash: string }> {
  const hash = hashToken(given);
  return { ...found(await findHourDoor(tx, hash), 'hours.link_not_found'), hash };
}

/** The page of a letter about hours: who writes, and about which month. Names nobody and changes nothing: scanners follow links. */
export const describeLink = procedure('hours.describeLink')
  .input(z.object({ token }))
  .output(doorShape)
  .query(async ({ ctx, input }) => {
    const door = await doorOf(ctx.tx, input.token);
    return { ...door, months: monthsOf(door) };
  });

/**
 * Whoever holds the link speaks for the company from here on, for the people whom this team placed and the months of the letter: the
 * base keeps everything else from her. Opening is written down.
 */
async function enter(ctx: Context & { tx: Tx }, door: Door & { hash: string }, month: string): Promise<void> {
  if (!monthsOf(door).includes(month)) throw new Refuse('hours.link_other_month');
  const { employerId: organisationId, structureId } = door;
  await speakAs(ctx.tx, { kind: 'user', role: 'employer', organisationId, structureId });
}

/** Opens a month by the button of the page: who was at work, what was declared already. */
export const openLink = procedure('hours.openLink')
  .input(z.object({ token, month: z.string() }))
  .output(monthShape)
  .mutation(async ({ ctx, input }) => {
    const door = await doorOf(ctx.tx, input.token);
    await markHourLink(ctx.tx, door.hash, { used: false });
    await recordAudit(ctx, {
      action: 'hours.openLink',
      subjectKind: 'organisation',
      subjectId: door.employerId,
      facts: { month: input.month, structure: door.structureId, reminder: door.id },
    });
    await enter(ctx, door, input.month);
    return monthOf(ctx.tx, { ...door, alone: true, month: input.month, today: ctx.today });
  });

/** A month declared without an account, and who had no hours in it: all or none, judged at once. */
export const declareByLink = procedure('hours.declareByLink')
  .input(
    z.object({
      token,
      month: z.string(),
      rows: z.array(declaredRowSchema).max(500).default([]),
      none: z.array(z.uuid()).max(500).default([]),
    }),
  )
  .output(z.object({ declared: z.number(), none: z.number() }))
  .mutation(async ({ ctx, input: { month, rows, none, ...given } }) => {
    const door = await doorOf(ctx.tx, given.token);
    if (rows.length + none.length === 0) throw new Refuse('hours.nothing_declared');
    await markHourLink(ctx.tx, door.hash, { used: true });
    await recordAudit(ctx, {
      action: 'hours.declareByLink',
      subjectKind: 'organisation',
      subjectId: door.employerId,
      facts: { month, rows: rows.length, none: none.length, structure: door.structureId, reminder: door.id },
    });
    await enter(ctx, door, month);
    const { placements } = await monthOf(ctx.tx, { ...door, alone: true, month, today: ctx.today });
    const known = new Set(placements.map(({ id }) => id));
    if ([...rows.map(({ placementId }) => placementId), ...none].some((id) => !known.has(id))) {
      throw new Refuse('hours.placement_not_found');
    }
    for (const [index, row] of rows.entries()) {
      if (row.from.slice(0, 7) !== month) throw new Refuse('hours.other_month', {}, `rows.${index}.from`);
    }
    if (new Set(rows.map(rowKey)).size < rows.length) throw new Refuse('hours.row_twice');
    if (rows.length > 0) await declareRows(ctx.tx, rows, { source: 'link', userId: null, today: ctx.today });
    const said =
      none.length === 0 ? 0 : await sayNone(ctx.tx, { month, placementIds: none, userId: null, today: ctx.today });
    return { declared: rows.length, none: said };
  });
