import { isDay } from '@jonction/domain/shared/day';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

/** `?du=2026-01-01&au=2026-03-31` */
export const load: PageServerLoad = async (event) => {
  const day = (name: string) => {
    const given = event.url.searchParams.get(name) ?? '';
    return isDay(given) ? given : null;
  };
  return { delays: await ask(event, api(event).positioning.delays.query({ from: day('du'), to: day('au') })) };
};
