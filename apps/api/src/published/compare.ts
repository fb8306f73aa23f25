import { listGivenContracts } from '@jonction/db/contract/list';
import { countLists, pageOfList } from '@jonction/db/published/lists';
import { type PairDecision, readDecisions, readTwins } from '@jonction/db/published/pairs';
import { objectWords } from '@jonction/domain/published/match';
import { comparedSchema, socialAnswer } from '@jonction/domain/published/published';
import { offsetOf } from '@jonction/domain/shared/page';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { pairsToDecide, type WeighedPair, waitingContracts } from './pairs.ts';
import { proposedAmendments } from './proposed.ts';
import { type ComparedRow, comparedShape } from './shapes.ts';

/**
 * The contracts of the team against open data, in lists: to decide, in both, only here, only published by the same buyers, put off, set
 * aside. A dozen statements at most, whatever their length.
 */
export const compare = procedure('published.compare')
  .input(comparedSchema)
  .output(comparedShape)
  .query(async ({ ctx, input }) => {
    const structureId = structureOf(ctx);
    const { pairs, sides } = await pairsToDecide(ctx.tx, structureId);
    const waiting = waitingContracts(pairs);
    const asked = {
      structureId,
      contractIds: [...waiting.decide, ...waiting.later].map(([id]) => id),
      openIds: waiting.decide.flatMap(([, own]) => own.filter(({ later }) => !later).map(({ openId }) => openId)),
    };
    const told = await countLists(ctx.tx, asked);
    const counts = { ...told, decide: waiting.decide.length, later: waiting.later.length };
    const best = new Map<string, { pair: WeighedPair; others: number }>();
    let page: { ids: string[]; total: number };
    if (input.list === 'decide' || input.list === 'later') {
      const words = [...objectWords(input.text)];
      const chosen = waiting[input.list].filter(([id, own]) => {
        const side = sides.get(id);
        const [first] = own;
        if (!side || !first || (input.level !== null && first.match.level !== input.level)) return false;
        const said = objectWords([side.object, side.reference, side.buyerName, ...side.holderNames].join(' '));
        return words.every((word) => [...said].some((one) => one.includes(word)));
      });
      const from = offsetOf(input);
      for (const [id, own] of chosen) {
        const pair = own.find(({ later }) => !later) ?? own[0];
        if (pair) best.set(id, { pair, others: own.length - 1 });
      }
      page = { ids: chosen.slice(from, from + input.pageSize).map(([id]) => id), total: chosen.length };
    } else page = await pageOfList(ctx.tx, input.list, input, asked);
    const rows = await listGivenContracts(ctx.tx, page.ids, structureId);
    const decisions = await decisionsOf(ctx.tx, input.list, page.ids);
    const proposed = await proposedAmendments(ctx.tx, structureId);
    return {
      counts,
      total: page.total,
      amendments: proposed.length,
      rows: rows.map((row): ComparedRow => {
        const found = best.get(row.id);
        const open = found && sides.get(found.pair.openId);
        const decision = decisions.get(row.id);
        return {
          ...row,
          social: socialAnswer(row.social),
          match:
            found && open
              ? {
                  ...{ openId: open.id, reference: open.reference, object: open.object, others: found.others },
                  ...{ confidence: found.pair.match.confidence, level: found.pair.match.level },
                }
              : null,
          decision: decision ? { ...decision } : null,
        };
      }),
    };
  });

/** The decision by which each row stands in its list, where somebody took one. */
async function decisionsOf(
  tx: Parameters<typeof readDecisions>[0],
  list: string,
  ids: readonly string[],
): Promise<Map<string, PairDecision>> {
  if (ids.length === 0 || (list !== 'both' && list !== 'aside')) return new Map();
  if (list === 'both') return readTwins(tx, ids);
  const all = await readDecisions(tx, { openIds: ids });
  return new Map(all.filter(({ verdict }) => verdict === 'aside').map((one) => [one.openId, one]));
}
