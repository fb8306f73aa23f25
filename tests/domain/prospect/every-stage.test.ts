import { permissions } from '@jonction/api/permissions';
import { isAllowed, type Permissions } from '@jonction/domain/access/permission';
import { prospectPermissions } from '@jonction/domain/prospect/permissions';
import { type ProspectStage, prospectStages } from '@jonction/domain/prospect/prospect';
import { type ProspectHappening, stageAfter } from '@jonction/domain/prospect/stage';
import { prospectWords } from '@jonction/domain/prospect/words';
import { describe, expect, it } from 'vitest';

/** The whole table: from each stage, each happening in its column. */
const happenings = ['mail', 'call', 'event', 'visit', 'need', 'offer', 'drop', 'resume'] as const;
const table: Record<ProspectStage, readonly ProspectStage[]> = {
  to_visit: ['contacted', 'contacted', 'contacted', 'visited', 'need_found', 'partner', 'dropped', 'to_visit'],
  contacted: ['contacted', 'contacted', 'contacted', 'visited', 'need_found', 'partner', 'dropped', 'contacted'],
  visited: ['visited', 'visited', 'visited', 'visited', 'need_found', 'partner', 'dropped', 'visited'],
  need_found: [
    'need_found',
    'need_found',
    'need_found',
    'need_found',
    'need_found',
    'partner',
    'dropped',
    'need_found',
  ],
  partner: ['partner', 'partner', 'partner', 'partner', 'partner', 'partner', 'dropped', 'partner'],
  dropped: ['contacted', 'contacted', 'contacted', 'visited', 'need_found', 'partner', 'dropped', 'to_visit'],
};

describe.each(prospectStages)('a company that is %s', (stage) => {
  it.each(happenings.map((happening, at) => [happening, table[stage][at]] as const))(
    'after %s is %s',
    (happening, after) => {
      expect(stageAfter(stage, happening satisfies ProspectHappening)).toBe(after);
    },
  );
});

describe('the words of prospecting', () => {
  it('name every stage, in both languages, each by words of its own', () => {
    for (const words of [prospectWords.fr, prospectWords.en]) {
      const names = prospectStages.map((stage) => words[`prospect.stage.${stage}`]);
      expect(new Set(names).size).toBe(prospectStages.length);
    }
  });
});

describe('the rights of prospecting', () => {
  const rows: Permissions = prospectPermissions;
  const as = (role: 'facilitator' | 'lead' | 'partner' | 'employer' | 'buyer' | 'administrator') => ({
    kind: 'user' as const,
    userId: 'u',
    sessionId: 's',
    name: 'n',
    email: 'n@exemple.test',
    membership: { id: 'm', role, organisationId: 'o', structureId: 's', companyRole: null },
  });

  it.each(Object.keys(rows))('%s is the team’s alone', (name) => {
    const row = rows[name];
    if (!row) throw new Error(name);
    for (const role of ['facilitator', 'lead'] as const) expect(isAllowed(row, as(role))).toBe(true);
    for (const role of ['partner', 'employer', 'buyer', 'administrator'] as const) {
      expect(isAllowed(row, as(role))).toBe(false);
    }
    expect(name in permissions).toBe(true);
  });
});
