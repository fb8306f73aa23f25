import { readCampaign } from '@jonction/db/hours/campaigns';
import { listLateOfMonth } from '@jonction/db/hours/late';
import { endedQuarters, quarterDays, rungToSend } from '@jonction/domain/hours/late';
import { addMonths } from '@jonction/domain/shared/day';
import { type MorningJob, morningOfLetters } from '../../message/morning.ts';
import { writeHoursReminder } from './write-reminder.ts';

const morning = { cadence: 'hours', told: 'companies reminded of hours' } as const;

/**
 * One morning: the month before, then the quarters of the last half year, to the companies that miss something. One letter to an
 * address; nothing on a day off, nor where no relay takes letters. Safe to run again: what was written is found.
 */
export async function remindHours(job: MorningJob, now = new Date()): Promise<void> {
  await morningOfLetters(job, now, morning, async ({ tx, today, publicUrl, written, paused }) => {
    const period = addMonths(`${today.slice(0, 7)}-01`, -1);
    for (const row of await listLateOfMonth(tx, period)) {
      const { address } = row;
      const rung = rungToSend({ ...row, kind: 'month', period }, today);
      if (rung === null || address === null || written.has(address) || paused(row.structureId)) continue;
      const { senderName } = row;
      await writeHoursReminder(tx, row, {
        kind: 'month',
        period,
        rung,
        address,
        senderName,
        sentBy: null,
        publicUrl,
        now,
      });
      written.add(address);
    }
    for (const quarter of endedQuarters(today, 2)) {
      const days = quarterDays(quarter);
      for (const row of await readCampaign(tx, days, { limit: 5000, offset: 0 })) {
        const { address } = row;
        const facts = { ...row, kind: 'quarter' as const, period: days.from };
        const rung = row.answeredOn === null ? rungToSend(facts, today) : null;
        if (rung === null || address === null || written.has(address) || paused(row.structureId)) continue;
        const given = { kind: 'quarter' as const, period: days.from, rung, address, senderName: null };
        await writeHoursReminder(tx, row, { ...given, sentBy: null, publicUrl, now });
        written.add(address);
      }
    }
  });
}
