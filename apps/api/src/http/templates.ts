import type { Tx } from '@jonction/db/client';
import { listPlacements } from '@jonction/db/placement/queries';
import type { Cell } from '@jonction/documents/sheet/cell';
import { contractsForm } from '@jonction/documents/sheet/contracts-form';
import { type HoursField, hourKindChoices, hoursForm } from '@jonction/documents/sheet/hours-form';
import { invoicesForm } from '@jonction/documents/sheet/invoices-form';
import { ordersForm } from '@jonction/documents/sheet/orders-form';
import { participantsForm } from '@jonction/documents/sheet/participants-form';
import { programmeForm } from '@jonction/documents/sheet/programme-form';
import { writeTemplate } from '@jonction/documents/write-sheet';
import { staffRoles } from '@jonction/domain/access/role';
import { addDays, addMonths, type Day } from '@jonction/domain/shared/day';
import { Hono } from 'hono';
import type { Context } from '../context.ts';
import { programmeRows } from '../programme/sheet-rows.ts';
import { speaker, speaks } from '../speaker.ts';
import { sentAs } from './sent-as.ts';

/**
 * `GET /api/templates/hours?month=2026-03` and `GET /api/templates/participants`: our spreadsheets, to fill in and send back.
 * `GET /api/templates/programme?annee=2027` is the year's list as it stands, empty without a year. An employer's hours come with its workers of the month already written; anybody else's are empty.
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
    .get('/contracts', async (c) => {
      const ctx = await contextOf(c.req.raw);
      if (!speaks(ctx, staffRoles)) return c.notFound();
      return c.body(new Uint8Array(await writeTemplate(contractsForm)), 200, sentAs('marches.xlsx'));
    })
    .get('/invoices', async (c) => {
      const ctx = await contextOf(c.req.raw);
      if (!speaks(ctx, staffRoles)) return c.notFound();
      return c.body(new Uint8Array(await writeTemplate(invoicesForm)), 200, sentAs('factures.xlsx'));
    })
    .get('/orders', async (c) => {
      const ctx = await contextOf(c.req.raw);
      if (!speaks(ctx, staffRoles)) return c.notFound();
      return c.body(new Uint8Array(await writeTemplate(ordersForm)), 200, sentAs('bons-de-commande.xlsx'));
    })
    .get('/programme', async (c) => {
      const ctx = await contextOf(c.req.raw);
      if (!speaks(ctx, ['buyer', ...staffRoles])) return c.notFound();
      const year = /^20\d\d$/.test(c.req.query('annee') ?? '') ? Number(c.req.query('annee')) : null;
      const rows =
        year === null ? [] : await ctx.database.as(ctx.settings, (tx) => programmeRows({ ...ctx, tx }, year));
      const name = year === null ? 'programmation.xlsx' : `programmation-${year}.xlsx`;
      return c.body(new Uint8Array(await writeTemplate(programmeForm, rows)), 200, sentAs(name));
    })
    .get('/participants', async (c) => {
      const ctx = await contextOf(c.req.raw);
      if (!speaks(ctx, ['partner', ...staffRoles])) return c.notFound();
      return c.body(new Uint8Array(await writeTemplate(participantsForm)), 200, sentAs('participants.xlsx'));
    });
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
