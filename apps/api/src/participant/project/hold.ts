import type { Tx } from '@jonction/db/client';
import { listOccupationsOf, lockParticipant } from '@jonction/db/participant/find';
import { findProject, listProjectsOf } from '@jonction/db/participant/projects';
import type { participant } from '@jonction/db/participant/tables';
import { replaceOccupations, updateParticipant } from '@jonction/db/participant/write';
import type { HeldOccupation } from '@jonction/domain/participant/participant';
import { withProjects } from '@jonction/domain/participant/project';
import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { emit } from '../../outbox/emit.ts';
import { found } from '../../refuse.ts';

type PersonRecord = typeof participant.$inferSelect;
type Place = Context & { tx: Tx };

/** A project with the record that it is of, held until the end: two changes of one person come one after the other. */
export async function holdProject(tx: Tx, projectId: string) {
  const { participantId } = found(await findProject(tx, projectId), 'participant.project_not_found');
  const record = found(await lockParticipant(tx, participantId), 'participant.project_not_found');
  const known = await listProjectsOf(tx, participantId);
  const project = found(
    known.find(({ id }) => id === projectId),
    'participant.project_not_found',
  );
  return { record, known, project };
}

/** What the form of a project says of how far, from when and how long. */
export interface ProjectFacts {
  radiusKm?: number | null | undefined;
  availableFrom?: string | null | undefined;
  weeklyHoursMin?: number | null | undefined;
  weeklyHoursMax?: number | null | undefined;
}

/** The same as columns, of a project or of a record. */
export function columnsOf(facts: ProjectFacts) {
  return {
    radiusMetres: facts.radiusKm == null ? null : facts.radiusKm * 1000,
    availableFrom: facts.availableFrom ?? null,
    weeklyHoursMin: facts.weeklyHoursMin ?? null,
    weeklyHoursMax: facts.weeklyHoursMax ?? null,
  };
}

type Columns = Pick<PersonRecord, 'radiusMetres' | 'availableFrom' | 'weeklyHoursMin' | 'weeklyHoursMax'>;

/** What a project becomes the main one with: what it does not say stays as the record has it; hours are one fact. */
export function takenOver(columns: Columns): Partial<Columns> {
  const { radiusMetres, availableFrom, weeklyHoursMin, weeklyHoursMax } = columns;
  return {
    ...(radiusMetres === null ? {} : { radiusMetres }),
    ...(availableFrom === null ? {} : { availableFrom }),
    ...(weeklyHoursMin === null && weeklyHoursMax === null ? {} : { weeklyHoursMin, weeklyHoursMax }),
  };
}

/** The record follows its projects: their trades, and what the main one says. `held`: occupations where some of them leave. */
export async function followProjects(
  ctx: Place,
  record: PersonRecord,
  { held, set = {} }: { held?: readonly HeldOccupation[]; set?: Partial<Columns> },
): Promise<void> {
  const { id: participantId, structureId, version } = record;
  const before = held ?? (await listOccupationsOf(ctx.tx, participantId));
  const after = withProjects(before, await listProjectsOf(ctx.tx, participantId));
  await replaceOccupations(ctx.tx, { participantId, structureId }, after);
  // Held since its lock: nobody changed it meanwhile.
  await updateParticipant(ctx.tx, participantId, version, set);
}

/** Kept in the journal, and told to the index and to the ranking. */
export async function tellProject(
  ctx: Place,
  action: string,
  record: PersonRecord,
  facts: Record<string, string>,
): Promise<void> {
  const { id: subjectId, structureId } = record;
  await recordAudit(ctx, { action, subjectKind: 'participant', subjectId, facts });
  await emit(
    ctx.tx,
    { type: 'participant.recorded', structureId, subjectId },
    { type: 'participant.changed', structureId, subjectId },
  );
}
