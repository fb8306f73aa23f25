import { contractStatuses } from '@jonction/domain/contract/lifecycle';
import { askedSkillSchema, employmentKinds, offerStatuses } from '@jonction/domain/offer/offer';
import { z } from 'zod';

export const instant = z.date().transform((date) => date.toISOString());

export const offerRowShape = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  romeCode: z.string(),
  status: z.enum(offerStatuses),
  positions: z.number(),
  weeklyHoursMin: z.number(),
  weeklyHoursMax: z.number(),
  startsOn: z.string(),
  placeLabel: z.string(),
  employerName: z.string(),
  contractObject: z.string().nullable(),
  ownerName: z.string().nullable(),
  createdAt: instant,
  sent: z.number(),
  interviews: z.number(),
  hired: z.number(),
});

const clauseHoursShape = z.object({
  validatedCentihours: z.number(),
  pendingCentihours: z.number(),
  rejectedCentihours: z.number(),
});

export const offerShape = z.object({
  id: z.string(),
  number: z.number(),
  version: z.number(),
  status: z.enum(offerStatuses),
  title: z.string(),
  romeCode: z.string(),
  romeLabel: z.string().nullable(),
  employerId: z.string(),
  employerName: z.string(),
  contractId: z.string().nullable(),
  contractNumber: z.number().nullable(),
  contractObject: z.string().nullable(),
  lotId: z.string().nullable(),
  lotNumber: z.string().nullable(),
  clauseId: z.string().nullable(),
  dueHours: z.number().nullable(),
  /** Hours of the clause by status; null without a clause. */
  clauseHours: clauseHoursShape.nullable(),
  contractStatus: z.enum(contractStatuses).nullable(),
  positions: z.number(),
  weeklyHoursMin: z.number(),
  weeklyHoursMax: z.number(),
  employmentKind: z.enum(employmentKinds),
  startsOn: z.string(),
  slackDays: z.number(),
  postalCode: z.string().nullable(),
  placeLabel: z.string(),
  licences: z.array(z.string()),
  skills: z.array(askedSkillSchema),
  monthsAsked: z.number(),
  frenchLevel: z.number(),
  categories: z.array(z.string()),
  description: z.string().nullable(),
  schedule: z.string().nullable(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  contactEmail: z.string().nullable(),
  ownerName: z.string().nullable(),
  createdAt: instant,
});
export type OfferAnswer = z.input<typeof offerShape>;
