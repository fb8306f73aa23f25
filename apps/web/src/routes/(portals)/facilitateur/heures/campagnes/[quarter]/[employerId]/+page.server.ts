import { quarterSchema } from '@jonction/domain/hours/late';
import { error } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { quarter, employerId } = event.params;
  if (!quarterSchema.safeParse(quarter).success) error(404);
  const campaign = await ask(event, api(event).hours.showCampaign.query({ quarter, employerId }));
  const [row] = campaign.rows;
  if (!row) error(404);
  return { campaign, row };
};
