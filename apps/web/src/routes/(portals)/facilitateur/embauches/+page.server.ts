import { readPage } from '@jonction/ui/address';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

const pageSize = 50;
const states = ['running', 'upcoming', 'ended'] as const;

/** `?q=benali&etat=running&page=2` */
export const load: PageServerLoad = async (event) => {
  const text = (event.url.searchParams.get('q') ?? '').trim().slice(0, 200);
  const state = states.find((known) => known === event.url.searchParams.get('etat'));
  const page = readPage(event.url);
  const answer = await ask(
    event,
    api(event).placement.list.query({ text, page, pageSize, ...(state ? { state } : {}) }),
  );
  return { ...answer, text, state: state ?? null, page, pageSize };
};
