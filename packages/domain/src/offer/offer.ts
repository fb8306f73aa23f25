import { z } from 'zod';
import { daySchema } from '../shared/field-schema.ts';

/** `proposed`: an employer asks, a facilitator has not opened it yet. Only an `open` offer takes positionings. */
export const offerStatuses = ['draft', 'proposed', 'open', 'filled', 'closed'] as const;
export type OfferStatus = (typeof offerStatuses)[number];

/** Kinds of employment contract, as the inclusion network names them (les emplois de l'inclusion, ContractType). */
export const employmentKinds = [
  'permanent',
  'fixed_term',
  'fixed_term_inclusion',
  'temporary',
  'apprenticeship',
  'professionalisation',
  'other',
] as const;
export type EmploymentKind = (typeof employmentKinds)[number];

const text = (most: number) => z.string().trim().max(most);

const whole = (least: number, most: number, error: string) =>
  z.int({ error }).min(least, { error }).max(most, { error });

/** A skill asked: a ROME item where one fits, else the plain words; `label` is what people read. */
export const askedSkillSchema = z.object({ skill: text(120).min(1), label: text(200).min(1) });

/**
 * The need of a contractor. `weeklyHoursMin/Max` whole hours a week, `slackDays` how much later than `startsOn` somebody
 * may be free, `monthsAsked` of experience, `frenchLevel` 0 (none asked) to 6 (C2).
 */
export const offerInput = z
  .object({
    title: text(200).min(3, { error: 'offer.title_missing' }),
    romeCode: z.string().regex(/^[A-N]\d{4}$/, { error: 'offer.occupation_missing' }),
    positions: whole(1, 500, 'offer.positions_wrong'),
    weeklyHoursMin: whole(1, 48, 'offer.hours_wrong'),
    weeklyHoursMax: whole(1, 48, 'offer.hours_wrong'),
    employmentKind: z.enum(employmentKinds, { error: 'offer.kind_missing' }),
    startsOn: daySchema,
    slackDays: whole(0, 365, 'offer.slack_wrong').default(0),
    postalCode: z.string().regex(/^\d{5}$/, { error: 'offer.postal_code' }),
    placeLabel: text(200).default(''),
    licences: z.array(text(60)).max(20).default([]),
    skills: z.array(askedSkillSchema).max(20).default([]),
    monthsAsked: whole(0, 720, 'offer.months_wrong').default(0),
    frenchLevel: z.number().int().min(0).max(6).default(0),
    description: text(4000).nullable().default(null),
    schedule: text(500).nullable().default(null),
    contactName: text(200).nullable().default(null),
    contactPhone: text(40).nullable().default(null),
    contactEmail: z
      .string()
      .trim()
      .pipe(z.email({ error: 'offer.email_wrong' }))
      .nullable()
      .default(null),
  })
  .refine((offer) => offer.weeklyHoursMin <= offer.weeklyHoursMax, {
    error: 'offer.hours_reversed',
    path: ['weeklyHoursMax'],
  });
export type OfferInput = z.infer<typeof offerInput>;
