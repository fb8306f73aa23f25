import { contractStatuses } from '@jonction/domain/contract/lifecycle';
import { crisisCadences, crisisReceivers } from '@jonction/domain/crisis/cadence';
import { crisisStates } from '@jonction/domain/crisis/crisis';
import { crisisChecks, crisisObstacles } from '@jonction/domain/crisis/measure-rule';
import { crisisMeasures, crisisRegimes } from '@jonction/domain/crisis/regime';
import { z } from 'zod';

const day = z.string();
const at = z.date().transform((instant) => instant.toISOString());

export const ofCrisis = z.object({ crisisId: z.uuid() });

/** An emergency as lists and banners show it. */
export const crisisShape = z.object({
  id: z.string(),
  state: z.enum(crisisStates),
  title: z.string(),
  regime: z.enum(crisisRegimes),
  fromDay: day,
  toDay: day.nullable(),
  cadences: z.array(z.enum(crisisCadences)),
  version: z.number(),
  writtenByName: z.string().nullable(),
  writtenAt: at,
  appliedByName: z.string().nullable(),
  appliedOn: day.nullable(),
  endedOn: day.nullable(),
  endedByName: z.string().nullable(),
  undoneByName: z.string().nullable(),
  undoneAt: at.nullable(),
});

/** A contract of an emergency with each measure: what is or was done, or why not. */
export const measureCellShape = z.object({
  measure: z.enum(crisisMeasures),
  /** Taken here, once in force; or planned, while it is a draft. */
  taken: z.boolean(),
  may: z.boolean(),
  why: z.enum(crisisObstacles).nullable(),
  check: z.enum(crisisChecks).nullable(),
  /** Somebody chose it for this contract, one way or the other. */
  own: z.boolean(),
  on: day.nullable(),
  endsOn: day.nullable(),
  latest: day.nullable(),
  from: day.nullable(),
  to: day.nullable(),
  /** Taken back since. */
  withdrawn: z.boolean(),
});

export const crisisContractShape = z.object({
  id: z.string(),
  number: z.number(),
  reference: z.string(),
  object: z.string(),
  buyerName: z.string(),
  status: z.enum(contractStatuses),
  endsOn: day.nullable(),
  cells: z.array(measureCellShape),
});

export const receiverShape = z.object({
  organisationId: z.string(),
  name: z.string(),
  receiver: z.enum(crisisReceivers),
  address: z.string().nullable(),
  contracts: z.number(),
});

/** Hours that policies move: the change of each status, and those that leave a status for another. */
export const hoursMovedShape = z.object({
  moved: z.number(),
  validated: z.number(),
  pending: z.number(),
  rejected: z.number(),
});
