import { staffRoles } from '@jonction/domain/access/role';
import { purchasesSchema } from '@jonction/domain/report/purchase-question';
import { writePurchases, writeScheme } from '../../report/bought/write-purchases.ts';
import { exportRoute } from './export-route.ts';

/** What a buyer bought in a year, with the contracts behind each figure. */
export const purchasesExport = ofYear(writePurchases, 'report.exportPurchases', 'achats');

/** The indicators of a buyer in a year, each with its definition and what it is a share of. */
export const schemeExport = ofYear(writeScheme, 'report.exportScheme', 'indicateurs');

/** `?annee=&acheteur=`: a buyer names nobody and reads itself. */
function ofYear(write: typeof writePurchases, action: 'report.exportPurchases' | 'report.exportScheme', name: string) {
  return exportRoute({
    who: ['buyer', ...staffRoles],
    asked: (c) =>
      purchasesSchema.safeParse({ year: Number(c.req.query('annee')), buyerId: c.req.query('acheteur') }).data ?? null,
    write: async (ctx, asked) => {
      const { file, rows, buyerId } = await write(ctx, asked);
      const facts = { year: asked.year, rows };
      return { file, audit: { action, subjectKind: 'organisation', subjectId: buyerId, facts } };
    },
    name: ({ year }) => `${name}-${year}.xlsx`,
  });
}
