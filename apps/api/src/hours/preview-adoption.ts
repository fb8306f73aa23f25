import { contract } from '@jonction/db/contract/tables';
import { listDeclaredPlacements } from '@jonction/db/hours/judging';
import { hoursMoved, type LedgerPosting } from '@jonction/domain/hours/ledger';
import { builtInPolicies } from '@jonction/domain/hours/policies/built-in';
import { adoptionOf, publishPolicy } from '@jonction/domain/hours/publish';
import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { found, settle } from '../refuse.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { weighPlacements } from './judge-placements.ts';

const batch = 200;
const change = { moved: z.number(), validated: z.number(), pending: z.number(), rejected: z.number() };

/** What adopting a policy would move, contract by contract, before anybody decides. Writes nothing. */
export const previewAdoption = procedure('hours.previewAdoption')
  .input(z.object({ policyId: z.string() }))
  .output(
    z.object({
      ...change,
      contracts: z.array(
        z.object({ contractId: z.string(), number: z.number(), object: z.string(), lines: z.number(), ...change }),
      ),
    }),
  )
  .query(async ({ ctx, input }) => {
    const structureId = structureOf(ctx);
    const builtIn = found(builtInPolicies[input.policyId], 'hours.policy_not_found');
    const version = settle(publishPolicy(adoptionOf(builtIn, structureId), ctx.today));
    const ids = await listDeclaredPlacements(ctx.tx, structureId);
    const byContract = new Map<string, LedgerPosting[]>();
    for (let at = 0; at < ids.length; at += batch) {
      for (const { placement, postings } of await weighPlacements(ctx.tx, ids.slice(at, at + batch), ctx.today, [
        version,
      ])) {
        if (postings.length === 0) continue;
        byContract.set(placement.contract, [...(byContract.get(placement.contract) ?? []), ...postings]);
      }
    }
    const named = await ctx.tx
      .select({ contractId: contract.id, number: contract.number, object: contract.object })
      .from(contract)
      .where(inArray(contract.id, [...byContract.keys()]))
      .orderBy(contract.number);
    return {
      ...hoursMoved([...byContract.values()].flat()),
      contracts: named.map((one) => {
        const postings = byContract.get(one.contractId) ?? [];
        return { ...one, lines: new Set(postings.map(({ line }) => line)).size, ...hoursMoved(postings) };
      }),
    };
  });
