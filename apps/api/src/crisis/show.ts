import { listApplied } from '@jonction/db/crisis/contracts';
import { countLetters } from '@jonction/db/crisis/letters';
import { findCrisis } from '@jonction/db/crisis/queries';
import { crisisReceivers } from '@jonction/domain/crisis/cadence';
import { allowedCrisisActs, crisisTermsSchema } from '@jonction/domain/crisis/crisis';
import { crisisMeasures, legalBasisOf, measuresOf, regimes } from '@jonction/domain/crisis/regime';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { speaks } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { describeCrises } from './describe.ts';
import { crisisShape, ofCrisis } from './shapes.ts';
import { termsOf } from './weigh.ts';

/** An emergency whole: what was declared, by whom, and once in force what it did and what became of it. */
export const show = procedure('crisis.show')
  .input(ofCrisis)
  .output(
    z.object({
      ...crisisShape.shape,
      terms: crisisTermsSchema,
      /** Where the text can be read. */
      link: z.string().nullable(),
      /** What whoever asks may do with it now. */
      allowed: z.array(z.enum(['enforce', 'end', 'undo', 'write'])),
      contracts: z.number(),
      done: z.array(
        z.object({
          measure: z.enum(crisisMeasures),
          legalBasis: z.string().nullable(),
          count: z.number(),
          withdrawn: z.number(),
        }),
      ),
      published: z.array(z.object({ policy: z.string(), title: z.string(), versionId: z.string(), runId: z.string() })),
      letters: z.array(
        z.object({
          receiver: z.enum(crisisReceivers),
          moment: z.enum(['begin', 'end']),
          planned: z.number(),
          written: z.number(),
          dropped: z.number(),
        }),
      ),
    }),
  )
  .query(async ({ ctx, input: { crisisId } }) => {
    const row = found(await findCrisis(ctx.tx, crisisId), 'crisis.not_found');
    const described = found((await describeCrises(ctx.tx, [row]))[0], 'crisis.not_found');
    const terms = termsOf(row);
    const applied = row.state === 'draft' ? [] : await listApplied(ctx.tx, crisisId);
    const done = applied.flatMap(({ measures }) => measures);
    return {
      ...described,
      terms,
      link: terms.legalUrl ?? regimes[terms.regime].link,
      allowed: speaks(ctx, ['lead']) ? allowedCrisisActs(row.state) : [],
      contracts: applied.length,
      done: measuresOf(terms.regime).flatMap((measure) => {
        const some = done.filter((one) => one.measure === measure);
        if (some.length === 0) return [];
        const withdrawn = some.filter((one) => one.withdrawn).length;
        return [{ measure, legalBasis: legalBasisOf(terms, measure), count: some.length, withdrawn }];
      }),
      letters: await countLetters(ctx.tx, crisisId),
    };
  });
