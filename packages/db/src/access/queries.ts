import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '../client.ts';
import { organisation } from '../organisation/tables.ts';
import { invitation, membership, user } from './tables.ts';

const structure = alias(organisation, 'structure');

/** The names of some users by id, each asked for once; one statement at most, and those whom nobody signed are left out. */
export async function readUserNames(tx: Tx, signed: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(signed.flatMap((id) => id ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await tx.select({ id: user.id, name: user.name }).from(user).where(inArray(user.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Somebody whom whoever asks may know of: her name and where to write to her. */
export async function findUser(tx: Tx, id: string) {
  const [row] = await tx.select({ id: user.id, name: user.name, email: user.email }).from(user).where(eq(user.id, id));
  return row ?? null;
}

/** What a person may speak for, oldest first. */
export async function listMembershipsOf(tx: Tx, userId: string) {
  return tx
    .select({
      id: membership.id,
      role: membership.role,
      organisationId: membership.organisationId,
      organisationName: organisation.name,
      structureId: membership.structureId,
      structureName: structure.name,
      companyRole: membership.companyRole,
    })
    .from(membership)
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .innerJoin(structure, eq(structure.id, membership.structureId))
    .where(and(eq(membership.userId, userId), isNull(membership.endedAt)))
    .orderBy(membership.createdAt, membership.id);
}

/** The people of the actor's structure and its partners, running accesses first. */
export async function listMembers(tx: Tx, structureId: string) {
  return tx
    .select({
      id: membership.id,
      userId: user.id,
      name: user.name,
      email: user.email,
      role: membership.role,
      organisationName: organisation.name,
      createdAt: membership.createdAt,
      endedAt: membership.endedAt,
    })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(eq(membership.structureId, structureId))
    .orderBy(sql`${membership.endedAt} is not null`, user.name, membership.id);
}

export async function listInvitations(tx: Tx, structureId: string) {
  return tx
    .select({
      id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      organisationName: organisation.name,
      createdAt: invitation.createdAt,
      expiresAt: invitation.expiresAt,
    })
    .from(invitation)
    .innerJoin(organisation, eq(organisation.id, invitation.organisationId))
    .where(and(eq(invitation.structureId, structureId), isNull(invitation.acceptedAt), isNull(invitation.revokedAt)))
    .orderBy(desc(invitation.createdAt));
}
