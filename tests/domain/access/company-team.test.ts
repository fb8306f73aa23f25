import {
  actsOfTeam,
  buyerActs,
  type ColleagueFacts,
  type CompanyRole,
  changeCompanyRole,
  companyActs,
  companyRoleOfNext,
  companyRoles,
  endColleague,
  isTeamKind,
  mayInCompany,
  mayKeepDirectorates,
  mayManageCompany,
  maySignForCompany,
} from '@jonction/domain/access/company-team';
import { isAllowed, type Permissions } from '@jonction/domain/access/permission';
import { accessPermissions } from '@jonction/domain/access/permissions';
import { type Role, roles } from '@jonction/domain/access/role';
import { accessWords } from '@jonction/domain/access/words';
import { hasSentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anonymous, link, ownPage, signedIn } from './actors.ts';

const codeOf = (decision: { ok: boolean; refusal?: { code: string } }) =>
  decision.ok ? null : (decision.refusal?.code ?? '');

describe('who may do what in a company', () => {
  it('gives a manager everything', () => {
    expect(companyActs.filter((act) => !mayInCompany('manager', act))).toEqual([]);
  });

  it('gives a declarant the daily work, neither the accesses nor the signature', () => {
    expect(companyActs.filter((act) => mayInCompany('declarant', act))).toEqual([
      'declare',
      'answer_cvs',
      'bring_papers',
    ]);
  });

  it('has a word for each role and each act', () => {
    for (const role of companyRoles) expect(hasSentence(accessWords, `access.companyRole.${role}`)).toBe(true);
    for (const act of companyActs) expect(hasSentence(accessWords, `access.companyAct.${act}`)).toBe(true);
  });

  it('lets a manager alone touch the accesses', () => {
    expect(codeOf(mayManageCompany('manager'))).toBeNull();
    expect(codeOf(mayManageCompany('declarant'))).toBe('access.manager_only');
    expect(codeOf(mayManageCompany(null))).toBe('access.manager_only');
    for (const role of ['declarant', null] as const)
      expect(codeOf(maySignForCompany(role))).toBe('access.manager_only');
    expect(maySignForCompany('manager').ok).toBe(true);
  });
});

describe('who may do what at a buyer', () => {
  it('gives a member the daily work, neither the accesses nor the directorates', () => {
    expect(buyerActs.filter((act) => mayInCompany('declarant', act))).toEqual([
      'log_contracts',
      'answer_census',
      'decide_penalties',
    ]);
    expect(buyerActs.filter((act) => !mayInCompany('manager', act))).toEqual([]);
  });

  it('has a word for each role and each act, of both kinds of team', () => {
    for (const role of companyRoles) expect(hasSentence(accessWords, `access.buyerRole.${role}`)).toBe(true);
    for (const acts of Object.values(actsOfTeam))
      for (const act of acts) expect(hasSentence(accessWords, `access.companyAct.${act}`)).toBe(true);
  });

  it('is a team as a company is one, and no other organisation', () => {
    expect(roles.filter(isTeamKind)).toEqual(['buyer', 'employer']);
  });
});

describe('who keeps the directorates of a buyer', () => {
  const code = (role: Role, companyRole: CompanyRole | null) => codeOf(mayKeepDirectorates({ role, companyRole }));

  it('is whoever manages it, and the clause team', () => {
    expect(code('buyer', 'manager')).toBeNull();
    expect([code('facilitator', null), code('lead', null)]).toEqual([null, null]);
  });

  it('is not its other members, who are told who can, nor anybody else', () => {
    expect(code('buyer', 'declarant')).toBe('access.manager_only');
    expect(code('buyer', null)).toBe('access.manager_only');
    // The manager of a company manages no buyer.
    expect(code('employer', 'manager')).toBe('access.not_allowed');
    expect([code('partner', null), code('administrator', null)]).toEqual(['access.not_allowed', 'access.not_allowed']);
  });
});

describe('the next person of a company', () => {
  it('is its manager when there is none, whatever was asked', () => {
    expect(companyRoleOfNext('declarant', 0)).toBe('manager');
    expect(companyRoleOfNext(null, 0)).toBe('manager');
  });

  it('is what was asked beside a manager, and declares when nothing was', () => {
    expect(companyRoleOfNext('manager', 1)).toBe('manager');
    expect(companyRoleOfNext('declarant', 2)).toBe('declarant');
    expect(companyRoleOfNext(null, 1)).toBe('declarant');
  });
});

describe('an access that ends', () => {
  it.each<[ColleagueFacts, string | null]>([
    [{ companyRole: 'declarant', otherManagers: 1, others: 1 }, null],
    [{ companyRole: 'manager', otherManagers: 1, others: 1 }, null],
    [{ companyRole: 'manager', otherManagers: 0, others: 3 }, 'access.last_manager'],
    // The account of the company closes with its last person.
    [{ companyRole: 'manager', otherManagers: 0, others: 0 }, null],
  ])('%j answers %s', (facts, code) => {
    expect(codeOf(endColleague(facts))).toBe(code);
  });
});

