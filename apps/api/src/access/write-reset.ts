import { membership } from '@jonction/db/access/tables';
import { resetLetter } from '@jonction/messages/access-letters';
import { and, eq, isNull } from 'drizzle-orm';
import type { Services } from '../context.ts';
import { writeMessage } from '../message/write.ts';

/** Written in the name of the sign-in library, for the structure the person works with. */
export async function writeResetMessage(
  services: Services,
  to: { id: string; email: string; name: string },
  url: string,
): Promise<void> {
  await services.authDatabase.as({ kind: 'auth' }, async (tx) => {
    const [running] = await tx
      .select({ structureId: membership.structureId })
      .from(membership)
      .where(and(eq(membership.userId, to.id), isNull(membership.endedAt)))
      .limit(1);
    const letter = resetLetter({ name: to.name, url });
    await writeMessage(tx, letter, { structureId: running?.structureId ?? null, to: to.email, toName: to.name });
  });
}
