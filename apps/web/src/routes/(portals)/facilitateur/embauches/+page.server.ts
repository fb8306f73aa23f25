import { isDay } from '@jonction/domain/shared/day';
import { readPage } from '@jonction/ui/address';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

const pageSize = 50;
const states = ['running', 'upcoming', 'ended'] as const;

/** `?q=benali&etat=running&du=2026-11-01&au=2026-11-30&page=2` */
export const load: PageServerLoad = async (event) => {
  const get = (name: string) => event.url.searchParams.get(name)?.trim() ?? '';
  const text = get('q').slice(0, 200);
  const state = states.find((known) => known === get('etat'));
  const from = isDay(get('du')) ? get('du') : null;
  const to = isDay(get('au')) ? get('au') : null;
  const page = readPage(event.url);
  const answer = await ask(
    event,
    api(event).placement.list.query({
      ...{ text, page, pageSize },
      ...(state ? { state } : {}),
      ...(from ? { startsFrom: from } : {}),
      ...(to ? { startsTo: to } : {}),
    }),
  );
  return { ...answer, text, state: state ?? null, from, to, page, pageSize };
};
