import { type CompanyRole, isTeamKind, type TeamKind, teamKinds } from '@jonction/domain/access/company-team';
import { and, desc, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { directorate } from '../organisation/directorate-tables.ts';
import { invitation, membership, user } from './tables.ts';

/** A company or a buyer as one team works with it: its people manage themselves. */
export interface Company {
  organisationId: string;
  structureId: string;
  role: TeamKind;
}

const accessesOf = ({ organisationId, structureId, role }: Company) =>
  and(
    eq(membership.organisationId, organisationId),
    eq(membership.structureId, structureId),
    eq(membership.role, role),
  );
const runningOf = (company: Company) => and(accessesOf(company), isNull(membership.endedAt));

const letInAgain = sql`exists (select 1 from membership r where r.user_id = ${membership.userId} and r.ended_at is null
  and (r.organisation_id, r.structure_id, r.role) = (${membership.organisationId}, ${membership.structureId}, ${membership.role}))`;

const colleague = {
  id: membership.id,
  userId: user.id,
  name: user.name,
  email: user.email,
  companyRole: sql<CompanyRole>`${membership.companyRole}`,
  directorateId: membership.directorateId,
  directorateName: directorate.name,
  createdAt: membership.createdAt,
  endedAt: membership.endedAt,
};

/** The people who speak for a company with a team, managers first. */
export async function listColleagues(tx: Tx, company: Company) {
  return tx
    .select(colleague)
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .leftJoin(directorate, eq(directorate.id, membership.directorateId))
    .where(runningOf(company))
    .orderBy(desc(membership.companyRole), sql`${user.name} collate "fr-x-icu"`, membership.id);
}

/** The accesses of a company that are suspended, the last first; whoever was let in again meanwhile is not among them. */
export async function listSuspended(tx: Tx, company: Company) {
  return tx
    .select(colleague)
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .leftJoin(directorate, eq(directorate.id, membership.directorateId))
    .where(and(accessesOf(company), isNotNull(membership.suspendedBy), sql`not ${letInAgain}`))
    .orderBy(desc(membership.endedAt), membership.id);
}

/** The invitations of a company that wait for somebody; those that expired are no longer there. */
export async function listCompanyInvitations(tx: Tx, { organisationId, structureId, role }: Company) {
  return tx
    .select({
      id: invitation.id,
      email: invitation.email,
      companyRole: sql<CompanyRole>`coalesce(${invitation.companyRole}, 'declarant')`,
      directorateName: directorate.name,
      createdAt: invitation.createdAt,
      expiresAt: invitation.expiresAt,
    })
    .from(invitation)
    .leftJoin(directorate, eq(directorate.id, invitation.directorateId))
    .where(
      and(
        eq(invitation.organisationId, organisationId),
        eq(invitation.structureId, structureId),
        eq(invitation.role, role),
        isNull(invitation.acceptedAt),
        isNull(invitation.revokedAt),
        gt(invitation.expiresAt, sql`now()`),
      ),
    )
    .orderBy(desc(invitation.createdAt));
}

/** Somebody of a company whose access runs, and who else there is: what tells whether she may go or step down. Null when she is not there. */
export async function readColleague(tx: Tx, membershipId: string) {
  const [one] = await tx
    .select()
    .from(membership)
    .where(and(eq(membership.id, membershipId), inArray(membership.role, [...teamKinds]), isNull(membership.endedAt)));
  if (!one || !isTeamKind(one.role)) return null;
  const { managers, people } = await countCompany(tx, { ...one, role: one.role });
  const companyRole = one.companyRole ?? 'declarant';
  const manager = companyRole === 'manager' ? 1 : 0;
  return { id: one.id, companyRole, otherManagers: managers - manager, others: people - 1 };
}

/** A suspended access of a company, and whether the same person was let in again meanwhile. Null when it is not there, or no longer. */
export async function findSuspended(tx: Tx, company: Company, membershipId: string) {
  const [one] = await tx
    .select({ id: membership.id, running: sql<boolean>`${letInAgain}` })
    .from(membership)
    .where(and(accessesOf(company), eq(membership.id, membershipId), isNotNull(membership.suspendedBy)));
  return one ?? null;
}

/** How many speak for a company with a team, and how many of them manage it. */
export async function countCompany(tx: Tx, company: Company): Promise<{ managers: number; people: number }> {
  const [counted] = await tx
    .select({
      people: sql<number>`count(*)::int`,
      managers: sql<number>`count(*) filter (where ${membership.companyRole} = 'manager')::int`,
    })
    .from(membership)
    .where(runningOf(company));
  return { managers: counted?.managers ?? 0, people: counted?.people ?? 0 };
}

/** Whether an address already speaks for a company with a team. */
export async function isColleague(tx: Tx, company: Company, email: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: membership.id })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(and(runningOf(company), eq(user.email, email)));
  return row !== undefined;
}

/** An invitation to the same address that still waits is dead: the new letter holds the one link that works. */
export async function replaceInvitation(tx: Tx, { organisationId, structureId, role }: Company, email: string) {
  await tx
    .update(invitation)
    .set({ revokedAt: new Date() })
    .where(
      and(
        eq(invitation.organisationId, organisationId),
        eq(invitation.structureId, structureId),
        eq(invitation.role, role),
        eq(invitation.email, email),
        isNull(invitation.acceptedAt),
        isNull(invitation.revokedAt),
      ),
    );
}
