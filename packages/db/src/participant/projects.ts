import { and, desc, eq, sql } from 'drizzle-orm';
import { user } from '../access/tables.ts';
import type { Tx } from '../client.ts';
import { participantProject } from './project-tables.ts';
import { participant } from './tables.ts';

const project = participantProject;
/** How far, from when and how long a week: of the main project they are those of the record, which a ranking reads. */
const own = {
  radiusMetres: sql<
    number | null
  >`case when ${project.main} then ${participant.radiusMetres} else ${project.radiusMetres} end`,
  availableFrom: sql<
    string | null
  >`(case when ${project.main} then ${participant.availableFrom} else ${project.availableFrom} end)::text`,
  weeklyHoursMin: sql<
    number | null
  >`case when ${project.main} then ${participant.weeklyHoursMin} else ${project.weeklyHoursMin} end`,
  weeklyHoursMax: sql<
    number | null
  >`case when ${project.main} then ${participant.weeklyHoursMax} else ${project.weeklyHoursMax} end`,
};

/** The projects of a person: the main one, those that run, then those that ended, the last first. */
export async function listProjectsOf(tx: Tx, participantId: string) {
  return tx
    .select({
      id: project.id,
      code: project.romeCode,
      wish: project.wish,
      transports: project.transports,
      ...own,
      main: project.main,
      state: project.state,
      statedOn: project.statedOn,
      closedOn: project.closedOn,
      recordedByName: user.name,
      version: project.version,
    })
    .from(project)
    .innerJoin(participant, eq(participant.id, project.participantId))
    .leftJoin(user, eq(user.id, project.recordedBy))
    .where(eq(project.participantId, participantId))
    .orderBy(
      desc(project.main),
      sql`${project.state} <> 'active'`,
      desc(project.closedOn),
      project.statedOn,
      project.id,
    );
}

/** Whose a project is; null out of reach. */
export async function findProject(tx: Tx, id: string) {
  const [row] = await tx.select({ participantId: project.participantId }).from(project).where(eq(project.id, id));
  return row ?? null;
}

export async function insertProject(tx: Tx, values: typeof project.$inferInsert): Promise<void> {
  await tx.insert(project).values(values);
}

/** Changes a project that is still at `version`; false when somebody else changed it meanwhile. */
export async function updateProject(
  tx: Tx,
  id: string,
  version: number,
  values: Partial<typeof project.$inferInsert>,
): Promise<boolean> {
  const rows = await tx
    .update(project)
    .set({ ...values, version: sql`${project.version} + 1` })
    .where(and(eq(project.id, id), eq(project.version, version)))
    .returning({ id: project.id });
  return rows.length === 1;
}

/** The main project of a person is one among others again, and keeps what her record says now. */
export async function demoteMain(tx: Tx, record: typeof participant.$inferSelect): Promise<void> {
  const { radiusMetres, availableFrom, weeklyHoursMin, weeklyHoursMax } = record;
  await tx
    .update(project)
    .set({
      main: false,
      radiusMetres,
      availableFrom,
      weeklyHoursMin,
      weeklyHoursMax,
      version: sql`${project.version} + 1`,
    })
    .where(and(eq(project.participantId, record.id), eq(project.main, true)));
}
