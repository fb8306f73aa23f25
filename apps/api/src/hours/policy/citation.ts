import { readUserNames } from '@jonction/db/access/queries';
import type { Tx } from '@jonction/db/client';
import { readVersions } from '@jonction/db/hours/policies';
import type { readPlacementFacts } from '@jonction/db/placement/queries';
import { staffRoles } from '@jonction/domain/access/role';
import { builtInPolicies, policiesFromTheStart } from '@jonction/domain/hours/policies/built-in';
import { versionKey } from '@jonction/domain/hours/policy';
import { versionBehind } from '@jonction/domain/hours/winning-rule';
import { parisDayOf } from '@jonction/domain/shared/day';
import type { Context } from '../../context.ts';
import { speaks } from '../../speaker.ts';

type Placed = Awaited<ReturnType<typeof readPlacementFacts>>[number];

interface Judged {
  policy: string | null;
  rule: string | null;
  /** The instant of the recording. */
  recordedAt: string;
}

/** Of any entry of a hire: which policy, which version, who published it, which text. Two statements for all of them. */
export async function citationsFor(ctx: Context & { tx: Tx }, placed: Placed) {
  const own = await readVersions(ctx.tx, { structureId: placed.structure });
  const publishers = speaks(ctx, staffRoles) ? own.map(({ publishedBy }) => publishedBy) : [];
  const names = await readUserNames(ctx.tx, publishers);
  const policies = [...policiesFromTheStart, ...own.map(({ version }) => version)];
  return ({ policy, rule, recordedAt }: Judged) => {
    const recordedOn = parisDayOf(new Date(recordedAt));
    const version =
      policy !== null && rule !== null ? versionBehind(policies, { policy, rule, recordedOn }, placed) : null;
    const row = own.find((one) => one.version === version);
    const ofKey = row ? own.filter((one) => versionKey(one.version) === versionKey(row.version)) : [];
    return {
      policyTitle: version?.title ?? null,
      source: version?.source ?? null,
      note: version?.note ?? (policy === null ? null : (builtInPolicies[policy]?.note ?? null)),
      evidenceAsked: version?.rules.find(({ id }) => id === rule)?.evidence ?? [],
      version: row
        ? {
            number: ofKey.indexOf(row) + 1,
            publishedOn: row.version.publishedOn,
            publishedByName: names.get(row.publishedBy ?? '') ?? null,
          }
        : null,
    };
  };
}
