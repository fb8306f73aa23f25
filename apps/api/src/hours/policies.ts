import { readUserNames } from '@jonction/db/access/queries';
import { listDrafts, readVersions } from '@jonction/db/hours/policies';
import { builtInPolicies, inForceFromTheStart } from '@jonction/domain/hours/policies/built-in';
import { versionKey } from '@jonction/domain/hours/policy';
import { z } from 'zod';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { listScopes } from './policy/list-scopes.ts';
import { policyShape } from './policy/shapes.ts';
import { shown } from './policy/shown.ts';

const listed = {
  ...policyShape,
  id: z.string(),
  publishedOn: z.string(),
};

/**
 * What judges here: the policies that come with the product, those of the structure with every version, and what is being
 * written. A version is superseded by the next of the same policy and scope; one without rules withdraws it.
 */
export const listPolicies = procedure('hours.listPolicies')
  .output(
    z.object({
      builtIn: z.array(z.object({ ...listed, inForce: z.boolean(), adopted: z.boolean() })),
      own: z.array(
        z.object({
          ...listed,
          versionId: z.string(),
          number: z.number(),
          publishedByName: z.string().nullable(),
          scopeName: z.string().nullable(),
          state: z.enum(['in_force', 'superseded', 'withdrawn']),
        }),
      ),
      drafts: z.array(
        z.object({
          draftId: z.string(),
          title: z.string(),
          withdraws: z.boolean(),
          rules: z.number(),
          editedAt: z.date().transform((instant) => instant.toISOString()),
        }),
      ),
    }),
  )
  .query(async ({ ctx }) => {
    const structureId = structureOf(ctx);
    const versions = await readVersions(ctx.tx, { structureId });
    const names = await readUserNames(
      ctx.tx,
      versions.map(({ publishedBy }) => publishedBy),
    );
    const scopes = versions.length === 0 ? [] : await listScopes(ctx.tx, structureId);
    const byKey = Map.groupBy(versions, ({ version }) => versionKey(version));
    const drafts = await listDrafts(ctx.tx, structureId);
    return {
      builtIn: Object.values(builtInPolicies).map((policy) => ({
        ...shown(policy),
        inForce: inForceFromTheStart.includes(policy.id),
        adopted: versions.some(
          ({ version }) =>
            version.id === policy.id && byKey.get(versionKey(version))?.at(-1)?.version.rules.length !== 0,
        ),
      })),
      own: [...byKey.values()].flatMap((ofKey) =>
        ofKey
          .map((row, index) => ({
            ...shown(row.version),
            versionId: row.rowId,
            number: index + 1,
            publishedByName: names.get(row.publishedBy ?? '') ?? null,
            scopeName: scopes.find(({ id }) => id === row.version.scope.id)?.name ?? null,
            state: stateOf(row.version.rules.length, index === ofKey.length - 1),
          }))
          .reverse(),
      ),
      drafts: drafts.map(({ id, title, withdraws, rules, editedAt }) => ({
        ...{ draftId: id, title, withdraws, editedAt },
        rules: policyShape.rules.parse(rules).length,
      })),
    };
  });

function stateOf(rules: number, last: boolean): 'in_force' | 'superseded' | 'withdrawn' {
  if (!last) return 'superseded';
  return rules === 0 ? 'withdrawn' : 'in_force';
}
