import { listSuspicions } from '@jonction/db/participant/pairs';
import { sameReasons } from '@jonction/domain/participant/same-person';
import { levelOf, sameLevels } from '@jonction/domain/participant/same-person-score';
import { z } from 'zod';
import { procedure } from '../trpc.ts';

const person = z.object({
  id: z.string(),
  number: z.number(),
  firstName: z.string(),
  lastName: z.string(),
  birthDate: z.string().nullable(),
  city: z.string().nullable(),
});

/** Pairs of records that may be one person, the likeliest first, each with why. A person judges; nothing is merged here. */
export const listDuplicates = procedure('participant.listDuplicates')
  .input(
    z.object({
      page: z.int().min(1).default(1),
      pageSize: z.int().min(1).max(200).default(40),
      /** Points from which a pair is listed, 0 to 100. */
      leastScore: z.int().min(0).max(100).default(0),
    }),
  )
  .output(
    z.object({
      rows: z.array(
        z.object({
          score: z.number(),
          level: z.enum(sameLevels),
          why: z.array(z.enum(sameReasons)),
          one: person,
          other: person,
        }),
      ),
      total: z.number(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { rows, total } = await listSuspicions(ctx.tx, input);
    return {
      total,
      rows: rows.map((row) => ({
        score: row.score,
        level: levelOf(row.score),
        why: sameReasons.filter((reason) => row.why.split(',').includes(reason)),
        one: row,
        other: {
          id: row.otherId,
          number: row.otherNumber,
          firstName: row.otherFirstName,
          lastName: row.otherLastName,
          birthDate: row.otherBirthDate,
          city: row.otherCity,
        },
      })),
    };
  });
