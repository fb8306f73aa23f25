import { accepted, type Decision, refused } from '../shared/decision.ts';
import type { Role } from './role.ts';

/**
 * What somebody may do within her company or her buyer (rule of the house): a manager invites colleagues, suspends and ends their
 * access, signs for a company, keeps the directorates of a buyer; anybody else, a declarant, does the daily work: declares hours and
 * answers CVs for a company, logs clauses and says where contracts stand for a buyer. A manager may do what a declarant does.
 */
export const companyRoles = ['manager', 'declarant'] as const;
export type CompanyRole = (typeof companyRoles)[number];

/** The organisations outside the clause team whose people manage themselves. */
export const teamKinds = ['employer', 'buyer'] as const;
export type TeamKind = (typeof teamKinds)[number];

export function isTeamKind(role: Role): role is TeamKind {
  return teamKinds.some((kind) => kind === role);
}

/** One act of a portal, and who may do it: the table that its team page shows. */
export const companyActs = ['declare', 'answer_cvs', 'bring_papers', 'invite', 'sign'] as const;
export const buyerActs = ['log_contracts', 'answer_census', 'decide_penalties', 'invite', 'keep_directorates'] as const;
export const actsOfTeam = { employer: companyActs, buyer: buyerActs } as const;
export type CompanyAct = (typeof companyActs)[number] | (typeof buyerActs)[number];

const managerActs: readonly CompanyAct[] = ['invite', 'sign', 'keep_directorates'];

export function mayInCompany(role: CompanyRole, act: CompanyAct): boolean {
  return role === 'manager' || !managerActs.includes(act);
}

/** Only a manager touches the accesses of her company. */
export function mayManageCompany(role: CompanyRole | null): Decision<true, 'access.manager_only'> {
  return role !== null && mayInCompany(role, 'invite') ? accepted(true) : refused('access.manager_only');
}

/** Only a manager signs for her company. */
export function maySignForCompany(role: CompanyRole | null): Decision<true, 'access.manager_only'> {
  return role !== null && mayInCompany(role, 'sign') ? accepted(true) : refused('access.manager_only');
}

/** The directorates of a buyer are kept by whoever manages it; a clause team keeps those of the buyers that it works with. */
export function mayKeepDirectorates(
  speaker: Readonly<{ role: Role; companyRole: CompanyRole | null }>,
): Decision<true, 'access.manager_only' | 'access.not_allowed'> {
  if (speaker.role === 'facilitator' || speaker.role === 'lead') return accepted(true);
  if (speaker.role !== 'buyer') return refused('access.not_allowed');
  const may = speaker.companyRole !== null && mayInCompany(speaker.companyRole, 'keep_directorates');
  return may ? accepted(true) : refused('access.manager_only');
}

/** The first person of a company is its manager, whatever was asked: somebody must be able to invite the next. */
export function companyRoleOfNext(asked: CompanyRole | null, managers: number): CompanyRole {
  return managers === 0 ? 'manager' : (asked ?? 'declarant');
}

export interface ColleagueFacts {
  companyRole: CompanyRole;
  /** Managers of the same company whose access runs, herself apart. */
  otherManagers: number;
  /** Everybody of the same company whose access runs, herself apart. */
  others: number;
}

/** An access ends or is suspended, unless colleagues would be left without a manager; the very last access of a company may end. */
export function endColleague({
  companyRole,
  otherManagers,
  others,
}: ColleagueFacts): Decision<true, 'access.last_manager'> {
  return companyRole === 'manager' && otherManagers === 0 && others > 0
    ? refused('access.last_manager')
    : accepted(true);
}

/** A manager steps down only beside another manager. */
export function changeCompanyRole(
  { companyRole, otherManagers }: Pick<ColleagueFacts, 'companyRole' | 'otherManagers'>,
  wanted: CompanyRole,
): Decision<CompanyRole, 'access.last_manager'> {
  return companyRole === 'manager' && wanted !== 'manager' && otherManagers === 0
    ? refused('access.last_manager')
    : accepted(wanted);
}
