import type { Tx } from '@jonction/db/client';
import { organisation } from '@jonction/db/organisation/tables';
import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';

/** The settings of a structure that a rule reads; what was never set, or cannot be read, is the rule's own default. */
export async function structureSettings<Shape extends z.ZodType>(
  tx: Tx,
  structureId: string,
  shape: Shape,
): Promise<z.infer<Shape>> {
  const [row] = await tx
    .select({ settings: organisation.settings })
    .from(organisation)
    .where(eq(organisation.id, structureId));
  const parsed = shape.safeParse(row?.settings ?? {});
  return parsed.success ? parsed.data : shape.parse({});
}

/** Sets how a team works, in the name of its lead or administrator; the other settings stay as they are. */
export async function setTeamSetting(
  tx: Tx,
  name: 'positioningCaps' | 'openProposals' | 'arrivalModel',
  value: unknown,
): Promise<void> {
  await tx.execute(sql`select app.set_team_setting(${name}, ${JSON.stringify(value)}::jsonb)`);
}
