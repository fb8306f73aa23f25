import type { Tx } from '@jonction/db/client';
import { storedFile } from '@jonction/db/file/tables';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { found } from '../refuse.ts';

/** A sheet of hours that was uploaded, with its bytes. A file brought for another purpose is not found. */
export async function findHoursFile(
  ctx: Context & { tx: Tx },
  fileId: string,
): Promise<{ file: { id: string; name: string }; bytes: Uint8Array }> {
  const [row] = await ctx.tx
    .select()
    .from(storedFile)
    .where(and(eq(storedFile.id, fileId), eq(storedFile.purpose, 'hours')));
  const file = found(row, 'file.not_found');
  return { file, bytes: new Uint8Array(await ctx.files.read(file.sha256)) };
}
