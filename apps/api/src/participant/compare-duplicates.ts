import type { Tx } from '@jonction/db/client';
import { listHeld } from '@jonction/db/participant/compare';
import { findParticipant } from '@jonction/db/participant/find';
import {
  differencesOf,
  mergeFields,
  mergePairSchema,
  mergeSides,
  strictestConsent,
  suggestedSide,
} from '@jonction/domain/participant/merge';
import { sameReasons } from '@jonction/domain/participant/same-person';
import { likenessOf } from '@jonction/domain/participant/same-person-score';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, Refuse } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { comparedShape } from './merge-shape.ts';

/** Two records side by side, with what differs, what is suggested and what the merged person will have agreed to. */
export const compareDuplicates = procedure('participant.compareDuplicates')
  .input(mergePairSchema)
  .output(
    z.object({
      kept: comparedShape,
      gone: comparedShape,
      score: z.number(),
      reasons: z.array(z.enum(sameReasons)),
      differences: z.array(z.object({ field: z.enum(mergeFields), suggested: z.enum(mergeSides) })),
      consentsAfter: z.boolean(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { tx } = ctx;
    if (input.keptId === input.goneId) throw new Refuse('participant.merge_same');
    const kept = await readOne(tx, input.keptId);
    const gone = await readOne(tx, input.goneId);
    const held = await listHeld(tx, [kept.id, gone.id]);
    const side = (row: typeof kept) => {
      const { cvs, contacts, positionings, open, placements, evidences, ...names } = found(
        held.find(({ id }) => id === row.id),
        'participant.not_found',
      );
      const counts = { cvs, contacts, positionings, open, placements, evidences };
      return { ...row, ...names, consents: row.diffusionConsent, counts };
    };
    const [left, right] = [side(kept), side(gone)];
    for (const { id } of [kept, gone]) {
      await recordAudit(ctx, { action: 'participant.compareDuplicates', subjectKind: 'participant', subjectId: id });
    }
    return {
      kept: left,
      gone: right,
      ...likenessOf(kept, gone),
      differences: differencesOf(kept, gone).map((field) => ({ field, suggested: suggestedSide(field, kept, gone) })),
      consentsAfter: strictestConsent(left.lastConsent, right.lastConsent),
    };
  });

async function readOne(tx: Tx, id: string) {
  return found(await findParticipant(tx, id), 'participant.not_found');
}
