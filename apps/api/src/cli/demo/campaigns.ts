import type { Database } from '@jonction/db/client';
import { refreshStanding } from '@jonction/db/contract/facts';
import { addDays, type Day } from '@jonction/domain/shared/day';
import type { Cast } from './cast.ts';
import type { Stage } from './stage.ts';

const letter =
  'Pour que les clauses sociales restent au plus près de vos chantiers et de vos prestations, nous tenons à jour l’état de chaque marché.\n\nDites-nous lesquels sont arrêtés, suspendus, repris, prolongés par avenant ou terminés.';

/** A census of four months ago that was closed, and one that runs: some of the buyers answered, one by phone, others not at all. */
export async function askBuyers(
  stage: Stage,
  cast: Cast,
  { database, today }: { database: Database; today: Day },
): Promise<void> {
  const [there] = await database.client`select 1 from census_campaign limit 1`;
  if (there) return;
  const ask = async (day: Day, title: string) => {
    const { census } = stage(cast.facilitator, day);
    const running = await database.client<{ id: string }[]>`
      select id from contract where notified_on < ${addDays(day, -10)} and status in ('notified', 'active', 'stopped', 'suspended')`;
    if (running.length === 0) return null;
    const which = { ids: running.map(({ id }) => id) };
    const { asked } = await census.previewCampaign({ which });
    const dueOn = addDays(day, 14);
    return (await census.openCampaign({ which, letter: { title, letter, dueOn }, asked })).campaignId;
  };
  const before = await ask(addDays(today, -120), 'Recensement précédent des marchés actifs');
  if (!before) return;
  const then = stage(cast.facilitator, addDays(today, -110)).census;
  for (const { id: askId } of (await then.showCampaign({ campaignId: before })).asks.slice(2)) {
    const given = { campaignId: before, askId, answers: { allUnchanged: true } as const };
    await then.answerFor({ ...given, source: 'phone', saidBy: 'Direction de la commande publique' });
  }
  await stage(cast.facilitator, addDays(today, -90)).census.closeCampaign({ campaignId: before });
  const now = await ask(addDays(today, -6), 'Recensement des marchés actifs');
  if (!now) return;
  const { census } = stage(cast.facilitator, addDays(today, -2));
  const { asks } = await census.showCampaign({ campaignId: now });
  const called = asks.find(({ buyerId }) => buyerId !== cast.buyer.membership.organisationId);
  if (called) {
    const { rows } = await census.listCampaignRows({ campaignId: now, askId: called.id });
    const stop = rows.find(({ fitting }) => fitting.includes('stop'));
    const said = rows.map(({ contractId }) =>
      contractId === stop?.contractId
        ? { contractId, answer: 'stop' as const, on: addDays(today, -9) }
        : { contractId, answer: 'no_change' as const },
    );
    const given = { campaignId: now, askId: called.id, answers: { rows: said } };
    await census.answerFor({ ...given, source: 'phone', saidBy: 'Mme Petit, service des marchés' });
  }
  const own = stage(cast.buyer, addDays(today, -1)).census;
  const [first] = (await own.listAsked({})).rows;
  if (first) {
    const rows = [{ contractId: first.contractId, answer: 'no_change' as const }];
    await own.answerAsked({ campaignId: first.campaignId, answers: { rows } });
  }
  // What was said on a past day left each contract as it stood that day: lists show today.
  const all = await database.client<{ id: string }[]>`select id from contract`;
  await database.as({ kind: 'system' }, (tx) =>
    refreshStanding(
      tx,
      all.map(({ id }) => id),
      today,
    ),
  );
}
