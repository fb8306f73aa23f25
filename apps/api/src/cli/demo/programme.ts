import type { Database } from '@jonction/db/client';
import { addDays, addMonths, type Day } from '@jonction/domain/shared/day';
import type { Cast } from './cast.ts';
import type { Stage } from './stage.ts';

const unknown = {
  ...{ reference: null, cpv: null, kind: null, buyerKind: null, amountCents: null, procedure: null },
  ...{ durationMonths: null, publicationOn: null, lots: null, area: null, note: null, buyerId: null },
};

type Programme = ReturnType<Stage>['programme'];

/** What the demonstration's buyer plans: one answer late, one just come in, one sized and answered, one without a clause. */
export async function planPurchases(
  stage: Stage,
  cast: Cast,
  { database, today }: { database: Database; today: Day },
): Promise<void> {
  const [known] = await database.client`select 1 from planned_contract limit 1`;
  if (known) return;
  const year = Number(today.slice(0, 4)) + 1;
  const sent = (daysAgo: number) => stage(cast.buyer, addDays(today, -daysAgo)).programme;
  const team = (daysAgo: number) => stage(cast.facilitator, addDays(today, -daysAgo)).programme;
  const plan = async (daysAgo: number, facts: Partial<Parameters<Programme['plan']>[0]> & { object: string }) => {
    const { plannedId } = await sent(daysAgo).plan({ ...unknown, year, ...facts });
    return plannedId;
  };
  const on = (daysAgo: number) => addDays(today, -daysAgo);
  await plan(41, {
    ...{
      reference: `${year}-01`,
      object: 'Entretien des espaces verts, quartiers sud',
      cpv: '77310000',
      kind: 'services',
    },
    ...{
      buyerKind: 'other',
      amountCents: 48_000_000,
      durationMonths: 36,
      publicationOn: addMonths(today, 4),
      area: '75013',
    },
  });
  await plan(3, { object: 'Rénovation thermique de deux écoles', kind: 'works', area: '75' });
  const cleaning = await plan(25, {
    ...{ reference: `${year}-02`, object: 'Nettoyage des bâtiments municipaux', cpv: '90911200', kind: 'services' },
    ...{ buyerKind: 'other', amountCents: 120_000_000, procedure: 'open', durationMonths: 48, lots: 2 },
    ...{ publicationOn: addMonths(today, 3), area: '75', note: 'Reprise de personnel à prévoir sur le lot 1.' },
  });
  await team(20).act({ plannedId: cleaning, act: 'study', on: on(20), why: null });
  await team(12).size({
    ...{ plannedId: cleaning, occupations: ['K2204'], area: '75' },
    target: {
      ...{ mode: 'pact_proprete', amountCents: 120_000_000, months: 48, transferredCentihoursPerMonth: 80_000 },
      ...{ hourlyCostCents: 2_500, effortBps: 500 },
    },
  });
  await team(11).act({ plannedId: cleaning, act: 'answer', on: on(11), why: null });
  await team(11).follow({
    ...{ plannedId: cleaning, ownerId: cast.facilitator.userId, nextAction: 'Relire le CCAP avec le service' },
    nextActionOn: addDays(today, 5),
  });
  const licences = await plan(33, {
    ...{ object: 'Licences de bureautique', kind: 'supplies', buyerKind: 'other', amountCents: 24_000_000 },
    publicationOn: addMonths(today, 2),
  });
  await sent(32).exempt({
    plannedId: licences,
    exemption: {
      reason: 'no_link',
      words: 'Achat de licences à distance : aucune exécution sur place, aucun emploi à créer.',
    },
  });
  await team(30).act({ plannedId: licences, act: 'study', on: on(30), why: null });
  await team(28).act({
    plannedId: licences,
    act: 'no_clause',
    on: on(28),
    why: 'Achat de licences : aucun emploi à créer.',
  });
}
