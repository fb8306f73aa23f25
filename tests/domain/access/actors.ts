import type { Actor, Role } from '@jonction/domain/access/role';

/** Somebody signed in who speaks as this role, or who belongs nowhere. */
export function signedIn(role: Role | null): Actor {
  const membership =
    role === null ? null : { id: 'm1', role, organisationId: 'o1', structureId: 't1', companyRole: null };
  return {
    kind: 'user',
    userId: 'u1',
    sessionId: 's1',
    name: 'Nadia Belkacem',
    email: 'nadia@exemple.test',
    membership,
  };
}

/** A company that opened its link. */
export const link: Actor = { kind: 'link', linkId: 'l1', pushId: 'p1', structureId: 't1', organisationId: 'o1' };

/** A person past the second check of her own page. */
export const ownPage: Actor = { kind: 'participant', linkId: 'l2', participantId: 'q1', structureId: 't1' };

export const anonymous: Actor = { kind: 'anonymous' };
