import { user } from '@jonction/db/access/tables';
import type { Tx } from '@jonction/db/client';
import { listPaperKinds } from '@jonction/db/hours/papers';
import { placementModality } from '@jonction/db/placement/modality-table';
import { placement } from '@jonction/db/placement/tables';
import { proofOfPaper } from '@jonction/domain/hours/paper';
import {
  type ModalityFacts,
  modalities,
  modalityFactsSchema,
  modalityFields,
  modalityGaps,
  modalityProofs,
  ownFacts,
} from '@jonction/domain/placement/modality';
import { type ExecutionMode, executionModes } from '@jonction/domain/placement/placement';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

async function modeOf(tx: Tx, placementId: string) {
  const [row] = await tx
    .select({ structureId: placement.structureId, mode: placement.executionMode })
    .from(placement)
    .where(eq(placement.id, placementId));
  const { structureId, mode } = found(row, 'placement.not_found');
  return { structureId, mode: z.enum(executionModes).parse(mode) };
}

/** What the modality of a hire must record, what was written down, which papers were seen, what is missing. Three statements. */
export const showModality = procedure('placement.showModality')
  .input(z.object({ placementId: z.uuid() }))
  .output(
    z.object({
      mode: z.enum(executionModes),
      fields: z.array(z.enum(modalityFields)),
      proofs: z.array(z.enum(modalityProofs)),
      facts: modalityFactsSchema,
      /** Papers that stand on its declared hours: given, without anybody having to tick them. */
      attached: z.array(z.object({ proof: z.enum(modalityProofs), lineId: z.string() })),
      gaps: z.object({ fields: z.array(z.enum(modalityFields)), proofs: z.array(z.enum(modalityProofs)) }),
      recordedAt: z.date().nullable(),
      recordedByName: z.string().nullable(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { mode } = await modeOf(ctx.tx, input.placementId);
    const [row] = await ctx.tx
      .select({ facts: placementModality.facts, recordedAt: placementModality.recordedAt, name: user.name })
      .from(placementModality)
      .leftJoin(user, eq(user.id, placementModality.recordedBy))
      .where(eq(placementModality.placementId, input.placementId));
    const facts = ownFacts(mode, modalityFactsSchema.parse(row?.facts ?? {}));
    const attached = (await listPaperKinds(ctx.tx, input.placementId)).flatMap(({ kind, lineId }) => {
      const proof = proofOfPaper(kind);
      return proof !== null && modalities[mode].proofs.includes(proof) ? [{ proof, lineId }] : [];
    });
    return {
      mode,
      fields: [...modalities[mode].fields],
      proofs: [...modalities[mode].proofs],
      facts,
      attached,
      gaps: modalityGaps(
        mode,
        facts,
        attached.map(({ proof }) => proof),
      ),
      recordedAt: row?.recordedAt ?? null,
      recordedByName: row?.name ?? null,
    };
  });

/** Writes down what the modality of a hire asks for; what it does not ask for is left out. */
export const recordModality = procedure('placement.recordModality')
  .input(z.object({ placementId: z.uuid(), facts: modalityFactsSchema }))
  .mutation(async ({ ctx, input: { placementId, facts: given } }) => {
    const { structureId, mode } = await modeOf(ctx.tx, placementId);
    await writeModality(ctx.tx, { placementId, structureId, mode, facts: given, userId: speaker(ctx).userId });
    await recordAudit(ctx, { action: 'placement.recordModality', subjectKind: 'placement', subjectId: placementId });
  });

/** Keeps what a modality asks for, in the caller's transaction. */
export async function writeModality(
  tx: Tx,
  hire: { placementId: string; structureId: string; mode: ExecutionMode; facts: ModalityFacts; userId: string },
): Promise<void> {
  const { placementId, structureId, mode, userId } = hire;
  const written = { facts: ownFacts(mode, hire.facts), recordedBy: userId, recordedAt: new Date() };
  await tx
    .insert(placementModality)
    .values({ placementId, structureId, ...written })
    .onConflictDoUpdate({ target: placementModality.placementId, set: written });
}
