import { contactOutcomes } from '@jonction/domain/contact/outcome';
import { exclusionReasons } from '@jonction/domain/matching/exclusion';
import { type OfferAct, offerActs } from '@jonction/domain/offer/lifecycle';
import { parisDayOf } from '@jonction/domain/shared/day';
import { redirect } from '@sveltejs/kit';
import { readAnswer } from '#lib/positioning/answer-form.ts';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text } from '#lib/server/form.ts';
import { withoutAction } from '#lib/shell/action-at.ts';
import type { Actions, PageServerLoad } from './$types';

const atOnce = 50;
const most = 500;

export const load: PageServerLoad = async (event) => {
  const { offerId } = event.params;
  const { searchParams } = event.url;
  const client = api(event);
  const ticked = searchParams.getAll('p');
  // "Préparer l'appel" of the ticked: the first of them, in the panel.
  if (searchParams.has('preparer')) {
    redirect(303, withoutAction(event.url, { preparer: null, appel: ticked[0] ?? null }));
  }
  const asked = searchParams.get('vue');
  const view = asked === 'envois' || asked === 'fiche' ? asked : 'personnes';
  const widen = searchParams.get('elargir') === 'oui';
  const limit = Math.min(most, Math.max(atOnce, Math.trunc(Number(searchParams.get('nombre'))) || atOnce));
  const reason = exclusionReasons.find((known) => known === searchParams.get('ecartees'));
  const called = searchParams.get('appel');

  const [offer, sent] = await Promise.all([
    ask(event, client.offer.show.query({ offerId })),
    ask(event, client.positioning.list.query({ offerId, pageSize: 200 })),
  ]);
  const ranks = view === 'personnes';
  const [ranking, newcomers, forgotten, excluded, prepared, contacts] = await Promise.all([
    ranks ? ask(event, client.matching.rank.query({ offerId, widen, limit })) : null,
    ranks ? ask(event, client.matching.newcomers.query({ offerId })) : null,
    ranks ? ask(event, client.matching.forgottenFor.query({ offerId })) : null,
    reason ? ask(event, client.matching.listExcluded.query({ offerId, reason })) : null,
    called ? ask(event, client.positioning.preparePush.query({ offerId, participantIds: [called] })) : null,
    called ? ask(event, client.contact.list.query({ participantId: called })) : null,
  ]);
  const person = prepared?.people[0];
  return {
    today: parisDayOf(new Date()),
    offer,
    sent: sent.rows,
    view,
    widen,
    limit,
    atOnce,
    ticked,
    ranking,
    groups: newcomers && forgotten ? { newcomers, forgotten } : null,
    excluded: reason && excluded ? { reason, people: excluded } : null,
    call: person ? { person, contacts: contacts?.slice(0, 5) ?? [] } : null,
    answering: sent.rows.find(({ id }) => id === searchParams.get('reponse')) ?? null,
    done: searchParams.get('fait'),
  };
};

const acts = Object.keys(offerActs) as OfferAct[];
const told: Readonly<Record<OfferAct, string>> = { open: 'ouverte', fill: 'pourvue', close: 'fermee' };

export const actions: Actions = {
  agir: async (event) => {
    const form = await event.request.formData();
    const act = acts.find((known) => known === text(form, 'act')) ?? 'close';
    const { offerId } = event.params;
    const answer = await submit(event, form, () => api(event).offer.act.mutate({ offerId, act }));
    return 'done' in answer ? redirect(303, withoutAction(event.url, { fait: told[act] })) : answer;
  },

  toujours: async (event) => {
    const form = await event.request.formData();
    const { offerId } = event.params;
    const answer = await submit(event, form, () => api(event).offer.confirmOpen.mutate({ offerId }));
    return 'done' in answer ? redirect(303, withoutAction(event.url, { silence: null, fait: 'ouverte' })) : answer;
  },

  demander: async (event) => {
    const form = await event.request.formData();
    const { offerId } = event.params;
    const answer = await submit(event, form, () => api(event).offer.askStillOpen.mutate({ offerId }));
    return 'done' in answer ? redirect(303, withoutAction(event.url, { fait: 'demandee' })) : answer;
  },

  contacter: async (event) => {
    const form = await event.request.formData();
    const outcome = contactOutcomes.find((known) => known === text(form, 'outcome')) ?? 'no_answer';
    const answer = await submit(event, form, () =>
      api(event).contact.log.mutate({
        participantId: text(form, 'participantId'),
        channel: 'phone',
        outcome,
        purpose: 'preparation',
        note: optionalText(form, 'note'),
      }),
    );
    return 'done' in answer ? redirect(303, withoutAction(event.url, { fait: 'appel' })) : answer;
  },

  repondre: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () => api(event).positioning.answer.mutate(readAnswer(form)));
    return 'done' in answer ? redirect(303, withoutAction(event.url, { fait: 'reponse' })) : answer;
  },

  retirer: async (event) => {
    const form = await event.request.formData();
    const positioningId = text(form, 'positioningId');
    const answer = await submit(event, form, () => api(event).positioning.withdraw.mutate({ positioningId }));
    return 'done' in answer ? redirect(303, withoutAction(event.url, { fait: 'retrait', reponse: null })) : answer;
  },

  renouveler: async (event) => {
    const form = await event.request.formData();
    const pushId = text(form, 'pushId');
    const answer = await submit(event, form, () => api(event).positioning.renewLink.mutate({ pushId }));
    return 'done' in answer ? redirect(303, withoutAction(event.url, { fait: 'lien' })) : answer;
  },
};
