import { listMeetingsAhead, listPeopleToTell, listUnansweredAskings } from '@jonction/db/participant/errands';
import { nextWorkingDay, remindsOfMeeting, remindsOfOffer } from '@jonction/domain/participant/errand';
import { isWorkingDay } from '@jonction/domain/reference/working-days';
import { parisDayOf } from '@jonction/domain/shared/day';
import { formatInstant } from '@jonction/domain/shared/typography';
import { meetingReminderTold, offerTold } from '@jonction/messages/person-words';
import type { JobContext } from '../../jobs/start.ts';
import { sendMails, tell } from './tell.ts';

/**
 * One morning: the eve of meetings, offers without an answer, and what became mail since (somebody chose it, an address was noted).
 * By her own way each; what is not mail waits in the list of her team. Running twice tells once.
 */
export async function remindPeople(
  { database, relay, log }: Pick<JobContext, 'database' | 'log'> & { relay: unknown },
  now = new Date(),
): Promise<void> {
  const today = parisDayOf(now);
  if (!isWorkingDay(today)) return;
  const house = { today, mailLeaves: relay !== null };
  const left = await database.as({ kind: 'system' }, async (tx) => {
    for (const { id, at, ...meeting } of await listMeetingsAhead(tx, today, nextWorkingDay(today))) {
      if (!remindsOfMeeting({ setOn: meeting.toldOn, meetingOn: meeting.meetingOn }, today)) continue;
      const told = meetingReminderTold({ ...meeting, when: formatInstant(new Date(at), 'fr') });
      await tell(tx, told, { ...meeting, kind: 'meeting_reminder', aboutId: id }, house);
    }
    for (const { id, askedOn, ...asking } of await listUnansweredAskings(tx)) {
      if (!remindsOfOffer(askedOn, today)) continue;
      await tell(
        tx,
        offerTold({ ...asking, reminder: true }),
        { ...asking, kind: 'offer_reminder', aboutId: id },
        house,
      );
    }
    let mails = 0;
    for (const person of await listPeopleToTell(tx, today)) mails += await sendMails(tx, person, house);
    return mails;
  });
  if (left > 0) log.info({ mails: left }, 'people told');
}
