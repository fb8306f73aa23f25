import type { Tx } from '@jonction/db/client';
import { countAvailablePeople } from '@jonction/db/programme/people';
import { certainties, peopleBand } from '@jonction/domain/programme/people';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { occupationTable } from '../reference/occupations.ts';
import { procedure } from '../trpc.ts';

const bandShape = z.object({
  sure: z.number(),
  unprovenEligibility: z.number(),
  staleCv: z.number(),
  unknownDay: z.number(),
  unknownPlace: z.number(),
  atLeast: z.number(),
  atMost: z.number(),
  certainty: z.enum(certainties),
});

export const countedShape = z.object({
  on: z.string(),
  all: bandShape,
  occupations: z.array(bandShape.extend({ code: z.string(), label: z.string() })),
});

export type Counted = z.infer<typeof countedShape>;

const nobody = { sure: 0, unprovenEligibility: 0, staleCv: 0, unknownDay: 0, unknownPlace: 0 };

/** Who is there today for some occupations in an area, as figures: nobody's name leaves the base. */
export async function countedPeople(
  ctx: Context & { tx: Tx },
  of: { occupations: readonly string[]; area: string | null },
): Promise<Counted> {
  const rows = await countAvailablePeople(ctx.tx, of, ctx.today);
  const table = await occupationTable(ctx.tx);
  const bandOf = (code: string | null) => {
    const { code: _, ...counts } = rows.find((row) => row.code === code) ?? { code, ...nobody };
    return { ...counts, ...peopleBand(counts) };
  };
  return {
    on: ctx.today,
    all: bandOf(null),
    occupations: of.occupations.map((code) => ({ code, label: table.labelOf(code), ...bandOf(code) })),
  };
}

/** People available today by occupation and area, exact, for whoever sizes a clause. */
export const countPeople = procedure('programme.countPeople')
  .input(
    z.object({ occupations: z.array(z.string().regex(/^[A-N]\d{4}$/)).max(5), area: z.string().max(5).nullable() }),
  )
  .output(countedShape)
  .query(({ ctx, input }) => countedPeople(ctx, input));
