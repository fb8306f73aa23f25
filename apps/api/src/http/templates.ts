import type { Tx } from '@jonction/db/client';
import { listPlacements } from '@jonction/db/placement/queries';
import type { Cell } from '@jonction/documents/sheet/cell';
import { type HoursField, hourKindChoices, hoursForm } from '@jonction/documents/sheet/hours-form';
import { participantsForm } from '@jonction/documents/sheet/participants-form';
import { writeTemplate } from '@jonction/documents/write-sheet';
import { staffRoles } from '@jonction/domain/access/role';
import { addDays, addMonths, type Day } from '@jonction/domain/shared/day';
import { Hono } from 'hono';
import type { Context } from '../context.ts';
import { speaker } from '../speaker.ts';

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * `GET /api/templates/hours?month=2026-03` and `GET /api/templates/participants`: our spreadsheets, to fill in and send back.
 * An employer's hours come with its workers of the month already written; anybody else's are empty.
 */
export function templatesRoute(contextOf: (request: Request) => Promise<Context>) {
  return new Hono()
    .get('/hours', async (c) => {
      const ctx = await contextOf(c.req.raw);
      if (!speaks(ctx, ['employer', ...staffRoles])) return c.notFound();
      const month = c.req.query('month') ?? ctx.today.slice(0, 7);
      if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return c.notFound();
      const rows = speaker(ctx).membership.role === 'employer' ? await workersOf(ctx, month) : [];
      return c.body(new Uint8Array(await writeTemplate(hoursForm, rows)), 200, sentAs(`heures-${month}.xlsx`));
    })
    .get('/participants', async (c) => {
      const ctx = await contextOf(c.req.raw);
      if (!speaks(ctx, ['partner', ...staffRoles])) return c.notFound();
      return c.body(new Uint8Array(await writeTemplate(participantsForm)), 200, sentAs('participants.xlsx'));
    });
}

function speaks({ actor }: Context, roles: readonly string[]): boolean {
  return actor.kind === 'user' && actor.membership !== null && roles.includes(actor.membership.role);
}

function sentAs(name: string): Record<string, string> {
  return {
    'content-type': spreadsheet,
    'content-disposition': `attachment; filename="${name}"`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  };
}

/** One row a worker, at work on site over her days of the month; only the hours are left to write. */
async function workersOf(ctx: Context, month: string): Promise<Cell[][]> {
  const from = `${month}-01`;
  const to = addDays(addMonths(from, 1), -1);
  const { organisationId: employerId } = speaker(ctx).membership;
  const { rows } = await ctx.database.as(ctx.settings, (tx: Tx) =>
    listPlacements(tx, { employerId, running: { from, to }, page: 1, pageSize: 1000 }),
  );
  return rows.map((row) => {
    const cells: Partial<Record<HoursField, Cell>> = {
      contract: String(row.contractNumber),
      lot: row.lotNumber,
      placement: `E-${row.number}`,
      month: { day: from },
      from: { day: latest(row.startsOn, from) },
      to: { day: earliest(row.endsOn ?? to, to) },
      kind: hourKindChoices[0]?.label ?? null,
    };
    return hoursForm.fields.map(({ key }) => cells[key] ?? null);
  });
}

function latest(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function earliest(a: Day, b: Day): Day {
  return a < b ? a : b;
}
