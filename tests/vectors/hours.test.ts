import { contractFactSchema } from '@jonction/domain/contract/event';
import { foldStatus } from '@jonction/domain/contract/status';
import { hoursDecisionSchema } from '@jonction/domain/hours/decision';
import { judgeHours } from '@jonction/domain/hours/judge';
import { elsewhereLineSchema, hourLineSchema } from '@jonction/domain/hours/line';
import { placementFactsSchema } from '@jonction/domain/hours/placement-facts';
import { builtInPolicies } from '@jonction/domain/hours/policies/built-in';
import { policySchema } from '@jonction/domain/hours/policy';
import { daySchema } from '@jonction/domain/shared/day';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { asSet } from '../domain/hours/portions.ts';
import { casesOf } from './cases.ts';

const builtInSchema = z
  .string()
  .refine((id) => Object.hasOwn(builtInPolicies, id))
  .transform((id) => policySchema.parse(builtInPolicies[id]));

const hoursGiven = z.object({
  placement: placementFactsSchema,
  policies: z.array(z.union([builtInSchema, policySchema])),
  lines: z.array(hourLineSchema),
  decisions: z.array(hoursDecisionSchema).nullish(),
  elsewhere: z.array(elsewhereLineSchema).nullish(),
  contractEvents: z.array(contractFactSchema).nullish(),
  knownOn: daySchema,
});

const hoursExpected = z.object({
  portions: z.array(z.record(z.string(), z.unknown())),
  totals: z.record(z.string(), z.number()),
  warnings: z.array(z.unknown()),
});

const statusGiven = z.object({ events: z.array(contractFactSchema), asOf: daySchema, knownOn: daySchema });

describe('worked cases of hours', () => {
  test.for(casesOf('hours'))('$file $id $title', ({ given, expect: expected }) => {
    const { portions, ...rest } = judgeHours(hoursGiven.parse(given));
    const wanted = hoursExpected.parse(expected);
    expect({ ...rest, portions: asSet(portions) }).toEqual({ ...wanted, portions: asSet(wanted.portions) });
  });
});

describe('worked cases of contract statuses', () => {
  test.for(casesOf('contract_status'))('$file $id $title', ({ given, expect: expected }) => {
    expect(foldStatus(statusGiven.parse(given))).toEqual(expected);
  });
});
