import { prospectStages, visitWays } from '@jonction/domain/prospect/prospect';
import { z } from 'zod';

export const prospectShape = z.object({
  id: z.string(),
  organisationId: z.string(),
  name: z.string(),
  city: z.string().nullable(),
  phone: z.string().nullable(),
  stage: z.enum(prospectStages),
  why: z.string().nullable(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  nextAction: z.string().nullable(),
  nextActionOn: z.string().nullable(),
});

export const prospectRowShape = prospectShape.extend({ lastVisitOn: z.string().nullable(), needs: z.number() });

export const visitShape = z.object({
  id: z.string(),
  way: z.enum(visitWays),
  on: z.string(),
  met: z.string().nullable(),
  note: z.string().nullable(),
  madeByName: z.string().nullable(),
});

export const needShape = z.object({
  id: z.string(),
  prospectId: z.string(),
  title: z.string(),
  romeCode: z.string().nullable(),
  positions: z.number(),
  startsOn: z.string().nullable(),
  note: z.string().nullable(),
  offerId: z.string().nullable(),
  offerTitle: z.string().nullable(),
  lost: z.boolean(),
});
