import { z } from 'zod';
import { daySchema } from '../shared/field-schema.ts';

/**
 * A company that a team goes to see (relation entreprise). `contacted`: spoken with; `visited`: seen; `need_found`: it would hire;
 * `partner`: an offer came of it; `dropped`: nothing to expect for now, and it may come back.
 */
export const prospectStages = ['to_visit', 'contacted', 'visited', 'need_found', 'partner', 'dropped'] as const;
export type ProspectStage = (typeof prospectStages)[number];

export const visitWays = ['visit', 'call', 'event', 'mail'] as const;
export type VisitWay = (typeof visitWays)[number];

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: 'prospect.too_long' })
    .transform((text) => text || null)
    .nullish()
    .transform((text) => text ?? null);

const action = { nextAction: words(300), nextActionOn: daySchema.nullish().transform((day) => day ?? null) };

/** A day without an action would come back and say nothing. */
function actionTogether(
  { nextAction, nextActionOn }: { nextAction: string | null; nextActionOn: string | null },
  context: z.core.$RefinementCtx,
): void {
  if (nextActionOn === null || nextAction !== null) return;
  context.addIssue({ code: 'custom', path: ['nextAction'], message: 'prospect.action_missing', input: null });
}

export const addProspectSchema = z
  .object({ organisationId: z.uuid({ error: 'prospect.company_missing' }), why: words(1000), ...action })
  .superRefine(actionTogether);

export const followProspectSchema = z
  .object({ prospectId: z.uuid(), ownerId: z.uuid().nullable(), ...action })
  .superRefine(actionTogether);

export const logVisitSchema = z
  .object({
    prospectId: z.uuid(),
    way: z.enum(visitWays),
    on: daySchema,
    /** Whom one met. */
    met: words(200),
    note: words(2000),
    ...action,
  })
  .superRefine(actionTogether);

export const addNeedSchema = z.object({
  prospectId: z.uuid(),
  title: z.string().trim().min(3, { error: 'prospect.need_missing' }).max(200, { error: 'prospect.too_long' }),
  romeCode: z
    .string()
    .regex(/^[A-N]\d{4}$/)
    .nullish()
    .transform((code) => code ?? null),
  positions: z
    .int({ error: 'prospect.positions_wrong' })
    .min(1, { error: 'prospect.positions_wrong' })
    .max(500, { error: 'prospect.positions_wrong' }),
  startsOn: daySchema.nullish().transform((day) => day ?? null),
  note: words(2000),
});

/** What becomes of a need: an offer, or nothing. */
export const settleNeedSchema = z.discriminatedUnion('as', [
  z.object({ needId: z.uuid(), as: z.literal('offer'), offerId: z.uuid() }),
  z.object({ needId: z.uuid(), as: z.literal('lost') }),
]);
