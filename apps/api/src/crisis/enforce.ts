import { lockContracts } from '@jonction/db/census/changes';
import type { Tx } from '@jonction/db/client';
import { readHeard } from '@jonction/db/contract/facts';
import { insertMeasures, type NewMeasure } from '@jonction/db/crisis/measures';
import { type CrisisRow, changeCrisis } from '@jonction/db/crisis/queries';
import type { Saying } from '@jonction/domain/census/towards';
import type { ContractEventType } from '@jonction/domain/contract/lifecycle';
import { policiesToPublish } from '@jonction/domain/crisis/policy';
import { type CrisisMeasure, legalBasisOf, measuresOf } from '@jonction/domain/crisis/regime';
import { crisisWords } from '@jonction/domain/crisis/words';
import { versionSchema } from '@jonction/domain/shared/field-schema';
import { translate } from '@jonction/domain/shared/words';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { writeChange } from '../census/write-change.ts';
import type { Context } from '../context.ts';
import { emit } from '../outbox/emit.ts';
import { Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { planLetters, receiversOf } from './letters.ts';
import { publishAll } from './policies.ts';
import { requireAct } from './require-act.ts';
import { countPlanned, termsOf, type WeighedContract, weighCrisis } from './weigh.ts';

type Actx = Context & { tx: Tx };

/**
 * Puts an emergency in force as a whole, in one transaction: events of the contracts with the article that they rest on, days that no
 * penalty counts, policies of hours, letters of the morning held back, letters to buyers and companies. `planned` is what the preview
 * told: where the base moved since, nothing is done and the sentence says so. For the lead.
 */
export const enforce = procedure('crisis.enforce')
  .input(z.object({ crisisId: z.uuid(), version: versionSchema, planned: z.int().min(0) }))
  .output(z.object({ contracts: z.number(), measures: z.number(), policies: z.number(), letters: z.number() }))
  .mutation(async ({ ctx, input: { crisisId, version, planned: expected } }) => {
    const row = await requireAct(ctx.tx, crisisId, 'enforce');
    if (row.version !== version) throw new Refuse('shared.changed_meanwhile');
    const seen = await weighCrisis(ctx, row);
    await lockContracts(
      ctx.tx,
      seen.map(({ contract }) => contract.id),
    );
    // Weighed again once nobody else writes there.
    const taken = (await weighCrisis(ctx, row)).filter(({ planned }) => planned.length > 0);
    const measures = countPlanned(taken);
    if (measures !== expected) throw new Refuse('crisis.list_moved', { count: measures });
    if (measures === 0) throw new Refuse('crisis.nobody_concerned');
    await changeCrisis(ctx.tx, crisisId, {
      ...{ state: 'in_force', appliedOn: ctx.today, appliedBy: speaker(ctx).userId, appliedAt: new Date() },
      published: await publishAll(ctx, policiesToPublish(termsOf(row), { structureId: row.structureId, crisisId })),
    });
    const written = await writeMeasures(ctx, row, taken);
    await insertMeasures(ctx.tx, { crisisId, structureId: row.structureId, recordedOn: ctx.today }, written);
    const terms = termsOf(row);
    const ids = taken.map(({ contract }) => contract.id);
    const receivers = await receiversOf(ctx, terms.receivers, ids);
    const letters = await planLetters(ctx, { crisisId, moment: 'begin', body: terms.letter }, receivers);
    await recordAudit(ctx, {
      action: 'crisis.enforce',
      subjectKind: 'crisis',
      subjectId: crisisId,
      facts: { contracts: taken.length, measures, letters, cadences: terms.cadences.length },
    });
    await emit(ctx.tx, { type: 'crisis.changed', structureId: row.structureId, subjectId: crisisId });
    const policies = policiesToPublish(terms, { structureId: row.structureId, crisisId }).length;
    return { contracts: taken.length, measures, policies, letters };
  });

/** The events of each measure as one change of many contracts, taken back as one; then what is kept of every measure. */
async function writeMeasures(ctx: Actx, row: CrisisRow, taken: readonly WeighedContract[]): Promise<NewMeasure[]> {
  const terms = termsOf(row);
  const kept: NewMeasure[] = [];
  for (const measure of measuresOf(terms.regime)) {
    const concerned = taken.flatMap(({ contract, planned }) =>
      planned.flatMap((one) => (one.measure === measure ? [{ contractId: contract.id, effect: one.effect }] : [])),
    );
    if (concerned.length === 0) continue;
    const sayings = concerned.flatMap(({ contractId, effect }) =>
      effect.kind === 'event' ? [{ contractId, answer: effect.type, on: effect.on, endsOn: effect.endsOn }] : [],
    );
    const changeId = sayings.length === 0 ? null : await sayAll(ctx, row, { measure, sayings });
    for (const { contractId, effect } of concerned) {
      kept.push({
        ...{ contractId, measure, changeId, legalBasis: legalBasisOf(terms, measure) },
        exemptFrom: effect.kind === 'exempt' ? effect.from : null,
        exemptTo: effect.kind === 'exempt' ? effect.to : null,
        endsOn: effect.kind === 'event' ? effect.endsOn : null,
      });
    }
  }
  return kept;
}

async function sayAll(
  ctx: Actx,
  row: CrisisRow,
  {
    measure,
    sayings,
  }: { measure: CrisisMeasure; sayings: (Saying & { contractId: string; answer: ContractEventType })[] },
): Promise<string> {
  const [first] = sayings;
  return writeChange(ctx, {
    ...{ answer: first?.answer ?? 'several', on: row.fromDay, chosen: sayings.length, sayings, crisisId: row.id },
    // What the measure before it wrote is among what is known.
    heard: await readHeard(
      ctx.tx,
      sayings.map(({ contractId }) => contractId),
    ),
    said: {
      ...{ source: 'facilitator', saidBy: null, legalBasis: legalBasisOf(termsOf(row), measure) },
      note: translate(crisisWords, 'fr', 'crisis.event_note', { title: row.title }),
    },
  });
}
