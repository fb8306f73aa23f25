import type { listParticipants } from '@jonction/db/participant/list';
import { participantStatuses } from '@jonction/domain/participant/participant';
import { z } from 'zod';
import type { OccupationTable } from '../reference/occupations.ts';

/** Somebody of the bank as a list shows her. */
export const listRowSchema = z.object({
  id: z.string(),
  number: z.number(),
  firstName: z.string(),
  lastName: z.string(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  status: z.enum(participantStatuses),
  availableFrom: z.string().nullable(),
  frenchLevel: z.number().nullable(),
  licences: z.array(z.string()).nullable(),
  consents: z.boolean(),
  eligible: z.boolean(),
  lastContactOn: z.string().nullable(),
  waitingSince: z.string().nullable(),
  createdOn: z.string(),
  nextAction: z.string().nullable(),
  nextActionOn: z.string().nullable(),
  ownerName: z.string().nullable(),
  partnerName: z.string().nullable(),
  occupations: z.array(z.object({ code: z.string(), label: z.string() })),
  duplicates: z.number(),
  distanceKm: z.number().nullable(),
});

type Row = Awaited<ReturnType<typeof listParticipants>>['rows'][number];

export function listRowOf(row: Row, table: OccupationTable): z.infer<typeof listRowSchema> {
  return {
    ...row,
    distanceKm: row.distanceKm === null ? null : Math.round(row.distanceKm * 10) / 10,
    occupations: row.occupations.map((code) => ({ code, label: table.labelOf(code) })),
  };
}
