import type { Database } from '@jonction/db/client';
import type { Day } from '@jonction/domain/shared/day';
import type { Cast } from './cast.ts';
import type { Stage } from './stage.ts';

/** What is said about hours once they are declared: the demonstration's own employer contests its last line, and the team asks back. */
export async function makeExchanges(
  stage: Stage,
  cast: Cast,
  { database, today }: { database: Database; today: Day },
): Promise<void> {
  const [told] = await database.client`select 1 from hour_contest limit 1`;
  if (told) return;
  const own = cast.employer.membership.organisationId;
  const [line] = await database.client<{ id: string }[]>`
    select l.id from hour_line l where l.employer_id = ${own}
      and not exists (select 1 from hour_line n where n.replaces_id = l.id) order by l.kind desc, l.from_day desc, l.id limit 1`;
  if (!line) return;
  const { contestId } = await stage(cast.employer, today).hours.contest({
    lineId: line.id,
    body: 'La salariée était présente le premier jour : le chantier a été arrêté le lendemain seulement.',
  });
  await stage(cast.facilitator, today).hours.answerContest({
    contestId,
    body: 'Pouvez-vous joindre la feuille d’émargement de ce jour ? Nous trancherons dès qu’elle est là.',
  });
}
