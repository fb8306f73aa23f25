import { z } from 'zod';
import { pageSchema } from '../shared/page.ts';
import { isPurchaseFigure, type PurchaseFigure } from './purchase.ts';

/** Whose purchases: a buyer asks about itself and names nobody. */
export const boughtBySchema = z.object({ buyerId: z.uuid().optional() });

const year = z.int().min(2000).max(2100);

export const purchasesSchema = boughtBySchema.extend({ year });

export const listPurchasesSchema = pageSchema.extend({
  buyerId: z.uuid().optional(),
  /** Null: those whose day of notification is not known. */
  year: year.nullable(),
  figure: z.custom<PurchaseFigure>((word) => typeof word === 'string' && isPurchaseFigure(word), {
    error: 'report.figure_unknown',
  }),
  /** A directorate, `none` for those in no directorate, null for all. */
  directorateId: z
    .union([z.uuid(), z.literal('none')])
    .nullable()
    .default(null),
});
export type ListPurchases = z.infer<typeof listPurchasesSchema>;
