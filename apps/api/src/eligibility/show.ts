import { listDerogationsOf } from '@jonction/db/eligibility/derogations';
import { listChecksOf } from '@jonction/db/eligibility/queries';
import { findParticipant } from '@jonction/db/participant/find';
import { categoryOf } from '@jonction/domain/eligibility/categories';
import { derogationDecisions } from '@jonction/domain/eligibility/derogation';
import { provenDays } from '@jonction/domain/eligibility/proven-days';
import { readingPurposes } from '@jonction/domain/eligibility/record';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { instant } from '../participant/shape.ts';
import { found } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { derogationSeal } from './derogate.ts';
import { openEvidence } from './evidence.ts';

const opinionShape = z.object({ opinion: z.string() });

/** Why a person is eligible: asked with a purpose, and every reading is kept with it. */
export const show = procedure('eligibility.show')
  .input(z.object({ participantId: z.uuid(), purpose: z.enum(readingPurposes) }))
  .output(
    z.object({
      evidences: z.array(
        z.object({
          id: z.string(),
          category: z.string(),
          categoryLabel: z.string(),
          usualProof: z.string().nullable(),
          issuedOn: z.string(),
          validTo: z.string().nullable(),
          label: z.string().nullable(),
          fileId: z.string().nullable(),
          recordedAt: instant,
          /** The days that this paper proves; null when it proves none (no birth date for an age, or never of that age). */
          proves: z.object({ from: z.string(), to: z.string().nullable() }).nullable(),
        }),
      ),
      /** Motivated opinions, with what was decided. */
      derogations: z.array(
        z.object({
          id: z.string(),
          contractObject: z.string(),
          opinion: z.string(),
          fileId: z.string().nullable(),
          askedByName: z.string().nullable(),
          askedAt: instant,
          /** Whoever reads may decide: she did not give the opinion. */
          mine: z.boolean(),
          decision: z.enum(derogationDecisions).nullable(),
          decidedByName: z.string().nullable(),
          decidedAt: instant.nullable(),
          validFrom: z.string().nullable(),
          validTo: z.string().nullable(),
        }),
      ),
      checks: z.array(
        z.object({
          id: z.string(),
          clauseId: z.string().nullable(),
          on: z.string(),
          eligible: z.boolean(),
          eligibleTo: z.string().nullable(),
          checkedByName: z.string().nullable(),
          contractObject: z.string().nullable(),
        }),
      ),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { participantId, purpose } = input;
    const { structureId, birthDate } = found(await findParticipant(ctx.tx, participantId), 'participant.not_found');
    await recordAudit(ctx, {
      action: 'eligibility.show',
      subjectKind: 'participant',
      subjectId: participantId,
      purpose,
    });
    const evidences = await openEvidence(ctx, participantId, structureId);
    return {
      evidences: evidences.map((evidence) => {
        const category = categoryOf(evidence.category);
        const [days] = provenDays([evidence], [category ?? { code: evidence.category }], birthDate);
        return {
          id: evidence.id,
          category: evidence.category,
          categoryLabel: category?.label[ctx.locale] ?? evidence.category,
          usualProof: category?.proof ?? null,
          issuedOn: evidence.issuedOn,
          validTo: evidence.validTo ?? null,
          label: evidence.label,
          fileId: evidence.fileId,
          recordedAt: evidence.recordedAt,
          proves: days ? { from: days.from, to: days.to } : null,
        };
      }),
      derogations: await Promise.all(
        (await listDerogationsOf(ctx.tx, participantId)).map(async ({ sealed, askedBy, ...row }) => ({
          ...row,
          ...opinionShape.parse(await ctx.vault.open(ctx.tx, structureId, derogationSeal(row.id), sealed)),
          mine: askedBy === speaker(ctx).userId,
        })),
      ),
      checks: await listChecksOf(ctx.tx, participantId),
    };
  });
