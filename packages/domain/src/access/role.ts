import { z } from 'zod';
import type { CompanyRole } from './company-team.ts';

/** Roles of a membership. One person may hold several, one at a time speaks. French words in `access/words.ts`. */
export const roles = ['facilitator', 'lead', 'buyer', 'employer', 'partner', 'administrator'] as const;
export type Role = (typeof roles)[number];
export const roleSchema = z.enum(roles);

/** The clause team of a structure: everything of the clause side is theirs. */
export const staffRoles = ['facilitator', 'lead'] as const satisfies readonly Role[];

export const organisationKinds = ['structure', 'buyer', 'employer', 'partner'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** The kind of organisation a role speaks for. */
export const organisationKindOfRole: Readonly<Record<Role, OrganisationKind>> = {
  facilitator: 'structure',
  lead: 'structure',
  administrator: 'structure',
  buyer: 'buyer',
  employer: 'employer',
  partner: 'partner',
};

/** Who speaks in a request: a membership of a signed-in person, a company's link, somebody on her own page, or nobody yet. */
export type Actor =
  | {
      kind: 'user';
      userId: string;
      sessionId: string;
      name: string;
      email: string;
      membership: Membership | null;
    }
  | { kind: 'link'; linkId: string; pushId: string; structureId: string; organisationId: string }
  | { kind: 'participant'; linkId: string; participantId: string; structureId: string }
  | { kind: 'anonymous' };

export interface Membership {
  id: string;
  role: Role;
  organisationId: string;
  structureId: string;
  /** What she may do within her company; null for whoever speaks for another kind of organisation. */
  companyRole: CompanyRole | null;
}

/** What a permission row names: a role, a company's link, a person on her own page, anybody signed in, or anybody at all. */
export type Speaker = Role | 'link' | 'participant' | 'signed_in' | 'anybody';

/** The speakers an actor is. */
export function speakersOf(actor: Actor): Speaker[] {
  if (actor.kind === 'anonymous') return ['anybody'];
  if (actor.kind === 'link') return ['anybody', 'link'];
  if (actor.kind === 'participant') return ['anybody', 'participant'];
  return actor.membership ? ['anybody', 'signed_in', actor.membership.role] : ['anybody', 'signed_in'];
}
