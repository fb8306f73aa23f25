import { accepted, type Decision, refused } from '../shared/decision.ts';
import type { Role } from './role.ts';

const outside: readonly Role[] = ['buyer', 'employer', 'partner'];

/**
 * A facilitator invites those she works with outside; a lead also her team; an administrator anybody (rule of the house:
 * nobody gives a right wider than her own). Refusal: `access.not_allowed`.
 */
export function mayInvite(inviter: Role, invited: Role): Decision<Role, 'access.not_allowed'> {
  if (inviter === 'administrator') return accepted(invited);
  if (inviter === 'lead' && invited !== 'administrator') return accepted(invited);
  if (inviter === 'facilitator' && outside.includes(invited)) return accepted(invited);
  return refused('access.not_allowed');
}
