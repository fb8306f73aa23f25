import { participantStatuses, preferredChannels, sexes } from '@jonction/domain/participant/status';
import { closeReasons, refusalReasons } from '@jonction/domain/positioning/reasons';
import { z } from 'zod';

/** An instant on its way out, ISO 8601 UTC. */
export const instant = z.date().transform((date) => date.toISOString());

/** Who somebody is and what a ranking reads of her, as her own team and her partner see it. */
export const profileShape = z.object({
  id: z.string(),
  number: z.number(),
  version: z.number(),
  firstName: z.string(),
  lastName: z.string(),
  birthDate: z.string().nullable(),
  sex: z.enum(sexes).nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  preferredChannel: z.enum(preferredChannels).nullable(),
  safeContactOnly: z.boolean(),
  status: z.enum(participantStatuses),
  availableFrom: z.string().nullable(),
  radiusKm: z.number().nullable(),
  frenchLevel: z.number().nullable(),
  weeklyHoursMin: z.number().nullable(),
  weeklyHoursMax: z.number().nullable(),
  licences: z.array(z.string()).nullable(),
  consents: z.boolean(),
  createdOn: z.string(),
  occupations: z.array(z.object({ code: z.string(), label: z.string(), months: z.number() })),
  skills: z.array(z.object({ skill: z.string(), label: z.string(), byHand: z.boolean() })),
  languages: z.array(z.object({ code: z.string(), level: z.string().nullable(), levelText: z.string().nullable() })),
});

export const cvShape = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(['proposed', 'confirmed', 'replaced']),
  current: z.boolean(),
  fileId: z.string().nullable(),
  fileName: z.string().nullable(),
  createdAt: instant,
  confirmedOn: z.string().nullable(),
});

export const consentShape = z.object({
  type: z.enum(['given', 'withdrawn']),
  on: z.string(),
  way: z.enum(['spoken', 'written', 'online']),
  textVersion: z.string(),
  recordedByName: z.string().nullable(),
});

/** What became of a person put forward: the company, the step, and its day. */
export const outcomeShape = z.object({
  id: z.string(),
  employerName: z.string(),
  offerTitle: z.string().nullable(),
  status: z.string(),
  refusalReason: z.enum(refusalReasons).nullable(),
  closeReason: z.enum(closeReasons).nullable(),
  /** No relay took the letter: the link is to be passed on by hand. */
  toPass: z.boolean(),
  interviewAt: instant.nullable(),
  sentAt: instant.nullable(),
  answeredAt: instant.nullable(),
  createdAt: instant,
});
