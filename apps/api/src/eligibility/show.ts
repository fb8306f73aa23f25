import { isAlone, listDerogationsOf } from '@jonction/db/eligibility/derogations';
import { listChecksOf, listClauseHires } from '@jonction/db/eligibility/queries';
import { findParticipant } from '@jonction/db/participant/find';
import { categoryOf } from '@jonction/domain/eligibility/categories';
import { derogationDecisions } from '@jonction/domain/eligibility/derogation';
import { provenDays } from '@jonction/domain/eligibility/proven-days';
import { readingPurposes } from '@jonction/domain/eligibility/reading-purpose';
import { regimeState, regimeStates, regimes, withoutPaper } from '@jonction/domain/eligibility/regime';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { instant } from '../participant/shape.ts';
import { found } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { derogationAloneSeal, derogationSeal } from './derogate.ts';
import { type OpenEvidence, openEvidence } from './evidence.ts';
import { openRegimes } from './regimes.ts';

const opinionShape = z.object({ opinion: z.string() });
const reasonShape = z.object({ reason: z.string() });

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
          /** Why its author decided on it: there was nobody else. Null for a decision of two. */
          alone: z.string().nullable(),
        }),
      ),
      /** Nobody else of the team could decide on an opinion of whoever reads. */
      alone: z.boolean(),
      regimes: z.array(
        z.object({
          id: z.string(),
          regime: z.enum(regimes),
          from: z.string(),
          to: z.string().nullable(),
          reference: z.string().nullable(),
          state: z.enum(regimeStates),
        }),
      ),
      /** Regimes that run and would make her eligible, but for a paper. */
      withoutPaper: z.array(z.enum(regimes)),
      /** Hires on clauses: the regime of the clause itself. */
      hires: z.array(
        z.object({
          id: z.string(),
          number: z.number(),
          object: z.string(),
          from: z.string(),
          to: z.string().nullable(),
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
    const { userId } = speaker(ctx);
    const evidences = await openEvidence(ctx, participantId, structureId);
    const followed = await openRegimes(ctx, participantId, structureId);
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
        (await listDerogationsOf(ctx.tx, participantId)).map(async ({ sealed, askedBy, aloneSealed, ...row }) => ({
          ...row,
          ...opinionShape.parse(await ctx.vault.open(ctx.tx, structureId, derogationSeal(row.id), sealed)),
          mine: askedBy === userId,
          alone:
            aloneSealed === null
              ? null
              : reasonShape.parse(await ctx.vault.open(ctx.tx, structureId, derogationAloneSeal(row.id), aloneSealed))
                  .reason,
        })),
      ),
      alone: await isAlone(ctx.tx, structureId, userId),
      regimes: followed.map((one) => ({ ...one, state: regimeState(one, ctx.today) })),
      withoutPaper: withoutPaper(followed, provenOn(evidences, birthDate, ctx.today), ctx.today),
      hires: await listClauseHires(ctx.tx, participantId),
      checks: await listChecksOf(ctx.tx, participantId),
    };
  });

/** The categories that papers prove on a day. */
function provenOn(evidences: readonly OpenEvidence[], birthDate: string | null, on: string): string[] {
  const accepted = [...new Set(evidences.map(({ category }) => category))].map((code) => categoryOf(code) ?? { code });
  return provenDays(evidences, accepted, birthDate)
    .filter(({ from, to }) => from <= on && (to === null || to >= on))
    .map(({ category }) => category);
}
