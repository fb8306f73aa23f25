import { parisDayOf } from '@jonction/domain/shared/day';
import { api, ask } from '#lib/server/api.ts';
import { nameSecond } from '#lib/server/contact-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  asksSecond: (await ask(event, api(event).organisation.askSecond.query())).asks,
  today: parisDayOf(new Date()),
  caps: await ask(event, api(event).positioning.showCaps.query()),
  arrivals: await ask(event, api(event).placement.listArrivals.query()),
  received: await ask(event, api(event).positioning.listReceived.query()),
});

export const actions: Actions = {
  prevenir: async (event) => {
    const second = await nameSecond(event);
    return 'done' in second ? { named: true } : second;
  },
};
