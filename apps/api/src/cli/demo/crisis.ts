import type { Database } from '@jonction/db/client';
import { addDays, type Day } from '@jonction/domain/shared/day';
import type { Cast } from './cast.ts';
import type { Stage } from './stage.ts';

/** An emergency that the lead prepares: nothing moves before she applies it. */
export async function prepareCrisis(
  stage: Stage,
  cast: Cast,
  { database, today }: { database: Database; today: Day },
): Promise<void> {
  const [done] = await database.client`select 1 from crisis limit 1`;
  if (done) return;
  await stage(cast.lead, today).crisis.write({
    draft: null,
    terms: {
      ...{
        title: 'Canicule, vigilance rouge',
        regime: 'other',
        legalUrl: null,
        from: addDays(today, -2),
        to: addDays(today, 5),
      },
      legalTitle: 'Arrêté préfectoral de vigilance rouge',
      justification: 'Les travaux extérieurs sont interdits l’après-midi.',
      ...{ departments: [], communes: [], withUnknownPlace: true, buyerIds: [], cpv: [], statuses: [] },
      ...{ measures: ['no_penalty', 'stop'], retenderDays: 0, policies: [], cadences: ['hours'], receivers: ['buyer'] },
      letter: 'La vigilance rouge touche vos marchés. Dites-nous ce qui s’arrête, et ce qui reprend.',
    },
  });
}
