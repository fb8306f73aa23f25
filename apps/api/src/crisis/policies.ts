import type { Tx } from '@jonction/db/client';
import type { PublishedPolicy } from '@jonction/db/crisis/tables';
import { findDraft } from '@jonction/db/hours/policies';
import { hourPolicyDraft } from '@jonction/db/hours/policy-tables';
import { nextReached } from '@jonction/db/hours/runs';
import { newId } from '@jonction/db/new-id';
import { changesByLine } from '@jonction/domain/hours/ledger';
import type { HourKind } from '@jonction/domain/hours/line';
import type { Policy } from '@jonction/domain/hours/policy';
import { reachOf, supersededBy } from '@jonction/domain/hours/policy-reach';
import { type PolicyDraft, publishPolicy } from '@jonction/domain/hours/publish';
import type { Context } from '../context.ts';
import { policiesOf, weighPlacements } from '../hours/judge-placements.ts';
import { publishVersion } from '../hours/policy/publish-version.ts';
import { found, settle } from '../refuse.ts';
import { speaker, structureOf } from '../speaker.ts';

/** Hires that a preview judges while somebody waits; beyond, it says so: the run itself judges them all. */
const mostWeighed = 2_000;

export interface HoursOfContract {
  contractId: string;
  lines: number;
  moved: number;
  validated: number;
  pending: number;
  rejected: number;
}

/** What publishing some versions together would move in the hours already declared, by contract. Writes nothing. */
export async function weighPolicies(
  ctx: Context & { tx: Tx },
  drafts: readonly PolicyDraft[],
): Promise<{ contracts: HoursOfContract[]; partly: boolean }> {
  const structureId = structureOf(ctx);
  const versions = drafts.map((draft) => settle(publishPolicy(draft, ctx.today)));
  const known = await policiesOf(ctx.tx, structureId);
  const ids = new Set<string>();
  const moved = new Set<HourKind>();
  for (const version of versions) {
    const reach = reachOf(version, supersededBy(version, known));
    for (const kind of reach.kinds) moved.add(kind);
    for (const id of await nextReached(ctx.tx, { structureId, reach, knownAt: null }, null, mostWeighed + 1))
      ids.add(id);
  }
  const weighed = [...ids].slice(0, mostWeighed);
  const judged = await weighPlacements(ctx.tx, weighed, { today: ctx.today, more: versions, moved: [...moved] });
  const contracts = new Map<string, HoursOfContract>();
  for (const { placement, postings } of judged) {
    for (const change of changesByLine(postings).values()) {
      if (change.moved === 0) continue;
      const contractId = placement.contract;
      const sum = contracts.get(contractId) ?? {
        contractId,
        lines: 0,
        moved: 0,
        validated: 0,
        pending: 0,
        rejected: 0,
      };
      contracts.set(contractId, {
        ...{ contractId, lines: sum.lines + 1, moved: sum.moved + change.moved },
        validated: sum.validated + change.validated,
        pending: sum.pending + change.pending,
        rejected: sum.rejected + change.rejected,
      });
    }
  }
  return { contracts: [...contracts.values()], partly: ids.size > mostWeighed };
}

/** Publishes versions in the transaction of what brings them; one job each judges again what was declared before. */
export async function publishAll(
  ctx: Context & { tx: Tx },
  drafts: readonly PolicyDraft[],
): Promise<PublishedPolicy[]> {
  const structureId = structureOf(ctx);
  const { userId } = speaker(ctx);
  const published: PublishedPolicy[] = [];
  for (const draft of drafts) {
    const version: Policy = settle(publishPolicy(draft, ctx.today));
    const draftId = newId();
    await ctx.tx.insert(hourPolicyDraft).values({
      id: draftId,
      structureId,
      policy: version.id,
      title: version.title ?? version.id,
      source: version.source ?? '',
      note: version.note ?? null,
      scopeLevel: version.scope.level,
      scopeId: version.scope.id ?? structureId,
      validFrom: version.validFrom ?? null,
      validTo: version.validTo ?? null,
      rules: version.rules,
      withdraws: version.rules.length === 0,
      createdBy: userId,
      editedBy: userId,
    });
    const row = found(await findDraft(ctx.tx, draftId), 'hours.draft_not_found');
    const { runId, versionId } = await publishVersion(ctx, row, version);
    published.push({ policy: version.id, title: version.title ?? version.id, versionId, runId });
  }
  return published;
}
