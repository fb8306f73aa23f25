import type { Database } from '@jonction/db/client';
import { addDays, type Day } from '@jonction/domain/shared/day';
import type { Cast } from './cast.ts';
import type { Stage } from './stage.ts';

interface Around {
  database: Database;
  today: Day;
}

/** Companies that the team goes to see: one to visit, one late, one with a need, one that gave an offer. */
export async function meetCompanies(stage: Stage, cast: Cast, { database, today }: Around): Promise<void> {
  const [known] = await database.client`select 1 from prospect limit 1`;
  if (known) return;
  const facilitator = stage(cast.facilitator, today);
  const [offer] = await database.client<{ id: string; title: string; partner: string }[]>`
    select id, title, employer_id as partner from offer where status = 'open' order by number limit 1`;
  const partner = offer?.partner;
  const [none, late, need] = cast.employerIds.slice(1).filter((id) => id !== partner);
  const add = async (organisationId: string | undefined, why: string, nextAction: string | null, day: number) => {
    if (organisationId === undefined) return null;
    const nextActionOn = nextAction === null ? null : addDays(today, day);
    return (await facilitator.prospect.add({ organisationId, why, nextAction, nextActionOn })).prospectId;
  };
  await add(none, 'Un chantier s’ouvre à deux rues de la gare.', 'Appeler la gérante', 3);
  const called = await add(late, 'Recrute chaque été.', null, 0);
  if (called) {
    await facilitator.prospect.logVisit({
      ...{ prospectId: called, way: 'call', on: addDays(today, -9), met: 'Chef de secteur' },
      note: 'Intéressé, veut voir deux profils avant de décider.',
      ...{ nextAction: 'Envoyer deux profils anonymes', nextActionOn: addDays(today, -2) },
    });
  }
  const visited = await add(need, 'A gagné un lot de voirie.', null, 0);
  if (visited) {
    await facilitator.prospect.logVisit({
      ...{ prospectId: visited, way: 'visit', on: addDays(today, -4), met: 'Mme Aubin, exploitation' },
      note: 'Visite du dépôt : vestiaire pour les femmes, bus à cinq minutes.',
      ...{ nextAction: 'Préparer la fiche de poste avec elle', nextActionOn: addDays(today, 6) },
    });
    const about = { prospectId: visited, note: 'De nuit possible.' };
    await facilitator.prospect.addNeed({ ...about, title: 'Deux agents de voirie', romeCode: 'K2303', positions: 2 });
  }
  const won = await add(partner, 'Rencontrée au forum de l’emploi.', null, 0);
  if (!won) return;
  await facilitator.prospect.logVisit({
    ...{ prospectId: won, way: 'event', on: addDays(today, -20), met: 'Le gérant', note: null, nextAction: null },
  });
  const { needId } = await facilitator.prospect.addNeed({
    ...{ prospectId: won, title: offer?.title ?? 'Un poste à pourvoir', romeCode: null, positions: 1, note: null },
  });
  if (offer) await facilitator.prospect.settleNeed({ needId, as: 'offer', offerId: offer.id });
}

/** Two offers spread to the comité technique emploi; one partner puts somebody forward, and has nobody for the other. */
export async function spreadOffers(stage: Stage, cast: Cast, { database, today }: Around): Promise<void> {
  const [known] = await database.client`select 1 from committee_member limit 1`;
  if (known) return;
  const partners = await database.client<{ id: string }[]>`
    select id from organisation where kind = 'partner' order by name`;
  await stage(cast.lead, today).offer.setCommittee({ partnerIds: partners.map(({ id }) => id) });
  const offers = await database.client<{ id: string }[]>`
    select o.id from offer o where o.status = 'open' and not exists (select from push p where p.offer_id = o.id)
    order by o.number limit 2`;
  for (const { id } of offers) {
    const note = 'Début rapide, un logement est possible à côté.';
    await stage(cast.facilitator, today).offer.broadcast({ offerId: id, note });
  }
  const [first, second] = offers;
  const [person] = await database.client<{ id: string }[]>`
    select id from participant where recommended_by_organisation_id = ${cast.partner.membership.organisationId}
      and status = 'available' order by number desc limit 1`;
  const partner = stage(cast.partner, today);
  if (first && person) {
    await partner.offer.answerBroadcast({
      ...{ offerId: first.id, participantIds: [person.id], note: 'Vue ce matin, très motivée.' },
    });
  }
  if (second)
    await partner.offer.answerBroadcast({ offerId: second.id, nobody: true, note: 'Personne avec ces horaires.' });
}

/** Nobody spoke of these two offers for weeks: the team is asked whether they are still open. Time itself cannot be played. */
export async function leaveOffersAlone({ client }: Database): Promise<void> {
  await client`
    update offer set created_at = created_at - interval '36 days', opened_at = opened_at - interval '36 days',
      updated_at = updated_at - interval '36 days'
    where not exists (select from offer where created_at < now() - interval '30 days') and id in (
      select o.id from offer o where o.status = 'open' and o.created_at > now() - interval '1 day'
        and not exists (select from push p where p.offer_id = o.id)
        and not exists (select from offer_broadcast b where b.offer_id = o.id)
      order by o.number desc limit 2)`;
}
