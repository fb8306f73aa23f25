import type { Tx } from '@jonction/db/client';
import { listProjectsOf } from '@jonction/db/participant/projects';
import { projectStates, transports } from '@jonction/domain/participant/transport';
import { z } from 'zod';
import { occupationTable } from '../../reference/occupations.ts';

/** A trade that somebody looks for, as her team and her partner read it. */
export const projectShape = z.object({
  id: z.string(),
  code: z.string(),
  label: z.string(),
  wish: z.string().nullable(),
  transports: z.array(z.enum(transports)),
  radiusKm: z.number().nullable(),
  availableFrom: z.string().nullable(),
  weeklyHoursMin: z.number().nullable(),
  weeklyHoursMax: z.number().nullable(),
  /** The one that a ranking reads: its distance, day and hours are those of the record. */
  main: z.boolean(),
  state: z.enum(projectStates),
  statedOn: z.string(),
  closedOn: z.string().nullable(),
  recordedByName: z.string().nullable(),
  version: z.number(),
});

/** The projects of a person, the main one first. */
export async function projectsOf(tx: Tx, participantId: string) {
  const table = await occupationTable(tx);
  return (await listProjectsOf(tx, participantId)).map(({ radiusMetres, ...project }) => ({
    ...project,
    label: table.labelOf(project.code),
    radiusKm: radiusMetres === null ? null : Math.round(radiusMetres / 1000),
  }));
}
