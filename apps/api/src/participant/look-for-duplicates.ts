import { organisation } from '@jonction/db/organisation/tables';
import { keepPairs, listCandidatePairs } from '@jonction/db/participant/pairs';
import { isWorthALook, likenessOf } from '@jonction/domain/participant/same-person-score';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { EventJob, JobContext } from '../jobs/start.ts';
import { emit } from '../outbox/emit.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

const system = { kind: 'system' } as const;

/** Asks for a look at the whole bank; a job does it, the night does it anyway. */
export const lookForDuplicates = procedure('participant.lookForDuplicates')
  .output(z.object({ asked: z.literal(true) }))
  .mutation(async ({ ctx }) => {
    await emit(ctx.tx, { type: 'participant.look_wanted', structureId: structureOf(ctx) });
    return { asked: true as const };
  });

/** Looks at everybody of a structure for records of one person: two statements, whatever the size of the bank. */
export async function lookAtBank({ structureId }: Pick<EventJob, 'structureId'>, context: JobContext): Promise<void> {
  if (structureId === null) return;
  await context.database.as(system, async (tx) => {
    const pairs = await listCandidatePairs(tx, structureId);
    const found = pairs.flatMap((pair) => {
      const likeness = likenessOf(pair, {
        firstName: pair.otherFirstName,
        lastName: pair.otherLastName,
        birthDate: pair.otherBirthDate,
        phone: pair.otherPhone,
        email: pair.otherEmail,
        postalCode: pair.otherPostalCode,
      });
      if (!isWorthALook(likeness)) return [];
      return [{ id: pair.id, otherId: pair.otherId, score: likeness.score, why: likeness.reasons.join(',') }];
    });
    await keepPairs(tx, structureId, found);
  });
}

/** The same at night, structure after structure. */
export async function lookAtEveryBank(context: JobContext): Promise<void> {
  const structures = await context.database.as(system, (tx) =>
    tx.select({ id: organisation.id }).from(organisation).where(eq(organisation.kind, 'structure')),
  );
  for (const { id } of structures) await lookAtBank({ structureId: id }, context);
}
