import { mayInvite } from '@jonction/domain/access/invite';
import { isAllowed } from '@jonction/domain/access/permission';
import {
  type Actor,
  organisationKindOfRole,
  type Role,
  roleSchema,
  roles,
  type Speaker,
  speakersOf,
  staffRoles,
} from '@jonction/domain/access/role';
import { describe, expect, it } from 'vitest';
import { refusalsOf } from '../shared/refusals-of.ts';
import { anonymous, link, signedIn } from './actors.ts';

/** Who invites whom: a row, then the roles that she may give. */
const invitations: Readonly<Record<Role, readonly Role[]>> = {
  administrator: ['facilitator', 'lead', 'buyer', 'employer', 'partner', 'administrator'],
  lead: ['facilitator', 'lead', 'buyer', 'employer', 'partner'],
  facilitator: ['buyer', 'employer', 'partner'],
  buyer: [],
  employer: [],
  partner: [],
};

describe.each(roles)('%s', (inviter) => {
  it.each(roles)('invites %s only where the house lets her', (invited) => {
    const answer = mayInvite(inviter, invited);
    if (invitations[inviter].includes(invited)) expect(answer).toEqual({ ok: true, value: invited });
    else expect(answer).toEqual({ ok: false, refusal: { code: 'access.not_allowed', facts: {} } });
  });
});

describe('an invitation', () => {
  it('never gives a right wider than her own: only administrators make administrators', () => {
    const makers = roles.filter((role) => mayInvite(role, 'administrator').ok);
    expect(makers).toEqual(['administrator']);
  });

  it('is never given from outside the structure', () => {
    for (const inviter of roles.filter((role) => organisationKindOfRole[role] !== 'structure')) {
      expect(roles.filter((invited) => mayInvite(inviter, invited).ok)).toEqual([]);
    }
  });

  it('may always be given to those outside by the whole team', () => {
    for (const inviter of staffRoles) {
      for (const invited of ['buyer', 'employer', 'partner'] as const)
        expect(mayInvite(inviter, invited).ok).toBe(true);
    }
  });
});

describe('who speaks', () => {
  it.each<[string, Actor, Speaker[]]>([
    ['nobody yet', anonymous, ['anybody']],
    ['a company by its link', link, ['anybody', 'link']],
    ['somebody signed in who belongs nowhere', signedIn(null), ['anybody', 'signed_in']],
    ...roles.map((role): [string, Actor, Speaker[]] => [role, signedIn(role), ['anybody', 'signed_in', role]]),
  ])('%s', (_, actor, speakers) => {
    expect(speakersOf(actor)).toEqual(speakers);
  });

  it('by a link is nobody signed in, whoever opens it', () => {
    expect(isAllowed({ who: ['signed_in', ...roles], elsewhere: 'nothing' }, link)).toBe(false);
  });

  it('as one role is none of the others', () => {
    for (const role of roles) {
      for (const other of roles) {
        expect(isAllowed({ who: [other], elsewhere: 'nothing' }, signedIn(role))).toBe(role === other);
      }
    }
  });

  it('may do nothing where a row names nobody', () => {
    for (const actor of [anonymous, link, signedIn(null), ...roles.map(signedIn)]) {
      expect(isAllowed({ who: [], elsewhere: 'nothing' }, actor)).toBe(false);
    }
  });

  it('may do what is open to anybody', () => {
    for (const actor of [anonymous, link, signedIn(null), ...roles.map(signedIn)]) {
      expect(isAllowed({ who: ['anybody'], elsewhere: 'own' }, actor)).toBe(true);
    }
  });
});

describe('the roles', () => {
  it('are the ones that a form may send, and no other', () => {
    for (const role of roles) expect(refusalsOf(roleSchema, role)).toEqual([]);
    for (const other of ['link', 'signed_in', 'anybody', 'Lead', '', null]) {
      expect(refusalsOf(roleSchema, other), String(other)).toHaveLength(1);
    }
  });
});
