import { z } from 'zod';
import { refuseSecrets } from '../reference/safe-text.ts';
import { daySchema } from '../shared/field-schema.ts';
import { hourKinds, hourPayers } from './line.ts';

/** One row of a declaration: a person's placement, a period, one kind. `centihours` 0 cancels a row already declared. */
export const declaredRowSchema = z
  .object({
    placementId: z.uuid(),
    from: daySchema,
    to: daySchema,
    kind: z.enum(hourKinds),
    payer: z.enum(hourPayers).nullable().default(null),
    centihours: z
      .number({ error: 'hours.hours_missing' })
      .int({ error: 'hours.hours_missing' })
      .min(0, { error: 'hours.negative' })
      .max(74_400, { error: 'hours.too_many' }),
    evidence: z.array(z.string().trim().min(1).max(60).superRefine(refuseSecrets)).max(10).default([]),
  })
  .refine(({ from, to }) => from <= to, { error: 'hours.period_reversed', path: ['to'] })
  .refine(({ from, to }) => from.slice(0, 7) === to.slice(0, 7), { error: 'hours.one_month', path: ['to'] });
export type DeclaredRow = z.infer<typeof declaredRowSchema>;

export const declareInput = z.object({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'hours.month_missing' }),
  rows: z.array(declaredRowSchema).min(1, { error: 'hours.nothing_declared' }).max(500),
});

/**
 * What makes two rows the same row: placement, dates and kind. The same with other hours, payer or evidence is a
 * correction: the first line is reversed and a new one takes its place.
 */
export function rowKey(row: Pick<DeclaredRow, 'placementId' | 'from' | 'to' | 'kind'>): string {
  return [row.placementId, row.from, row.to, row.kind].join('|');
}

export type RowOutcome = 'created' | 'updated' | 'unchanged';

/** What a row does to the line that stands under the same key, if any. */
export function outcomeOf(
  row: Pick<DeclaredRow, 'centihours' | 'payer' | 'evidence'>,
  standing: {
    centihours: number;
    payer?: string | null | undefined;
    evidence?: readonly string[] | null | undefined;
  } | null,
): RowOutcome {
  if (!standing) return 'created';
  const same =
    standing.centihours === row.centihours &&
    (standing.payer ?? null) === row.payer &&
    JSON.stringify([...(standing.evidence ?? [])].sort()) === JSON.stringify([...row.evidence].sort());
  return same ? 'unchanged' : 'updated';
}
