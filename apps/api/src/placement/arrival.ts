import type { Tx } from '@jonction/db/client';
import { arrivalKit } from '@jonction/db/placement/arrival-tables';
import {
  findArrival,
  findArrivalAddress,
  findHireWithoutKit,
  listArrivals as listRows,
  readArrivalStart,
} from '@jonction/db/placement/arrivals';
import {
  arrivalModelInput,
  arrivalModelSetting,
  kitInput,
  shownAfterDays,
  tellsByLetter,
} from '@jonction/domain/placement/arrival';
import { addDays, type Day } from '@jonction/domain/shared/day';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { setTeamSetting, structureSettings } from '../organisation/settings.ts';
import { found } from '../refuse.ts';
import { speaker, speaks, structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { writeArrival } from './tell-arrival.ts';

type Ready = Context & { tx: Tx };

/** A kit as the company and the team read it: nothing of why the person is eligible, nothing of her file. */
export const arrivalShape = z.object({
  placementId: z.string(),
  workerName: z.string(),
  employerName: z.string(),
  contractObject: z.string(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  weeklyHours: z.number().nullable(),
  hour: z.string().nullable(),
  place: z.string().nullable(),
  welcomedBy: z.string().nullable(),
  tutor: z.string().nullable(),
  equipment: z.string().nullable(),
  safety: z.string(),
  checklist: z.array(z.string()),
  declaring: z.string(),
  toldOn: z.string().nullable(),
  callName: z.string().nullable(),
  callEmail: z.string().nullable(),
  structureName: z.string(),
  structurePhone: z.string().nullable(),
});

/**
 * With the hire comes its kit: the structure's model as it is that day, what the meeting and the offer already say. The company
 * is written to when the first day is to come and an address is known.
 */
export async function beginArrival(
  ctx: Ready,
  hire: { id: string; structureId: string; employerId: string; startsOn: Day },
): Promise<void> {
  await layArrival(ctx, hire);
  if (!tellsByLetter(hire.startsOn, ctx.today)) return;
  const to = await findArrivalAddress(ctx.tx, hire.id);
  const kit = await findArrival(ctx.tx, hire.id);
  if (to && kit) await writeArrival(ctx, kit, to);
}

async function layArrival(ctx: Ready, hire: { id: string; structureId: string; employerId: string }): Promise<void> {
  const model = await structureSettings(ctx.tx, hire.structureId, arrivalModelSetting);
  const known = await readArrivalStart(ctx.tx, hire.id);
  const { structureId, employerId } = hire;
  const kit = { placementId: hire.id, structureId, employerId, ...model, ...known };
  await ctx.tx.insert(arrivalKit).values(kit).onConflictDoNothing();
}

/** The model of the first day. */
export const showArrivalModel = procedure('placement.showArrivalModel')
  .output(arrivalModelInput)
  .query(({ ctx }) => structureSettings(ctx.tx, structureOf(ctx), arrivalModelSetting));

/** Sets it for the hires to come; kits already given stay as they are. */
export const setArrivalModel = procedure('placement.setArrivalModel')
  .input(arrivalModelInput)
  .mutation(async ({ ctx, input }) => {
    const structureId = structureOf(ctx);
    await setTeamSetting(ctx.tx, 'arrivalModel', input);
    await recordAudit(ctx, {
      action: 'placement.setArrivalModel',
      subjectKind: 'organisation',
      subjectId: structureId,
    });
  });

export const showArrival = procedure('placement.showArrival')
  .input(z.object({ placementId: z.uuid() }))
  .output(arrivalShape)
  .query(async ({ ctx, input: { placementId } }) => {
    const kit = await findArrival(ctx.tx, placementId);
    if (kit) return kit;
    // A hire from before there were kits: the team's first look lays one. A company only reads what it was given.
    const hire = speaks(ctx, ['facilitator', 'lead']) ? await findHireWithoutKit(ctx.tx, placementId) : null;
    if (hire) await layArrival(ctx, hire);
    return found(await findArrival(ctx.tx, placementId), 'placement.arrival_not_found');
  });

/** What is hers: the hour, the place, who welcomes her. The team or the company completes it. */
export const saveArrival = procedure('placement.saveArrival')
  .input(kitInput)
  .mutation(async ({ ctx, input }) => {
    const { placementId, ...typed } = input;
    const [saved] = await ctx.tx
      .update(arrivalKit)
      .set({ ...typed, version: sql`${arrivalKit.version} + 1` })
      .where(eq(arrivalKit.placementId, placementId))
      .returning({ placementId: arrivalKit.placementId });
    found(saved, 'placement.arrival_not_found');
    await recordAudit(ctx, { action: 'placement.saveArrival', subjectKind: 'placement', subjectId: placementId });
  });

/** Who arrives at a company: to come, or arrived lately. */
export const listArrivals = procedure('placement.listArrivals')
  .output(
    z.array(
      z.object({
        placementId: z.string(),
        workerName: z.string(),
        startsOn: z.string(),
        hour: z.string().nullable(),
        place: z.string().nullable(),
      }),
    ),
  )
  .query(({ ctx }) => listRows(ctx.tx, speaker(ctx).membership.organisationId, addDays(ctx.today, -shownAfterDays)));
