import { searchPlaces } from '@jonction/db/reference/queries';
import { knownPlaces } from '@jonction/domain/reference/place';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { folded } from './folded.ts';

/** Communes whose name or postal code begins as somebody types. */
export const communes = procedure('reference.communes')
  .input(z.object({ typed: z.string().trim().min(1).max(100), limit: z.int().min(1).max(20).default(8) }))
  .output(
    z.array(
      z.object({
        postalCode: z.string(),
        name: z.string(),
        latitude: z.number().nullable(),
        longitude: z.number().nullable(),
      }),
    ),
  )
  .query(async ({ ctx, input }) => {
    const loaded = await searchPlaces(ctx.tx, input.typed, input.limit);
    if (loaded.length > 0) return loaded;
    const typed = folded(input.typed);
    return knownPlaces
      .filter(({ postalCode, name }) => postalCode.startsWith(typed) || folded(name).startsWith(typed))
      .slice(0, input.limit);
  });
