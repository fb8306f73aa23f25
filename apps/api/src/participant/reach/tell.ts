import type { Tx } from '@jonction/db/client';
import { listPeopleToTell, type PersonToTell } from '@jonction/db/participant/errands';
import { keepErrand } from '@jonction/db/participant/reach';
import { participantErrand } from '@jonction/db/participant/reach-tables';
import { type ErrandKind, isTooLateForLetter } from '@jonction/domain/participant/errand';
import { chooseReach } from '@jonction/domain/participant/reach';
import type { Day } from '@jonction/domain/shared/day';
import { personLetter, type Told } from '@jonction/messages/person-words';
import { eq } from 'drizzle-orm';
import { writeMessage } from '../../message/write.ts';
import { emit } from '../../outbox/emit.ts';

const paragraph = '\n\n';

export interface ToTell {
  structureId: string;
  participantId: string;
  kind: ErrandKind;
  aboutId: string;
}

/** Something to tell somebody. It leaves by mail where she wants mail, else it waits in the team's list of calls, texts and letters. */
export async function tell(
  tx: Tx,
  { subject, paragraphs }: Told,
  of: ToTell,
  house: { today: Day; mailLeaves: boolean },
): Promise<void> {
  const errandId = await keepErrand(tx, { ...of, subject, body: paragraphs.join(paragraph) });
  if (errandId === null) return;
  const [person] = await listPeopleToTell(tx, house.today, of.participantId);
  if (person) await sendMails(tx, person, house);
  await emit(tx, { type: 'participant.to_tell', structureId: of.structureId, subjectId: of.participantId });
}

/** How somebody is reached today for all that waits: a letter that would come too late is a call. */
export function reachOf(person: PersonToTell, { today, mailLeaves }: { today: Day; mailLeaves: boolean }) {
  const urgent = person.errands.some(({ meetingOn }) => meetingOn !== null && isTooLateForLetter(meetingOn, today));
  const mailFailed = person.errands.some((errand) => errand.mailFailed);
  return chooseReach({ ...person, mailFailed }, { mailLeaves, urgent });
}

/** What leaves by mail, leaves; how many did. */
export async function sendMails(
  tx: Tx,
  person: PersonToTell,
  house: { today: Day; mailLeaves: boolean },
): Promise<number> {
  const { email, participantId } = person;
  if (reachOf(person, house).channel !== 'mail' || email === null) return 0;
  for (const { id, kind, subject, body } of person.errands) {
    const letter = personLetter({
      ...person,
      kind,
      subject,
      paragraphs: body.split(paragraph),
      senderName: person.ownerName,
    });
    const about = { kind: 'participant', id: participantId };
    const messageId = await writeMessage(tx, letter, { structureId: person.structureId, to: email, about });
    await tx
      .update(participantErrand)
      .set({ messageId, doneAt: new Date(), doneChannel: 'mail' })
      .where(eq(participantErrand.id, id));
  }
  return person.errands.length;
}
