import type { Database } from '@jonction/db/client';
import { addDays, addMonths, type Day } from '@jonction/domain/shared/day';
import type { Cast } from './cast.ts';
import type { Stage } from './stage.ts';

const opinion =
  'Blessée sur le chantier le premier jour ; le donneur d’ordre confirme par écrit que le poste lui était gardé.';

/** What the demonstration's own company does for its hours and what stands in its way; hours that its team would credit all the same. */
export async function makeEfforts(
  stage: Stage,
  cast: Cast,
  { database, today }: { database: Database; today: Day },
): Promise<void> {
  const [told] = await database.client`select 1 from hour_difficulty limit 1`;
  const own = cast.employer.membership.organisationId;
  const work = await database.client<{ id: string; contractId: string }[]>`
    select p.id, p.contract_id as "contractId" from placement p
    where p.employer_id = ${own} and p.starts_on <= ${addMonths(today, -1)} order by p.starts_on, p.number limit 2`;
  const [first, second] = work;
  if (told || !first) return;
  const { contractId } = first;
  const company = (days: number) => stage(cast.employer, addDays(today, -days)).hours;
  const { difficultyId } = await company(40).reportDifficulty({
    ...{ contractId, kind: 'departure' },
    body: 'Une personne a trouvé un poste plus près de chez elle et part à la fin du mois.',
  });
  await stage(cast.facilitator, addDays(today, -38)).hours.answerDifficulty({
    ...{ difficultyId },
    body: 'Merci de l’avoir dit. Trois CV vous arrivent cette semaine ; appelez-nous si aucun ne convient.',
  });
  await company(3).reportDifficulty({
    ...{ contractId, kind: 'no_candidate' },
    body: 'Aucune candidature pour le poste de nuit depuis trois semaines.',
  });
  for (const [days, means, note] of [
    [36, 'facilitator_contacted', null],
    [35, 'offer_sent', 'Poste de nuit, prime et navette.'],
    [20, 'interviews', 'Deux entretiens, une personne retenue.'],
    [6, 'job_event', 'Forum de l’emploi de la mairie.'],
  ] as const) {
    await company(days).recordMeans({ contractId, usedOn: addDays(today, -days), means, note });
  }
  const { contract } = stage(cast.facilitator, today);
  for (const [number, object] of [
    ['8', 'Contrôles techniques'],
    ['9', 'Fournitures diverses'],
  ] as const) {
    await contract.addLot({ contractId, number, object, holderId: null, amountCents: null });
  }
  const { lots } = await contract.show({ contractId });
  const bare = lots.find((lot) => lot.number === '8');
  if (bare) {
    await contract.markAbsence({
      lotId: bare.id,
      reason: 'too_technical',
      note: 'Deux visites d’un ingénieur par an.',
    });
  }
  await derogate(stage, cast, { database, today, placementIds: [first.id, ...(second ? [second.id] : [])] });
}

/** Days that no rule validates: an opinion on the first waits for the facilitator, one on the next was granted. */
async function derogate(
  stage: Stage,
  cast: Cast,
  { database, today, placementIds }: { database: Database; today: Day; placementIds: readonly string[] },
): Promise<void> {
  const from = addMonths(`${today.slice(0, 7)}-01`, -1);
  const lead = stage(cast.lead, today).hours;
  for (const [at, placementId] of placementIds.entries()) {
    const row = { placementId, from: addDays(from, 7), to: addDays(from, 11), kind: 'work_accident' as const };
    await stage(cast.facilitator, today).hours.declare({
      month: from.slice(0, 7),
      rows: [{ ...row, payer: 'social_security', centihours: 2_800 }],
    });
    const [line] = await database.client<{ id: string }[]>`
      select id from hour_line where placement_id = ${placementId} and kind = 'work_accident'`;
    if (!line) continue;
    const { derogationId } = await lead.askDerogation({ lineId: line.id, centihours: 2_800, opinion });
    if (at === 0) continue;
    await stage(cast.facilitator, today).hours.decideDerogation({
      ...{ derogationId, decision: 'granted' },
      reason: 'Écrit du donneur d’ordre vu ; personne d’autre n’a tenu le poste.',
    });
  }
}