describe('a role that changes', () => {
  it('takes nobody from being the last manager', () => {
    expect(codeOf(changeCompanyRole({ companyRole: 'manager', otherManagers: 0 }, 'declarant'))).toBe(
      'access.last_manager',
    );
    expect(codeOf(changeCompanyRole({ companyRole: 'manager', otherManagers: 0 }, 'manager'))).toBeNull();
    expect(codeOf(changeCompanyRole({ companyRole: 'manager', otherManagers: 1 }, 'declarant'))).toBeNull();
    expect(codeOf(changeCompanyRole({ companyRole: 'declarant', otherManagers: 1 }, 'manager'))).toBeNull();
  });
});

type Act =
  | { kind: 'join'; role: 'manager' | 'declarant' | null }
  | { kind: 'end' | 'change'; at: number; role: 'manager' | 'declarant' };

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('join' as const), role: fc.constantFrom('manager', 'declarant', null) }),
  fc.record({
    kind: fc.constantFrom('end' as const, 'change' as const),
    at: fc.nat(8),
    role: fc.constantFrom('manager', 'declarant'),
  }),
);

/** Every company of up to three managers and three declarants: what each of its people may be asked to do. */
const companies = [0, 1, 2, 3].flatMap((managers) =>
  [0, 1, 2, 3].map((declarants) => ({ managers, declarants, people: managers + declarants })),
);

describe.each(companies.filter(({ people }) => people > 0))(
  'with $managers managers and $declarants declarants',
  ({ managers, declarants, people }) => {
    it('lets a declarant go, and rise, whatever the others are', () => {
      if (declarants === 0) return;
      const facts: ColleagueFacts = { companyRole: 'declarant', otherManagers: managers, others: people - 1 };
      expect(endColleague(facts).ok).toBe(true);
      expect(changeCompanyRole(facts, 'manager')).toEqual({ ok: true, value: 'manager' });
      expect(changeCompanyRole(facts, 'declarant')).toEqual({ ok: true, value: 'declarant' });
    });

    it('lets a manager go beside another, or last of all', () => {
      if (managers === 0) return;
      const facts: ColleagueFacts = { companyRole: 'manager', otherManagers: managers - 1, others: people - 1 };
      expect(endColleague(facts).ok).toBe(managers > 1 || people === 1);
    });

    it('lets a manager step down beside another only, be she alone in the company', () => {
      if (managers === 0) return;
      const facts: ColleagueFacts = { companyRole: 'manager', otherManagers: managers - 1, others: people - 1 };
      expect(changeCompanyRole(facts, 'declarant').ok).toBe(managers > 1);
      expect(changeCompanyRole(facts, 'manager').ok).toBe(true);
    });
  },
);

const speakers = ['facilitator', 'lead', 'administrator', 'buyer', 'employer', 'partner'] as const;
const rows: Permissions = accessPermissions;
const reach = (name: string) =>
  speakers.filter((role) => {
    const row = rows[name];
    return row !== undefined && isAllowed(row, signedIn(role));
  });

const sorted = (names: readonly string[]) => [...names].sort();

describe('the accesses of a company', () => {
  it.each([
    'access.inviteColleague',
    'access.endColleague',
    'access.suspendColleague',
    'access.resumeColleague',
    'access.changeCompanyRole',
  ])('%s is the company’s alone, or the buyer’s for its own people', (name) => {
    expect(reach(name)).toEqual(['buyer', 'employer']);
    expect(isAllowed(rows[name] ?? { who: ['anybody'], elsewhere: 'own' }, link)).toBe(false);
    expect(isAllowed(rows[name] ?? { who: ['anybody'], elsewhere: 'own' }, anonymous)).toBe(false);
    expect(isAllowed(rows[name] ?? { who: ['anybody'], elsewhere: 'own' }, ownPage)).toBe(false);
  });

  it('are read by the company and by the team that works with it, by a buyer about itself, never by a partner', () => {
    expect(sorted(reach('access.listColleagues'))).toEqual([
      ...['administrator', 'buyer', 'employer', 'facilitator', 'lead'],
    ]);
    expect(rows['access.listColleagues']?.elsewhere).toBe('nothing');
  });

  it('leave an invitation to be taken back by whoever could send it', () => {
    expect(sorted(reach('access.revokeInvitation'))).toEqual([
      ...['administrator', 'buyer', 'employer', 'facilitator', 'lead'],
    ]);
    expect(rows['access.revokeInvitation']?.elsewhere).toBe('not_found');
  });
});

describe('whatever happens to a company', () => {
  it('leaves it a manager as long as it has anybody', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let people: ('manager' | 'declarant')[] = [];
        for (const one of acts) {
          const managers = people.filter((role) => role === 'manager').length;
          if (one.kind === 'join') {
            people = [...people, companyRoleOfNext(one.role, managers)];
          } else {
            const companyRole = people[one.at];
            if (!companyRole) continue;
            const facts = {
              companyRole,
              otherManagers: managers - (companyRole === 'manager' ? 1 : 0),
              others: people.length - 1,
            };
            if (one.kind === 'end' && endColleague(facts).ok) people = people.filter((_, at) => at !== one.at);
            if (one.kind === 'change' && changeCompanyRole(facts, one.role).ok) people[one.at] = one.role;
          }
          if (people.length > 0) expect(people).toContain('manager');
        }
      }),
    );
  });
});
