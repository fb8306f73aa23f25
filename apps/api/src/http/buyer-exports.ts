import { staffRoles } from '@jonction/domain/access/role';
import { purchasesSchema } from '@jonction/domain/report/purchase-question';
import { Hono } from 'hono';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { describeError, Refuse } from '../refuse.ts';
import { writePurchases, writeScheme } from '../report/bought/write-purchases.ts';
import { speaks } from '../speaker.ts';
import { sentAs } from './sent-as.ts';

const written = {
  purchases: { write: writePurchases, action: 'report.exportPurchases', name: 'achats' },
  scheme: { write: writeScheme, action: 'report.exportScheme', name: 'indicateurs' },
} as const;

/**
 * `GET /api/exports/purchases?annee=&acheteur=`: what a buyer bought in a year, with the contracts behind each figure;
 * `GET /api/exports/scheme?annee=&acheteur=`: its indicators, each with its definition and what it is a share of. A buyer names nobody.
 * Each one is logged.
 */
export function buyerExportsRoute(contextOf: (request: Request) => Promise<Context>) {
  const route = new Hono();
  for (const what of ['purchases', 'scheme'] as const) {
    const { write, action, name } = written[what];
    route.get(`/${what}`, async (c) => {
      const ctx = await contextOf(c.req.raw);
      const buyerId = c.req.query('acheteur');
      const asked = purchasesSchema.safeParse({
        year: Number(c.req.query('annee')),
        ...(buyerId === undefined ? {} : { buyerId }),
      });
      if (!speaks(ctx, ['buyer', ...staffRoles]) || !asked.success) return c.notFound();
      try {
        const file = await ctx.database.as(ctx.settings, async (tx) => {
          const made = await write({ ...ctx, tx }, asked.data);
          const facts = { year: asked.data.year, rows: made.rows };
          await recordAudit({ ...ctx, tx }, { action, subjectKind: 'organisation', subjectId: made.buyerId, facts });
          return made.file;
        });
        return c.body(new Uint8Array(file), 200, sentAs(`${name}-${asked.data.year}.xlsx`));
      } catch (error) {
        if (!(error instanceof Refuse)) throw error;
        const refusal = describeError(error, ctx.locale);
        return c.json(refusal, refusal.code.endsWith('not_found') ? 404 : 422);
      }
    });
  }
  return route;
}
