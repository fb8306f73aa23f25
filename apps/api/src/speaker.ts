import type { Actor, Membership } from '@jonction/domain/access/role';
import type { Context } from './context.ts';
import { Refuse } from './refuse.ts';

export type SignedIn = Extract<Actor, { kind: 'user' }>;

/** The signed-in person and the membership in whose name she speaks. The permission row already asked for a role. */
export function speaker(ctx: Context): SignedIn & { membership: Membership } {
  const { actor } = ctx;
  if (actor.kind !== 'user' || !actor.membership) throw new Refuse('access.sign_in_needed');
  return { ...actor, membership: actor.membership };
}

/** The person on her own page. The permission row already asked for her. */
export function participantOf(ctx: Context): Extract<Actor, { kind: 'participant' }> {
  if (ctx.actor.kind !== 'participant') throw new Refuse('access.sign_in_needed');
  return ctx.actor;
}

/** The structure in whose name the request is made, whoever speaks. */
export function structureOf(ctx: Context): string {
  if (ctx.actor.kind === 'link' || ctx.actor.kind === 'participant') return ctx.actor.structureId;
  return speaker(ctx).membership.structureId;
}

/** Whether the request is made by a membership of one of these roles. */
export function speaks({ actor }: Context, roles: readonly string[]): boolean {
  return actor.kind === 'user' && actor.membership !== null && roles.includes(actor.membership.role);
}
