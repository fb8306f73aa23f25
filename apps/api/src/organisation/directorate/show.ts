import {
  listDirectorates,
  listPlacedContacts,
  listPlacedContracts,
  listPlacedPeople,
} from '@jonction/db/organisation/directorates';
import { contractStatuses } from '@jonction/domain/contract/lifecycle';
import { showDirectorateSchema } from '@jonction/domain/organisation/directorate';
import { offsetOf } from '@jonction/domain/shared/page';
import { z } from 'zod';
import { structureOf } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { readableDirectorate, teamAsking } from './require.ts';
import { directorateShape, shownDirectorate } from './shown.ts';

const placed = {
  id: z.string(),
  directorateId: z.string().nullable(),
  directorateName: z.string().nullable(),
};
const person = z.object({ ...placed, name: z.string(), email: z.string().nullable() });

/** One directorate: its contracts or those that could join it, the people of the buyer, and for a team the contacts that it knows there. */
export const showDirectorate = procedure('organisation.showDirectorate')
  .input(showDirectorateSchema)
  .output(
    z.object({
      buyer: z.object({ id: z.string(), name: z.string() }),
      directorate: directorateShape,
      keeps: z.boolean(),
      /** The others that run: where what it holds may go. */
      others: z.array(z.object({ id: z.string(), name: z.string() })),
      contracts: z.array(
        z.object({
          ...placed,
          number: z.number(),
          reference: z.string(),
          object: z.string(),
          status: z.enum(contractStatuses),
        }),
      ),
      total: z.number(),
      people: z.array(person),
      contacts: z.array(person),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { directorateId, place, text } = input;
    const { directorate, buyer } = await readableDirectorate(ctx, directorateId);
    const attachedTo = teamAsking(ctx);
    const page = { limit: input.pageSize, offset: offsetOf(input) };
    const of = { buyerId: buyer.id, directorateId, place, attachedTo, text };
    const contracts = await listPlacedContracts(ctx.tx, { ...of, ...page });
    const all = await listDirectorates(ctx.tx, buyer.id);
    return {
      buyer: { id: buyer.id, name: buyer.name },
      keeps: buyer.keeps,
      directorate: shownDirectorate(ctx, directorate),
      others: all.filter(({ id, endedOn }) => id !== directorateId && endedOn === null),
      contracts,
      total: contracts[0]?.total ?? 0,
      people: await listPlacedPeople(ctx.tx, { buyerId: buyer.id, structureId: structureOf(ctx) }),
      contacts: attachedTo === null ? [] : await listPlacedContacts(ctx.tx, buyer.id),
    };
  });
