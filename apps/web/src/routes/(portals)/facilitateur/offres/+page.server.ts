import { parisDayOf } from '@jonction/domain/shared/day';
import { offerPageSize, readOfferAddress } from '#lib/offer/list-address.ts';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { view, question, ...asked } = readOfferAddress(event.url);
  const list = await ask(event, api(event).offer.list.query(question));
  return { today: parisDayOf(new Date()), list, view: view.name, ...asked, pageSize: offerPageSize };
};
