import type { PlannedRow } from '@jonction/db/programme/queries';
import { waitingOf } from '@jonction/domain/programme/answer-clock';
import { type Exemption, exemptionReasons } from '@jonction/domain/programme/exemption';
import { plannedStatuses } from '@jonction/domain/programme/life';
import { buyerKinds, mandatoryClause, obligationAnswers, purchaseKinds } from '@jonction/domain/programme/mandatory';
import { plannedProcedures } from '@jonction/domain/programme/planned';
import type { Day } from '@jonction/domain/shared/day';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { speaks } from '../speaker.ts';

const exemptionShape = z.object({ reason: z.enum(exemptionReasons), words: z.string() });

const waitingShape = z.object({
  on: z.enum(['team', 'buyer', 'nobody']),
  since: z.string(),
  days: z.number(),
  dueOn: z.string().nullable(),
  late: z.boolean(),
  daysLeft: z.number().nullable(),
});

const obligationShape = z.object({
  answer: z.enum(obligationAnswers),
  why: z.array(z.string()),
  article: z.string(),
  thresholdCents: z.number().nullable(),
  thresholdSource: z.string().nullable(),
  exemption: exemptionShape.nullable(),
});

/** People as a buyer may be told them: null hides a figure below five. */
export const shownPeopleSchema = z.object({
  on: z.string(),
  occupations: z.array(z.string()),
  area: z.string().nullable(),
  atLeast: z.number().nullable(),
  atMost: z.number().nullable(),
});
export type ShownPeople = z.infer<typeof shownPeopleSchema>;

export const plannedRowShape = z.object({
  id: z.string(),
  buyerId: z.string(),
  buyerName: z.string(),
  year: z.number(),
  object: z.string(),
  reference: z.string().nullable(),
  cpv: z.string().nullable(),
  cpvLabel: z.string().nullable(),
  kind: z.enum(purchaseKinds).nullable(),
  buyerKind: z.enum(buyerKinds).nullable(),
  amountCents: z.number().nullable(),
  procedure: z.enum(plannedProcedures).nullable(),
  durationMonths: z.number().nullable(),
  publicationOn: z.string().nullable(),
  lots: z.number().nullable(),
  area: z.string().nullable(),
  status: z.enum(plannedStatuses),
  statusSince: z.string(),
  receivedOn: z.string(),
  answeredOn: z.string().nullable(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  /** What the team does next: the team's own. */
  nextAction: z.string().nullable(),
  nextActionOn: z.string().nullable(),
  dueHours: z.number().nullable(),
  contractId: z.string().nullable(),
  version: z.number(),
  waiting: waitingShape,
  obligation: obligationShape,
});

export const plannedShape = plannedRowShape.extend({
  note: z.string().nullable(),
  exemption: exemptionShape.nullable(),
  target: z.unknown(),
  occupations: z.array(z.string()),
  people: shownPeopleSchema.nullable(),
});

/** A planned contract as its reader may see it: a buyer is told the hours once the team answered, and never what the team does next. */
export function shownPlanned(ctx: Context, row: PlannedRow, today: Day) {
  const { exemptionReason, exemptionWords, ...planned } = row;
  const exemption: Exemption | null =
    exemptionReason === null || exemptionWords === null ? null : { reason: exemptionReason, words: exemptionWords };
  const shown = {
    ...planned,
    exemption,
    people: row.people === null ? null : shownPeopleSchema.parse(row.people),
    waiting: waitingOf({ ...row, since: row.statusSince }, today),
    obligation: mandatoryClause({ ...row, exemption }),
  };
  if (!speaks(ctx, ['buyer'])) return shown;
  const answered = row.answeredOn !== null;
  return {
    ...shown,
    ...{ nextAction: null, nextActionOn: null },
    dueHours: answered ? row.dueHours : null,
    target: answered ? row.target : null,
    people: answered ? shown.people : null,
  };
}
