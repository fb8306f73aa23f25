import { createHash } from 'node:crypto';
import type { Tx } from '@jonction/db/client';
import { hourSheetMapping } from '@jonction/db/hours/tables';
import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';

const triedAtMost = 50;
const mappingShape = z.record(z.string(), z.string());

export interface MappingOwner {
  structureId: string;
  organisationId: string;
}

/**
 * What an organisation answered the last time a sheet came with the same headers; empty when it never did. Only with its mapping
 * is the row of headers found in a sheet that has none of our words, so each answer is tried on the sheet.
 */
export async function recallMapping(
  tx: Tx,
  { structureId, organisationId }: MappingOwner,
  headersUnder: (mapping: Readonly<Record<string, string>>) => readonly string[],
): Promise<Record<string, string>> {
  const rows = await tx
    .select({ mapping: hourSheetMapping.mapping, headersKey: hourSheetMapping.headersKey })
    .from(hourSheetMapping)
    .where(and(eq(hourSheetMapping.structureId, structureId), eq(hourSheetMapping.organisationId, organisationId)))
    .orderBy(desc(hourSheetMapping.usedAt))
    .limit(triedAtMost);
  for (const row of rows) {
    const mapping = mappingShape.parse(row.mapping);
    if (keyOf(headersUnder(mapping)) === row.headersKey) return mapping;
  }
  return {};
}

export async function rememberMapping(
  tx: Tx,
  { structureId, organisationId }: MappingOwner,
  headers: readonly string[],
  mapping: Readonly<Record<string, string>>,
): Promise<void> {
  const kept = { mapping, usedAt: new Date() };
  await tx
    .insert(hourSheetMapping)
    .values({ structureId, organisationId, headersKey: keyOf(headers), ...kept })
    .onConflictDoUpdate({
      target: [hourSheetMapping.structureId, hourSheetMapping.organisationId, hourSheetMapping.headersKey],
      set: kept,
    });
}

/** The order of columns does not matter, their names do. */
function keyOf(headers: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([...headers].sort()))
    .digest('hex');
}
