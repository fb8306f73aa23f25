import type { Company } from '@jonction/db/access/company-team';
import { isTeamKind, mayManageCompany } from '@jonction/domain/access/company-team';
import type { Context } from '../context.ts';
import { Refuse, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';

/** The company or the buyer that whoever speaks belongs to. */
export function teamOf(ctx: Context): Company {
  const { organisationId, structureId, role } = speaker(ctx).membership;
  if (!isTeamKind(role)) throw new Refuse('access.not_allowed');
  return { organisationId, structureId, role };
}

/** The same, of whoever manages it: anybody else of it is refused. */
export function managedTeamOf(ctx: Context): Company {
  settle(mayManageCompany(speaker(ctx).membership.companyRole));
  return teamOf(ctx);
}
