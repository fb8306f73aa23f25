import { lockContracts } from '@jonction/db/census/changes';
import type { Tx } from '@jonction/db/client';
import { readFacts, readHeard, wholeContract } from '@jonction/db/contract/facts';
import { readStandingMeasures } from '@jonction/db/crisis/measures';
import { type CrisisRow, changeCrisis, findCrisis } from '@jonction/db/crisis/queries';
import { readVersions } from '@jonction/db/hours/policies';
import { judgeSaying } from '@jonction/domain/census/change';
import { resumesAtEnd } from '@jonction/domain/crisis/plan';
import { policyEndingOn } from '@jonction/domain/crisis/policy';
import { legalBasisOf } from '@jonction/domain/crisis/regime';
import { crisisWords } from '@jonction/domain/crisis/words';
import { versionKey } from '@jonction/domain/hours/policy';
import type { PolicyDraft } from '@jonction/domain/hours/publish';
import type { Day } from '@jonction/domain/shared/day';
import { daySchema } from '@jonction/domain/shared/field-schema';
import { translate } from '@jonction/domain/shared/words';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { writeChange } from '../census/write-change.ts';
import type { Context } from '../context.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { planLetters, receiversOf } from './letters.ts';
import { publishAll } from './policies.ts';
import { requireAct } from './require-act.ts';
import { termsOf } from './weigh.ts';

type Actx = Context & { tx: Tx };

interface Ending {
  /** Contracts that go on again: they still stand in the halt that the emergency wrote. */
  resumed: string[];
  /** Halted since by somebody else's word, ended or taken up again: left as they are. */
  left: number;
  exempt: number;
  concerned: string[];
  policies: PolicyDraft[];
}

async function weighEnd(ctx: Actx, row: CrisisRow, on: Day): Promise<Ending> {
  if (on < row.fromDay) throw new Refuse('crisis.end_before_start', { from: row.fromDay }, 'on');
  if (on > ctx.today) throw new Refuse('crisis.end_in_future', {}, 'on');
  const standing = await readStandingMeasures(ctx.tx, row.id);
  const halts = standing.flatMap(({ contractId, measure, eventId }) =>
    eventId !== null && ['stop', 'suspend', 'suspend_concession'].includes(measure) ? [{ contractId, eventId }] : [],
  );
  const facts = await readFacts(
    ctx.tx,
    halts.map(({ contractId }) => contractId),
  );
  const resumed = halts.flatMap(({ contractId, eventId }) => {
    const heard = wholeContract(facts.get(contractId) ?? []);
    const halt = heard.findIndex(({ id }) => id === eventId);
    const fits = judgeSaying(
      [{ id: contractId, facts: heard }],
      { answer: 'resume', on, endsOn: null },
      ctx.today,
    ).kept;
    return fits.length > 0 && resumesAtEnd(heard, halt, on, ctx.today) ? [contractId] : [];
  });
  return {
    ...{ resumed, left: halts.length - resumed.length },
    exempt: standing.filter(({ measure }) => measure === 'no_penalty').length,
    concerned: [...new Set(standing.map(({ contractId }) => contractId))],
    policies: await policiesEnding(ctx, row, on),
  };
}

/** Of the policies that the emergency published, the last version of each as it is now, its days cut where they go further. */
async function policiesEnding(ctx: Actx, { structureId, published }: CrisisRow, on: Day): Promise<PolicyDraft[]> {
  if (published.length === 0) return [];
  const versions = await readVersions(ctx.tx, { structureId });
  return published.flatMap(({ versionId }) => {
    const own = versions.find(({ rowId }) => rowId === versionId)?.version;
    const last = own && versions.findLast(({ version }) => versionKey(version) === versionKey(own))?.version;
    // Superseded or withdrawn since by the team: theirs is left.
    if (!own || last !== own) return [];
    return policyEndingOn(own, on) ?? [];
  });
}

const ending = { crisisId: z.uuid(), on: daySchema };

/** What ending an emergency on a day would do. Writes nothing. */
export const previewEnd = procedure('crisis.previewEnd')
  .input(z.object(ending))
  .output(
    z.object({
      resumed: z.number(),
      left: z.number(),
      exempt: z.number(),
      concerned: z.number(),
      policies: z.array(z.object({ title: z.string(), validTo: z.string().nullable() })),
    }),
  )
  .query(async ({ ctx, input: { crisisId, on } }) => {
    const row = found(await findCrisis(ctx.tx, crisisId), 'crisis.not_found');
    const { resumed, left, exempt, concerned, policies } = await weighEnd(ctx, row, on);
    return {
      ...{ resumed: resumed.length, left, exempt, concerned: concerned.length },
      policies: policies.map(({ title, id, validTo }) => ({ title: title ?? id, validTo: validTo ?? null })),
    };
  });

/**
 * Ends an emergency as a whole on a day, in one transaction: contracts that it halted go on again, its policies stop, days count for
 * penalties again, the letters of the morning leave again. Amendments stay: a new end date is signed for good. For the lead.
 */
export const end = procedure('crisis.end')
  .input(z.object({ ...ending, letter: z.string().trim().max(4000) }))
  .output(z.object({ resumed: z.number(), left: z.number(), policies: z.number(), letters: z.number() }))
  .mutation(async ({ ctx, input: { crisisId, on, letter } }) => {
    const row = await requireAct(ctx.tx, crisisId, 'end');
    const seen = await weighEnd(ctx, row, on);
    await lockContracts(ctx.tx, seen.concerned);
    const { resumed, left, concerned, policies } = await weighEnd(ctx, row, on);
    if (resumed.length > 0) {
      await writeChange(ctx, {
        ...{ answer: 'resume', on, chosen: resumed.length, crisisId },
        heard: await readHeard(ctx.tx, resumed),
        sayings: resumed.map((contractId) => ({ contractId, answer: 'resume', on, endsOn: null })),
        said: {
          ...{ source: 'facilitator', saidBy: null, legalBasis: legalBasisOf(termsOf(row), 'scope') },
          note: translate(crisisWords, 'fr', 'crisis.resume_note', { title: row.title }),
        },
      });
    }
    await publishAll(ctx, policies);
    await changeCrisis(ctx.tx, crisisId, {
      ...{ state: 'ended', endedOn: on, endedSaidOn: ctx.today, endedBy: speaker(ctx).userId, endedAt: new Date() },
    });
    const receivers = letter === '' ? [] : await receiversOf(ctx, termsOf(row).receivers, concerned);
    const letters = await planLetters(ctx, { crisisId, moment: 'end', body: letter }, receivers);
    await recordAudit(ctx, {
      action: 'crisis.end',
      subjectKind: 'crisis',
      subjectId: crisisId,
      facts: { on, resumed: resumed.length, left, letters },
    });
    await emit(ctx.tx, { type: 'crisis.changed', structureId: row.structureId, subjectId: crisisId });
    return { resumed: resumed.length, left, policies: policies.length, letters };
  });
