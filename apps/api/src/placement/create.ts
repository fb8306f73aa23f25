import type { Tx } from '@jonction/db/client';
import { ofLot, readFacts } from '@jonction/db/contract/facts';
import { clause, contract } from '@jonction/db/contract/tables';
import { listHiresOf } from '@jonction/db/eligibility/queries';
import { newId } from '@jonction/db/new-id';
import { organisation } from '@jonction/db/organisation/tables';
import { participant } from '@jonction/db/participant/tables';
import { placement } from '@jonction/db/placement/tables';
import { findPositioning } from '@jonction/db/positioning/queries';
import { clauseCategoriesSchema } from '@jonction/domain/contract/clause';
import { foldStatus } from '@jonction/domain/contract/status';
import { categorySetOn } from '@jonction/domain/eligibility/category';
import { type EligibilityWindow, eligibilityWindows, windowSettingsSchema } from '@jonction/domain/eligibility/window';
import { modalityFactsSchema, nothingWritten } from '@jonction/domain/placement/modality';
import { type PlacementInput, placementInput } from '@jonction/domain/placement/placement';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { groundOfHire } from '../eligibility/ground.ts';
import { structureSettings } from '../organisation/settings.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { beginArrival } from './arrival.ts';
import { writeModality } from './modality.ts';

type Ctx = Context & { tx: Tx };

/** Statuses in which a contract may take somebody on: services go on while sites are stopped. */
const hiring: readonly string[] = ['notified', 'active', 'stopped'];

/**
 * The hire becomes a placement on the clause. Eligibility is judged at the hire day on the papers of the vault, then frozen:
 * the window and, sealed, the categories that opened it. A hire on another contract takes over what was frozen, within its window;
 * where no paper proves anything, a derogation that was granted may open it. What its modality asks for may be written at once
 * (`facts`) or later: nothing of it holds a hire back.
 */
export const create = procedure('placement.create')
  .input(placementInput.and(z.object({ facts: modalityFactsSchema.nullish() })))
  .output(z.object({ placementId: z.string(), number: z.number(), eligibleTo: z.string().nullable() }))
  .mutation(async ({ ctx, input: { facts, ...input } }) => {
    const { userId, membership } = speaker(ctx);
    const { structureId } = membership;
    const [person] = await ctx.tx
      .select()
      .from(participant)
      .where(eq(participant.id, input.participantId))
      .for('update');
    const hired = found(person, 'participant.not_found');
    const [named] = await ctx.tx
      .select({ honoured: clause, contractEndsOn: contract.endsOn })
      .from(clause)
      .innerJoin(contract, eq(contract.id, clause.contractId))
      .where(and(eq(clause.id, input.clauseId), eq(clause.structureId, structureId)));
    const { honoured, contractEndsOn } = found(named, 'placement.clause_not_found');
    await requireEmployer(ctx.tx, input.employerId);
    await requirePositioning(ctx.tx, input);
    await requireLiveContract(ctx, honoured.contractId, honoured.lotId, input.startsOn);

    const set = categorySetOn(clauseCategoriesSchema.parse(honoured.categories), input.startsOn);
    if (!set) throw new Refuse('placement.no_category_set', { day: input.startsOn }, 'clauseId');
    const ground = await groundOfHire(
      ctx,
      { participantId: hired.id, structureId, birthDate: hired.birthDate },
      { clauseId: honoured.id, set, day: input.startsOn, kind: input.windowKind },
    );
    await recordAudit(ctx, {
      action: 'eligibility.read',
      subjectKind: 'participant',
      subjectId: hired.id,
      purpose: 'hire',
    });
    if (!ground) throw new Refuse('placement.not_eligible', { day: input.startsOn }, 'participantId');
    const placementId = newId();
    const window = await windowOf(ctx, placementId, input, contractEndsOn);

    const [made] = await ctx.tx
      .insert(placement)
      .values({
        ...input,
        id: placementId,
        structureId,
        workerName: `${hired.firstName} ${hired.lastName}`,
        contractId: honoured.contractId,
        lotId: honoured.lotId,
        buyerId: honoured.buyerId,
        eligibleFrom: window.from,
        eligibleTo: window.to,
        sealedCategories: await ctx.vault.seal(ctx.tx, structureId, `placement:${placementId}`, {
          categories: ground.categories,
        }),
        snapshotOf: ground.snapshotOf,
        derogationId: ground.derogationId,
        createdBy: userId,
      })
      .returning({ number: placement.number });
    const mode = input.executionMode;
    if (facts && !nothingWritten(mode, facts)) {
      await writeModality(ctx.tx, { placementId, structureId, mode, facts, userId });
    }
    await ctx.tx
      .update(participant)
      .set({ status: 'placed', updatedAt: new Date(), version: sql`${participant.version} + 1` })
      .where(eq(participant.id, hired.id));
    await beginArrival(ctx, { id: placementId, structureId, employerId: input.employerId, startsOn: input.startsOn });
    await emit(
      ctx.tx,
      { type: 'placement.created', structureId, subjectId: placementId },
      { type: 'participant.changed', structureId, subjectId: hired.id },
    );
    await recordAudit(ctx, { action: 'placement.create', subjectKind: 'placement', subjectId: placementId });
    return { placementId, number: found(made, 'placement.not_found').number, eligibleTo: window.to };
  });

async function requireEmployer(tx: Tx, employerId: string): Promise<void> {
  const [employer] = await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(and(eq(organisation.id, employerId), eq(organisation.kind, 'employer')));
  found(employer, 'placement.employer_not_found');
}

/** A hire that comes from a pushed CV is of that person, by that company, which said "hired". */
async function requirePositioning(tx: Tx, input: PlacementInput): Promise<void> {
  if (input.positioningId === null) return;
  const row = found(await findPositioning(tx, input.positioningId), 'positioning.not_found');
  if (row.participantId !== input.participantId || row.employerId !== input.employerId) {
    throw new Refuse('placement.positioning_elsewhere');
  }
  if (row.status !== 'hired') throw new Refuse('placement.positioning_not_hired');
  const [already] = await tx.select({ id: placement.id }).from(placement).where(eq(placement.positioningId, row.id));
  if (already) throw new Refuse('placement.already');
}

async function requireLiveContract(ctx: Ctx, contractId: string, lotId: string, day: string): Promise<void> {
  const facts = (await readFacts(ctx.tx, [contractId])).get(contractId) ?? [];
  const { status } = foldStatus({ events: ofLot(facts, lotId), asOf: day, knownOn: ctx.today });
  if (!hiring.includes(status)) throw new Refuse('placement.contract_not_live', { day }, 'startsOn');
}

async function windowOf(
  ctx: Ctx,
  id: string,
  input: PlacementInput,
  contractEndsOn: string | null,
): Promise<EligibilityWindow> {
  const hires = await listHiresOf(ctx.tx, input.participantId);
  const hire = {
    id,
    kind: input.windowKind,
    from: input.startsOn,
    to: input.endsOn,
    contractEndsOn,
    passValidTo: input.passValidTo,
  };
  const settings = await structureSettings(ctx.tx, speaker(ctx).membership.structureId, windowSettingsSchema);
  const window = eligibilityWindows([...hires, hire], settings).find((one) => one.id === id);
  if (!window) throw new Error('a hire has a window');
  if (window.to !== null && window.to < input.startsOn) {
    throw new Refuse('placement.window_over', { until: window.to }, 'participantId');
  }
  return window;
}
