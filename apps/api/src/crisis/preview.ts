import type { Tx } from '@jonction/db/client';
import { listOpenPenalties, readContractNames } from '@jonction/db/crisis/contracts';
import { findCrisis } from '@jonction/db/crisis/queries';
import { findOrganisation } from '@jonction/db/organisation/queries';
import { contractStatuses, statusAfter } from '@jonction/domain/contract/lifecycle';
import { crisisCadences } from '@jonction/domain/crisis/cadence';
import type { CrisisTerms } from '@jonction/domain/crisis/crisis';
import { crisisObstacles } from '@jonction/domain/crisis/measure-rule';
import { policiesOffered, policiesToPublish } from '@jonction/domain/crisis/policy';
import { crisisMeasures, legalBasisOf, measuresOf } from '@jonction/domain/crisis/regime';
import { penaltySchema, proposePenalty } from '@jonction/domain/penalty/penalty';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { found } from '../refuse.ts';
import { speaker, structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { countWaiting } from './cadences.ts';
import { letterOf, receiversOf } from './letters.ts';
import { weighPolicies } from './policies.ts';
import { hoursMovedShape, ofCrisis, receiverShape } from './shapes.ts';
import { countPlanned, termsOf, type WeighedContract, weighCrisis } from './weigh.ts';

/** Rows of each part; what is beyond is counted, and stands in full where the count leads. */
const mostNamed = 200;

const contractName = { contractId: z.string(), number: z.number(), object: z.string() };

/**
 * All that an emergency would change, before anything is written: contracts by measure and by status, policies with the hours that they
 * move, letters of the morning that are held back, penalties, and who is written to. Writes nothing. A fixed number of statements.
 */
export const preview = procedure('crisis.preview')
  .input(ofCrisis)
  .output(
    z.object({
      looked: z.number(),
      concerned: z.number(),
      /** What is confirmed when it is applied. */
      planned: z.number(),
      measures: z.array(
        z.object({
          measure: z.enum(crisisMeasures),
          legalBasis: z.string().nullable(),
          chosen: z.boolean(),
          may: z.number(),
          planned: z.number(),
          obstacles: z.array(z.object({ why: z.enum(crisisObstacles), count: z.number() })),
        }),
      ),
      moves: z.array(
        z.object({ before: z.enum(contractStatuses), after: z.enum(contractStatuses), count: z.number() }),
      ),
      policies: z.object({
        offered: z.array(z.object({ id: z.string(), inForce: z.boolean(), chosen: z.boolean() })),
        published: z.number(),
        ...hoursMovedShape.shape,
        lines: z.number(),
        partly: z.boolean(),
        contracts: z.array(z.object({ ...contractName, lines: z.number(), ...hoursMovedShape.shape })),
      }),
      cadences: z.array(z.object({ cadence: z.enum(crisisCadences), waiting: z.number() })),
      penalties: z.object({
        exempt: z.number(),
        open: z.array(z.object({ id: z.string(), ...contractName, cents: z.number(), centsAfter: z.number() })),
      }),
      letters: z.object({
        receivers: z.array(receiverShape),
        addressed: z.number(),
        sample: z.object({ to: z.string(), subject: z.string(), text: z.string() }).nullable(),
      }),
    }),
  )
  .query(async ({ ctx, input: { crisisId } }) => {
    const row = found(await findCrisis(ctx.tx, crisisId), 'crisis.not_found');
    const terms = termsOf(row);
    const weighed = await weighCrisis(ctx, row);
    const taken = weighed.filter(({ planned }) => planned.length > 0);
    return {
      looked: weighed.length,
      concerned: taken.length,
      planned: countPlanned(weighed),
      measures: measuresIn(weighed, terms),
      moves: movesIn(weighed),
      policies: await policiesIn(ctx, { crisisId, terms }),
      cadences: await countWaiting(ctx.tx, terms.cadences, ctx.today),
      penalties: await penaltiesIn(ctx, taken),
      letters: await lettersIn(ctx, terms, taken),
    };
  });

function measuresIn(weighed: readonly WeighedContract[], terms: CrisisTerms) {
  return measuresOf(terms.regime).map((measure) => {
    const verdicts = weighed.flatMap((one) => one.verdicts.filter((verdict) => verdict.measure === measure));
    const refused = verdicts.flatMap((verdict) => (verdict.may ? [] : [verdict.why]));
    return {
      measure,
      legalBasis: legalBasisOf(terms, measure),
      chosen: measure === 'scope' || terms.measures.includes(measure),
      may: verdicts.length - refused.length,
      planned: weighed.filter(({ planned }) => planned.some((one) => one.measure === measure)).length,
      obstacles: [...Map.groupBy(refused, (why) => why)].map(([why, some]) => ({ why, count: some.length })),
    };
  });
}

/** From which status to which, by what stops, suspends or ends. */
function movesIn(weighed: readonly WeighedContract[]) {
  const moves = weighed.flatMap(({ contract, planned }) =>
    planned.flatMap(({ effect }) => {
      if (effect.kind !== 'event' || effect.type === 'extend') return [];
      const after = statusAfter(contract.status, effect.type);
      return after === null ? [] : [{ before: contract.status, after }];
    }),
  );
  return [...Map.groupBy(moves, ({ before, after }) => `${before} ${after}`).values()]
    .flatMap((some) => (some[0] ? [{ ...some[0], count: some.length }] : []))
    .sort((a, b) => b.count - a.count);
}

async function policiesIn(ctx: Context & { tx: Tx }, { crisisId, terms }: { crisisId: string; terms: CrisisTerms }) {
  const structureId = structureOf(ctx);
  const drafts = policiesToPublish(terms, { structureId, crisisId });
  const { contracts, partly } = await weighPolicies(ctx, drafts);
  const rows = await nameContracts(ctx, contracts);
  const sum = (field: 'lines' | 'moved' | 'validated' | 'pending' | 'rejected') =>
    contracts.reduce((all, contract) => all + contract[field], 0);
  return {
    offered: policiesOffered(terms).map((offer) => ({ ...offer, chosen: terms.policies.includes(offer.id) })),
    published: drafts.length,
    ...{ moved: sum('moved'), validated: sum('validated'), pending: sum('pending'), rejected: sum('rejected') },
    ...{ lines: sum('lines'), partly, contracts: rows.sort((a, b) => b.moved - a.moved).slice(0, mostNamed) },
  };
}

async function nameContracts<Row extends { contractId: string }>(ctx: Context & { tx: Tx }, rows: readonly Row[]) {
  const named = await readContractNames(
    ctx.tx,
    rows.map(({ contractId }) => contractId),
  );
  return rows.map((row) => ({ ...row, ...(named.get(row.contractId) ?? { number: 0, object: '' }) }));
}

async function penaltiesIn(ctx: Context & { tx: Tx }, taken: readonly WeighedContract[]) {
  const exempt = new Map(
    taken.flatMap(({ contract, planned }) =>
      planned.flatMap(({ effect }) => (effect.kind === 'exempt' ? [[contract.id, effect] as const] : [])),
    ),
  );
  const open = await listOpenPenalties(ctx.tx, structureOf(ctx), [...exempt.keys()]);
  return {
    exempt: exempt.size,
    open: open.slice(0, mostNamed).map(({ input, contractNumber, contractObject, ...penalty }) => {
      const frozen = penaltySchema.parse(input);
      const range = exempt.get(penalty.contractId);
      const proposal = proposePenalty({ ...frozen, exempt: [...(frozen.exempt ?? []), ...(range ? [range] : [])] });
      const centsAfter = proposal.ok ? proposal.value.cents : penalty.cents;
      return { ...penalty, number: contractNumber, object: contractObject, centsAfter };
    }),
  };
}

async function lettersIn(ctx: Context & { tx: Tx }, terms: CrisisTerms, taken: readonly WeighedContract[]) {
  const byId = new Map(taken.map((one) => [one.contract.id, one]));
  const receivers = await receiversOf(ctx, terms.receivers, [...byId.keys()]);
  const addressed = new Set(receivers.flatMap(({ address }) => address ?? []));
  const first = receivers.find(({ address }) => address !== null) ?? receivers[0];
  const team = first ? await findOrganisation(ctx.tx, structureOf(ctx)) : null;
  const letter =
    first &&
    letterOf({
      ...{ organisationName: first.name, contactName: first.contactName, moment: 'begin', body: terms.letter },
      ...{ title: terms.title, structureName: team?.name ?? '', structurePhone: team?.phone ?? null },
      senderName: speaker(ctx).name,
      contracts: first.contractIds.flatMap((id) => {
        const one = byId.get(id);
        if (!one) return [];
        const measures = one.planned.map(({ measure, effect }) => ({
          measure,
          legalBasis: legalBasisOf(terms, measure),
          endsOn: effect.kind === 'event' ? effect.endsOn : null,
        }));
        return [{ reference: one.contract.reference, object: one.contract.object, measures }];
      }),
    });
  return {
    receivers: receivers.map(({ contractIds, contactName: _, ...receiver }) => ({
      ...receiver,
      contracts: contractIds.length,
    })),
    addressed: addressed.size,
    sample: letter && first ? { to: first.name, subject: letter.subject, text: letter.text } : null,
  };
}
