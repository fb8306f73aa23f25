import type { ChosenColumn, ExportList } from '@jonction/domain/report/export-list';
import { and, asc, eq, sql } from 'drizzle-orm';
import { user } from '../../access/tables.ts';
import type { Tx } from '../../client.ts';
import { exportTemplate } from '../export-tables.ts';

interface Owner {
  structureId: string;
  userId: string;
}

/** The templates of somebody for a list and those that the team shares, by their names. */
export async function listTemplates(tx: Tx, { structureId, userId }: Owner, list: ExportList) {
  return tx
    .select({
      id: exportTemplate.id,
      name: exportTemplate.name,
      shared: exportTemplate.shared,
      columns: exportTemplate.columns,
      own: sql<boolean>`${exportTemplate.userId} = ${userId}`,
      userName: user.name,
    })
    .from(exportTemplate)
    .innerJoin(user, eq(user.id, exportTemplate.userId))
    .where(and(eq(exportTemplate.structureId, structureId), eq(exportTemplate.list, list)))
    .orderBy(sql`${exportTemplate.name} collate "fr-x-icu"`, asc(exportTemplate.id));
}

/** Saved under a name: it takes the place of one's template of that name. */
export async function saveTemplate(
  tx: Tx,
  template: Owner & { list: ExportList; name: string; shared: boolean; columns: ChosenColumn[] },
): Promise<string> {
  const { shared, columns } = template;
  const [row] = await tx
    .insert(exportTemplate)
    .values(template)
    .onConflictDoUpdate({
      target: [exportTemplate.structureId, exportTemplate.userId, exportTemplate.list, exportTemplate.name],
      set: { shared, columns, savedAt: sql`now()` },
    })
    .returning({ id: exportTemplate.id });
  return row?.id ?? '';
}

/** Whether there was one within reach to take away. */
export async function dropTemplate(tx: Tx, { structureId, userId }: Owner, templateId: string): Promise<boolean> {
  const own = and(eq(exportTemplate.structureId, structureId), eq(exportTemplate.userId, userId));
  const rows = await tx
    .delete(exportTemplate)
    .where(and(eq(exportTemplate.id, templateId), own))
    .returning({ id: exportTemplate.id });
  return rows.length > 0;
}
