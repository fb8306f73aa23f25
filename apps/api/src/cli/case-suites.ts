import { contractFactSchema } from '@jonction/domain/contract/event';
import { dueHoursWhenTerminated, shareHours } from '@jonction/domain/contract/obligation';
import { foldStatus } from '@jonction/domain/contract/status';
import { dueHours, targetSchema } from '@jonction/domain/contract/target';
import { eligibilityQuestionSchema, eligibleOnDay } from '@jonction/domain/eligibility/eligible-on-day';
import { eligibilityWindows, hireSchema, windowSettingsSchema } from '@jonction/domain/eligibility/window';
import { matchOfferSchema, proximitySchema } from '@jonction/domain/matching/offer';
import { profileSchema } from '@jonction/domain/matching/profile';
import { rankProfiles } from '@jonction/domain/matching/rank';
import { weightsSchema } from '@jonction/domain/matching/weights-schema';
import { penaltySchema, proposePenalty } from '@jonction/domain/penalty/penalty';
import type { Decision } from '@jonction/domain/shared/decision';
import { daySchema } from '@jonction/domain/shared/field-schema';
import { z } from 'zod';
import { judgeCase } from './hours-case.ts';

/** What the product answers to a worked case, in the shape of the case's `expect`. */
export type Answer = (given: unknown) => unknown;

/** Suite, then operation; a suite of one operation names it with an empty text. */
export const suites: Readonly<Record<string, Readonly<Record<string, Answer>>>> = {
  hours: { '': judgeCase },
  targets: {
    due: (given) => ({ hours: dueHours(targetSchema.parse(given)) }),
    terminated: (given) => {
      const { hours, from, to, terminatedOn } = terminatedSchema.parse(given);
      return { hours: valueOrRefusal(dueHoursWhenTerminated(hours, { from, to }, terminatedOn)) };
    },
    shares: (given) => {
      const { hours, bps } = sharesSchema.parse(given);
      return { hours: valueOrRefusal(shareHours(hours, bps)) };
    },
    penalty: (given) => ({ cents: valueOrRefusal(proposePenalty(penaltySchema.parse(given))).cents }),
  },
  eligibility: {
    on_day: (given) => eligibleOnDay(eligibilityQuestionSchema.parse(given)),
    windows: (given) => {
      const { placements, settings } = windowsSchema.parse(given);
      return { windows: eligibilityWindows(placements, settings ?? {}) };
    },
  },
  contract_status: { '': (given) => foldStatus(statusSchema.parse(given)) },
  matching: {
    '': (given) => {
      const { ranked, excluded } = rankProfiles(matchingSchema.parse(given));
      const rows = ranked.map(({ id, score, criteria, toCheck }) => ({ id, score, criteria, toCheck }));
      return { ranked: rows, excluded };
    },
  },
};

const terminatedSchema = z.object({
  hours: z.int().nonnegative(),
  from: daySchema,
  to: daySchema,
  terminatedOn: daySchema,
});
const sharesSchema = z.object({ hours: z.int().nonnegative(), bps: z.array(z.int().nonnegative()) });
const windowsSchema = z.object({ placements: z.array(hireSchema), settings: windowSettingsSchema.nullish() });
const statusSchema = z.object({ events: z.array(contractFactSchema), asOf: daySchema, knownOn: daySchema });
const matchingSchema = z.object({
  today: daySchema,
  proximity: proximitySchema.nullish().transform((rows) => rows ?? {}),
  limit: z.int().nonnegative().nullish(),
  offer: matchOfferSchema,
  profiles: z.array(profileSchema),
  weights: weightsSchema.nullish(),
});

function valueOrRefusal<Value>(decision: Decision<Value>): Value {
  if (decision.ok) return decision.value;
  throw new Error(`refused: ${decision.refusal.code} ${JSON.stringify(decision.refusal.facts)}`);
}
