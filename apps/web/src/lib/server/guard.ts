import type { Role } from '@jonction/domain/access/role';
import { type RequestEvent, redirect } from '@sveltejs/kit';
import { api, ask } from './api.ts';
import { pagePath, signInAddress } from './sign-in-address.ts';

/** Where each role lives. */
export const homeOf: Readonly<Record<Role, string>> = {
  facilitator: '/facilitateur',
  lead: '/facilitateur',
  buyer: '/acheteur',
  employer: '/entreprise',
  partner: '/partenaire',
  administrator: '/admin',
};

/** For a portal's layout: the person and her memberships, or the way to where she belongs. */
export async function guard(event: RequestEvent, roles: readonly Role[]) {
  const me = await ask(event, api(event).access.me.query());
  if (!me.user) redirect(303, signInAddress(event.url));
  if (!me.current) redirect(303, '/sans-acces');
  if (!roles.includes(me.current.role)) redirect(303, homeOf[me.current.role]);
  return { user: me.user, current: me.current, memberships: me.memberships };
}

/** A path of this site and nothing else: a link written elsewhere cannot send the reader away. */
export function ownPath(wanted: unknown, here: URL, fallback = '/'): string {
  if (typeof wanted !== 'string' || wanted === '') return fallback;
  const target = URL.parse(wanted, here);
  return target?.origin === here.origin ? pagePath(target) : fallback;
}
