import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '../client.ts';
import { organisation } from '../organisation/tables.ts';
import { invitation, membership, user } from './tables.ts';

const structure = alias(organisation, 'structure');

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
