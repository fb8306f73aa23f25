import { absenceReasons } from '@jonction/domain/contract/absence-reason';
import { clauseCategoriesSchema, clauseKinds, hourBases, penaltyTermsSchema } from '@jonction/domain/contract/clause';
import { contractKinds, contractSources } from '@jonction/domain/contract/contract';
import { correctedFields, correctedValueSchema } from '@jonction/domain/contract/correct';
import { contractEventTypes, contractStatuses } from '@jonction/domain/contract/lifecycle';
import { contractEventSources } from '@jonction/domain/contract/said';
import { targetSchema } from '@jonction/domain/contract/target';
import { z } from 'zod';

const day = z.string();

/** A status and the word it rests on. `unknownSince`: since when nobody has said what became of the contract. */
export const standingShape = z.object({
  status: z.enum(contractStatuses),
  since: day.nullable(),
  endsOn: day.nullable(),
  saidOn: day.nullable(),
  saidBy: z.enum(contractEventSources).nullable(),
  unknownSince: day.nullable(),
});

export const holderShape = z.object({
  organisationId: z.string(),
  name: z.string(),
  identifierKind: z.string(),
  identifier: z.string().nullable(),
  subkind: z.string().nullable(),
  lead: z.boolean(),
  shareBps: z.number().nullable(),
  /** False: open data publishes a number alone, and the name says so. */
  named: z.boolean(),
});

export const gaugeShape = z.object({
  dueHours: z.number(),
  declaredCentihours: z.number(),
  validatedCentihours: z.number(),
  pendingCentihours: z.number(),
  rejectedCentihours: z.number(),
  exceptionalCentihours: z.number(),
  leftCentihours: z.number(),
  progressBps: z.number().nullable(),
  forecastCentihours: z.number().nullable(),
  atRisk: z.boolean(),
});

export const clauseShape = z.object({
  id: z.string(),
  structureName: z.string(),
  kind: z.enum(clauseKinds),
  target: targetSchema,
  dueHours: z.number(),
  categories: clauseCategoriesSchema,
  hourBasis: z.enum(hourBases),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  penalty: penaltyTermsSchema.nullable(),
  version: z.number(),
  gauge: gaugeShape,
});

export const absenceShape = z.object({
  reason: z.enum(absenceReasons),
  note: z.string().nullable(),
  recordedByName: z.string().nullable(),
  recordedAt: z.string(),
});

export const lotShape = z.object({
  id: z.string(),
  number: z.string().nullable(),
  object: z.string(),
  amountCents: z.number().nullable(),
  holders: z.array(holderShape),
  /** The names of its companies on a past day where they were corrected since. */
  holdersThen: z.array(z.string()).nullable(),
  /** Why it has no clause; null: it has one, or nobody said. */
  absence: absenceShape.nullable(),
  /** Set where the lot has events of its own. */
  standing: standingShape.nullable(),
  clauses: z.array(clauseShape),
});

/** A line of the thread: what happened, who said it, when it became known, and whether the status followed. */
export const momentShape = z.object({
  id: z.string(),
  lotId: z.string().nullable(),
  type: z.enum(contractEventTypes),
  on: day,
  recordedOn: day,
  endsOn: day.nullable(),
  source: z.enum(contractEventSources),
  saidBy: z.string().nullable(),
  authorName: z.string().nullable(),
  legalBasis: z.string().nullable(),
  note: z.string().nullable(),
  /** The paper that stands on it, opened by `GET /api/downloads/<id>`. */
  document: z.object({ id: z.string(), name: z.string() }).nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  accepted: z.boolean(),
  statusAfter: z.enum(contractStatuses),
  allowed: z.array(z.enum(contractEventTypes)),
});

/** A line of what was corrected: the value before, the value after, whose word it is. */
export const correctionShape = z.object({
  id: z.string(),
  lotId: z.string().nullable(),
  field: z.enum(correctedFields),
  before: correctedValueSchema,
  after: correctedValueSchema,
  source: z.enum(contractEventSources),
  saidBy: z.string().nullable(),
  recordedOn: day,
  authorName: z.string().nullable(),
});

/** What everybody who may see a contract sees of it. */
export const contractFactsShape = z.object({
  id: z.string(),
  number: z.number(),
  reference: z.string(),
  kind: z.enum(contractKinds),
  nature: z.string().nullable(),
  object: z.string(),
  buyerId: z.string(),
  buyerName: z.string(),
  buyerNamed: z.boolean(),
  buyerIdentifier: z.string().nullable(),
  cpv: z.string().nullable(),
  cpvLabel: z.string().nullable(),
  procedure: z.string().nullable(),
  ccag: z.string().nullable(),
  groupKind: z.string().nullable(),
  techniques: z.array(z.string()).nullable(),
  modalities: z.array(z.string()).nullable(),
  placeCode: z.string().nullable(),
  placeKind: z.string().nullable(),
  placeName: z.string().nullable(),
  department: z.string().nullable(),
  durationMonths: z.number().nullable(),
  notifiedOn: day.nullable(),
  publishedOn: day.nullable(),
  amountCents: z.number().nullable(),
  social: z.array(z.string()).nullable(),
  environmental: z.array(z.string()).nullable(),
  source: z.enum(contractSources),
  version: z.number(),
});

export const amendmentShape = z.object({
  lotNumber: z.string().nullable(),
  on: day.nullable(),
  publishedOn: day.nullable(),
  object: z.string().nullable(),
  amountCents: z.object({ before: z.number().nullable(), after: z.number() }).nullable(),
  durationMonths: z.object({ before: z.number().nullable(), after: z.number() }).nullable(),
  holders: z.object({ before: z.array(z.string()), after: z.array(z.string()) }).nullable(),
});
