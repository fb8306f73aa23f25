import { parisDayOf } from '@jonction/domain/shared/day';
import { api, ask } from '#lib/server/api.ts';
import { guard } from '#lib/server/guard.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const known = await guard(event, ['facilitator', 'lead']);
  return { ...known, crises: await ask(event, api(event).crisis.current.query()), day: parisDayOf(new Date()) };
};
