import type { Tx } from '@jonction/db/client';
import {
  insertLetters,
  type LetterToWrite,
  listReceivers,
  markWritten,
  nextLetters,
  type Receiver,
} from '@jonction/db/crisis/letters';
import type { CrisisReceiver } from '@jonction/domain/crisis/cadence';
import { crisisMeasures } from '@jonction/domain/crisis/regime';
import { crisisWords } from '@jonction/domain/crisis/words';
import { formatDay } from '@jonction/domain/shared/typography';
import { translate } from '@jonction/domain/shared/words';
import { crisisLetter } from '@jonction/messages/crisis-letter';
import type { Context } from '../context.ts';
import type { EventJob, JobContext } from '../jobs/start.ts';
import { writeMessage } from '../message/write.ts';
import { emit } from '../outbox/emit.ts';
import { speaker, structureOf } from '../speaker.ts';

const system = { kind: 'system' } as const;
/** Letters of one transaction: between two of them an emergency can be taken back. */
const batch = 20;

/** Who would be written to about some contracts, with the address that each letter takes; one statement for each kind. */
export async function receiversOf(
  ctx: Context & { tx: Tx },
  receivers: readonly CrisisReceiver[],
  contractIds: readonly string[],
): Promise<Receiver[]> {
  const found: Receiver[] = [];
  for (const receiver of receivers)
    found.push(...(await listReceivers(ctx.tx, structureOf(ctx), receiver, contractIds)));
  return found;
}

/** Puts a letter to each of those that can be written to in line, one to an address; the job writes them. Answers how many. */
export async function planLetters(
  ctx: Context & { tx: Tx },
  of: { crisisId: string; moment: 'begin' | 'end'; body: string },
  receivers: readonly Receiver[],
): Promise<number> {
  const addressed = new Map<string, Receiver & { address: string }>();
  for (const { address, ...receiver } of receivers) {
    if (address !== null && !addressed.has(address)) addressed.set(address, { ...receiver, address });
  }
  if (addressed.size === 0) return 0;
  const structureId = structureOf(ctx);
  await insertLetters(ctx.tx, { ...of, structureId, sentBy: speaker(ctx).userId }, [...addressed.values()]);
  await emit(ctx.tx, { type: 'crisis.letters_wanted', structureId, subjectId: of.crisisId });
  return addressed.size;
}

/** What happens to a contract, in the words of a letter; that it is concerned goes without saying. */
export function measuresTold(measures: LetterToWrite['contracts'][number]['measures']): string[] {
  return measures.flatMap(({ measure, legalBasis, endsOn }) => {
    const known = crisisMeasures.find((one) => one === measure);
    if (!known || known === 'scope') return [];
    const until = endsOn === null ? '' : ` jusqu’au ${formatDay(endsOn, 'fr')}`;
    return [
      `${translate(crisisWords, 'fr', `crisis.measure.${known}`)}${until}${legalBasis === null ? '' : ` (${legalBasis})`}`,
    ];
  });
}

export function letterOf({ contracts, ...facts }: Omit<LetterToWrite, 'id' | 'structureId' | 'address'>) {
  return crisisLetter({
    ...facts,
    contracts: contracts.map(({ measures, ...contract }) => ({ ...contract, measures: measuresTold(measures) })),
  });
}

/** Writes the letters of an emergency, some at a time until all have left. Safe to run again: a letter is written once. */
export async function writeCrisisLetters(
  { subjectId: crisisId, structureId }: EventJob,
  { database }: Pick<JobContext, 'database'>,
): Promise<void> {
  if (crisisId === null) return;
  await database.as(system, async (tx) => {
    const letters = await nextLetters(tx, crisisId, batch);
    for (const { id, ...letter } of letters) {
      const messageId = await writeMessage(tx, letterOf(letter), {
        structureId: letter.structureId,
        to: letter.address,
        toName: letter.contactName,
        about: { kind: 'crisis', id: crisisId },
      });
      await markWritten(tx, id, messageId);
    }
    if (letters.length === batch) await emit(tx, { type: 'crisis.letters_wanted', structureId, subjectId: crisisId });
  });
}
