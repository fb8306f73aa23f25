import { membership, user } from '@jonction/db/access/tables';
import type { Database, Tx } from '@jonction/db/client';
import { newId } from '@jonction/db/new-id';
import { organisation } from '@jonction/db/organisation/tables';
import type { Actor, OrganisationKind, Role } from '@jonction/domain/access/role';
import { and, eq } from 'drizzle-orm';
import { addPasswordUser } from '../../access/add-user.ts';
import { buyerNames, employerNames, partnerNames, postalCodes } from './names.ts';
import { demoPassword, demoSlug, type World } from './world.ts';

export type Speaks = Extract<Actor, { kind: 'user' }> & {
  membership: NonNullable<Extract<Actor, { kind: 'user' }>['membership']>;
};

/** Who plays: one account per role, and the organisations around. */
export interface Cast {
  structureId: string;
  facilitator: Speaks;
  lead: Speaks;
  partner: Speaks;
  employer: Speaks;
  buyer: Speaks;
  administrator: Speaks;
  buyerIds: string[];
  employerIds: string[];
}

const people = {
  facilitator: ['Camille Fontanel', 'camille@jonction.test'],
  lead: ['Rachid Montagnac', 'rachid@jonction.test'],
  buyer: ['Solène Aubier', 'solene@acheteur.test'],
  employer: ['Marc Delaunoy', 'marc@entreprise.test'],
  partner: ['Inès Carvalhal', 'ines@partenaire.test'],
  administrator: ['Dominique Lestrade', 'dominique@jonction.test'],
} as const satisfies Record<Role, readonly [string, string]>;

export const demoAccounts = Object.entries(people).map(([role, [, email]]) => ({
  role,
  email,
  password: demoPassword,
}));

const system = { kind: 'system' } as const;

/** Makes the organisations and accounts that are missing: a world cut half-way is completed, never doubled. */
export async function makeCast(database: Database, world: World): Promise<Cast> {
  return database.as(system, async (tx) => {
    const structureId = await ensure(tx, 'structure', 'Clauses sociales du Val d’Orette', demoSlug);
    const buyerIds = await ensureMany(tx, 'buyer', buyerNames, world.buyers);
    const employerIds = await ensureMany(tx, 'employer', employerNames, world.employers);
    const partnerIds = await ensureMany(tx, 'partner', partnerNames, partnerNames.length);
    const play = (role: Role, organisationId: string | undefined) =>
      ensurePerson(tx, people[role], { role, organisationId: organisationId ?? structureId, structureId });
    const employer = await play('employer', employerIds[0]);
    await ensureColleague(tx, employer.membership);
    return {
      structureId,
      buyerIds,
      employerIds,
      facilitator: await play('facilitator', structureId),
      lead: await play('lead', structureId),
      administrator: await play('administrator', structureId),
      buyer: await play('buyer', buyerIds[0]),
      employer,
      partner: await play('partner', partnerIds[0]),
    };
  });
}

async function ensureMany(tx: Tx, kind: OrganisationKind, names: readonly string[], count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const round = Math.floor(index / names.length);
    const name = names[index % names.length] ?? '';
    ids.push(await ensure(tx, kind, round === 0 ? name : `${name} ${round + 1}`, null));
  }
  return ids;
}

async function ensure(tx: Tx, kind: OrganisationKind, name: string, slug: string | null): Promise<string> {
  const [known] = await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(and(eq(organisation.kind, kind), eq(organisation.name, name)));
  if (known) return known.id;
  const id = newId();
  await tx.insert(organisation).values({
    ...{ id, kind, name, slug },
    // Companies and partners stand on the map; the towns of buyers are nowhere.
    ...(kind === 'employer' || kind === 'partner'
      ? { postalCode: postalCodes[name.length % postalCodes.length] ?? null }
      : { city: 'Montclair-sur-Seine' }),
    phone: kind === 'structure' ? '01 99 00 12 34' : null,
    settings: kind === 'structure' ? { demo: true } : {},
  });
  return id;
}

/** Somebody with an account of the demonstration, made once. */
export async function ensurePerson(
  tx: Tx,
  [name, email]: readonly [string, string],
  { role, organisationId, structureId }: { role: Role; organisationId: string; structureId: string },
): Promise<Speaks> {
  const [known] = await tx.select({ id: user.id }).from(user).where(eq(user.email, email));
  const userId = known?.id ?? (await addPasswordUser(tx, { name, email, password: demoPassword }));
  await tx.insert(membership).values({ userId, organisationId, role, structureId }).onConflictDoNothing();
  const [row] = await tx
    .select({ id: membership.id, companyRole: membership.companyRole })
    .from(membership)
    .where(and(eq(membership.userId, userId), eq(membership.role, role)));
  return {
    ...{ kind: 'user', userId, sessionId: userId, name, email },
    membership: { id: row?.id ?? '', role, organisationId, structureId, companyRole: row?.companyRole ?? null },
  };
}

/** Who declares the hours of the company, beside the manager who holds its account. */
async function ensureColleague(tx: Tx, { organisationId, structureId }: Speaks['membership']): Promise<void> {
  const person = { name: 'Paule Garrigou', email: 'paule@entreprise.test', password: demoPassword };
  const [known] = await tx.select({ id: user.id }).from(user).where(eq(user.email, person.email));
  const userId = known?.id ?? (await addPasswordUser(tx, person));
  await tx
    .insert(membership)
    .values({ userId, organisationId, role: 'employer', structureId, companyRole: 'declarant' })
    .onConflictDoNothing();
}
