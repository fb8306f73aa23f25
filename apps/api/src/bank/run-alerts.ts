import { addFinds, type DueAlert, endRun, holdAlert, listAlerts, listFinds } from '@jonction/db/bank/alerts';
import { type AlertPace, runAlert } from '@jonction/domain/bank/alert';
import { parisDayOf } from '@jonction/domain/shared/day';
import { alertLetter } from '@jonction/messages/alert';
import type { JobContext } from '../jobs/start.ts';
import { writeMessage } from '../message/write.ts';
import { peopleFound } from './people-found.ts';

type Running = Pick<JobContext, 'database' | 'publicUrl' | 'log'>;

/**
 * Runs every alert of a pace: one transaction each, so that one that fails stops no other and a run that is cut tells nobody twice.
 * Whoever is new is written down and told in one letter, which names nobody; where nothing changed nothing is written.
 */
export async function runAlerts(context: Running, pace: AlertPace): Promise<void> {
  const alerts = await context.database.as({ kind: 'system' }, (tx) => listAlerts(tx, pace));
  for (const alert of alerts) {
    try {
      await runOne(context, alert, pace);
    } catch (error) {
      context.log.warn({ err: error, search: alert.searchId }, 'an alert could not be run: the next run tries again');
    }
  }
}

async function runOne({ database, publicUrl }: Running, alert: DueAlert, pace: AlertPace): Promise<void> {
  const { searchId, userId, structureId, name, filters } = alert;
  await database.as({ kind: 'system' }, async (tx) => {
    if (!(await holdAlert(tx, searchId, userId))) return;
    const found = await peopleFound(tx, { structureId, userId, filters, today: parisDayOf(new Date()) });
    const { added, toTell } = runAlert(await listFinds(tx, searchId, userId), found);
    await addFinds(tx, { searchId, userId, structureId }, added, false);
    if (toTell.length > 0) {
      const letter = alertLetter({
        recipientName: alert.userName,
        searchName: name,
        people: toTell.length,
        pace,
        since: parisDayOf(new Date(alert.since)),
        url: `${publicUrl}/facilitateur/participants/recherches/${searchId}`,
      });
      await writeMessage(tx, letter, {
        structureId,
        to: alert.email,
        toName: alert.userName,
        about: { kind: 'saved_search', id: searchId },
      });
    }
    await endRun(tx, { searchId, userId }, toTell);
  });
}
