import { directoratePlaces, type PlacedKind, placedKinds } from '@jonction/domain/organisation/directorate-place';
import { readPage } from '@jonction/ui/address';
import { type RequestEvent, redirect } from '@sveltejs/kit';
import { oneOf } from '#lib/contract/event-form.ts';
import { wordOfPlace } from '#lib/organisation/directorate-words.ts';
import { api, ask } from './api.ts';
import { optionalText, submit, text, texts } from './form.ts';

const pageSize = 50;
/** Puts what was ticked into a directorate, or takes it out; `buyerId` when a team does it for a buyer. */
export async function placeIn(event: RequestEvent, named: { kind?: PlacedKind; buyerId?: string } = {}) {
  const form = await event.request.formData();
  const { kind = oneOf(placedKinds, text(form, 'kind')), buyerId } = named;
  const given = { kind, buyerId, directorateId: optionalText(form, 'directorateId'), ids: texts(form, 'ids') };
  const answer = await submit(event, form, () => api(event).organisation.placeInDirectorate.mutate(given));
  return 'done' in answer ? { said: 'placed' as const, placed: answer.done.placed } : answer;
}

export async function createDirectorate(event: RequestEvent, { home, buyerId }: { home: string; buyerId?: string }) {
  const form = await event.request.formData();
  const answer = await submit(event, form, () =>
    api(event).organisation.createDirectorate.mutate({ buyerId, name: text(form, 'name') }),
  );
  if ('done' in answer) redirect(303, `${home}/${answer.done.directorateId}?contrats=aucune`);
  return answer;
}

/** One directorate, and its contracts as the address asks for them. */
export async function readDirectorate(event: RequestEvent, directorateId: string) {
  const asked = event.url.searchParams.get('contrats') ?? '';
  const place = directoratePlaces.find((one) => wordOfPlace[one] === asked) ?? 'inside';
  const question = {
    directorateId,
    place,
    text: (event.url.searchParams.get('q') ?? '').slice(0, 200),
    page: readPage(event.url),
    pageSize,
  };
  return { question, ...(await ask(event, api(event).organisation.showDirectorate.query(question))) };
}

/** What is done on the page of one directorate. */
export function directorateActions({ home, buyerId }: { home: string; buyerId?: string }, directorateId: string) {
  return {
    renommer: async (event: RequestEvent) => {
      const form = await event.request.formData();
      const answer = await submit(event, form, () =>
        api(event).organisation.renameDirectorate.mutate({ directorateId, name: text(form, 'name') }),
      );
      return 'done' in answer ? { said: 'renamed' as const } : answer;
    },
    fermer: async (event: RequestEvent) => {
      const form = await event.request.formData();
      const answer = await submit(event, form, () =>
        api(event).organisation.endDirectorate.mutate({ directorateId, into: optionalText(form, 'into') }),
      );
      if ('done' in answer) redirect(303, `${home}?fermee=oui`);
      return answer;
    },
    ranger: (event: RequestEvent) => placeIn(event, buyerId === undefined ? {} : { buyerId }),
  };
}
