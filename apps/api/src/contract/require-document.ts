import type { Tx } from '@jonction/db/client';
import { storedFile } from '@jonction/db/file/tables';
import { and, eq } from 'drizzle-orm';
import { Refuse } from '../refuse.ts';

/**
 * The paper named in a form was brought by the speaker, as a document: naming somebody else's file opens nothing. Refused at its
 * field. The base refuses it too (`app.may_attach_document`).
 */
export async function requireDocument(tx: Tx, fileId: string, userId: string): Promise<void> {
  const [row] = await tx
    .select({ id: storedFile.id })
    .from(storedFile)
    .where(and(eq(storedFile.id, fileId), eq(storedFile.purpose, 'document'), eq(storedFile.uploadedBy, userId)));
  if (!row) throw new Refuse('file.not_found', {}, 'file');
}
