import type { listParticipants } from '@jonction/db/participant/list';
import { isCrowded } from '@jonction/domain/bank/open-cap';
import { chooseCv } from '@jonction/domain/cv/choose';
import { confirmationOf, confirmations } from '@jonction/domain/participant/confirmation';
import { participantStatuses } from '@jonction/domain/participant/status';
import type { Day } from '@jonction/domain/shared/day';
import { z } from 'zod';
import type { AskedOccupation } from '../cv/asked.ts';
import type { OccupationTable } from '../reference/occupations.ts';

/** Somebody of the bank as a list shows her. */
export const listRowSchema = z.object({
  id: z.string(),
  number: z.number(),
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string().nullable(),
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
  /** Proposals of hers that are open, and whether they are as many as one may have: said, never refused. */
  openProposals: z.number(),
  crowded: z.boolean(),
  /** What all her confirmed CVs add up to. */
  confirmation: z.enum(confirmations),
  /** The CV that would go out: of the occupation asked, else of one near it, else the current one. */
  cv: z.object({ id: z.string(), title: z.string(), confirmedOn: z.string().nullable() }).nullable(),
  duplicates: z.number(),
  distanceKm: z.number().nullable(),
});

type Row = Awaited<ReturnType<typeof listParticipants>>['rows'][number];

export function listRowOf(
  { cvs, ...row }: Row,
  table: OccupationTable,
  { today, asked, most }: { today: Day; asked: AskedOccupation | null; most: number },
): z.infer<typeof listRowSchema> {
  const chosen = chooseCv(cvs, asked);
  const confirmedOn = cvs.map((cv) => cv.confirmedOn);
  return {
    ...row,
    crowded: isCrowded(row.openProposals, most),
    confirmation: confirmationOf(confirmedOn, today),
    cv: chosen && { id: chosen.id, title: chosen.title, confirmedOn: chosen.confirmedOn },
    distanceKm: row.distanceKm === null ? null : Math.round(row.distanceKm * 10) / 10,
    occupations: row.occupations.map((one) => ({ code: one, label: table.labelOf(one) })),
  };
}
