import { noReasons } from '@jonction/domain/participant/no-reason';
import { wordFields } from '@jonction/domain/participant/own-field';
import { preferredChannels } from '@jonction/domain/participant/status';
import { cardSchema } from '@jonction/domain/positioning/card';
import { z } from 'zod';
import { thirdShape } from '../reach/third-shape.ts';
import { instant } from '../shape.ts';

export const wordShape = z.object({
  id: z.string(),
  field: z.enum(wordFields),
  words: z.string().nullable(),
  applied: z.boolean(),
  saidAt: instant,
});

/** An offer a person was asked about. `open`: it can still be answered. */
export const proposalShape = z.object({
  id: z.string(),
  title: z.string(),
  employerName: z.string(),
  placeLabel: z.string(),
  startsOn: z.string(),
  weeklyHoursMin: z.number(),
  weeklyHoursMax: z.number(),
  schedule: z.string().nullable(),
  open: z.boolean(),
  proposedAt: instant,
  answer: z.enum(['yes', 'no']).nullable(),
  reason: z.enum(noReasons).nullable(),
  answeredAt: instant.nullable(),
  handled: z.boolean(),
});

/** Where a CV of hers is, in the few words that are hers to read. */
export const whereabouts = ['sent', 'opened', 'meeting', 'hired', 'over', 'withdrawn'] as const;

/** Everything of her page. Nothing of why she is eligible, and nothing that the team says among itself. */
export const pageShape = z.object({
  firstName: z.string(),
  structureName: z.string(),
  structurePhone: z.string().nullable(),
  /** First name of whoever follows her. */
  referent: z.string().nullable(),
  card: cardSchema,
  hasCv: z.boolean(),
  postalCode: z.string().nullable(),
  radiusKm: z.number().nullable(),
  /** Trades that she looks for, the main one first. */
  projects: z.array(z.object({ label: z.string(), wish: z.string().nullable() })),
  waiting: z.array(wordShape.omit({ id: true })),
  proposals: z.array(proposalShape),
  openings: z.array(z.object({ organisation: z.string(), on: z.string() })),
  sendings: z.array(
    z.object({
      organisation: z.string(),
      where: z.enum(whereabouts),
      on: z.string(),
      meetingAt: instant.nullable(),
      /** Why it is over, in the words meant for her. */
      told: z.string().nullable(),
    }),
  ),
  /** How she is reached, as she said it; her trusted person, with the agreement that she gave. */
  reach: z.object({
    channel: z.enum(preferredChannels).nullable(),
    postal: z.string().nullable(),
    third: z.object(thirdShape).nullable(),
  }),
  consent: z.object({ given: z.boolean(), on: z.string().nullable(), version: z.string() }),
});
