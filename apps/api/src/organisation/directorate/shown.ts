import type { DirectorateRow } from '@jonction/db/organisation/directorates';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { teamAsking } from './require.ts';

export const directorateShape = z.object({
  id: z.string(),
  name: z.string(),
  endedOn: z.string().nullable(),
  contracts: z.number(),
  people: z.number(),
  /** Null for a buyer: whom a team knows there is the team's own to read. */
  contacts: z.number().nullable(),
});

export function shownDirectorate(
  ctx: Context,
  { buyerId: _, contacts, ...row }: DirectorateRow,
): z.input<typeof directorateShape> {
  return { ...row, contacts: teamAsking(ctx) === null ? null : contacts };
}
