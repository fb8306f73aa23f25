import { tellingOutcomes } from '@jonction/domain/participant/errand';
import { preferredChannels } from '@jonction/domain/participant/status';
import { readPage } from '@jonction/ui/address';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 20;

export const load: PageServerLoad = async (event) => {
  const page = readPage(event.url);
  const channel = preferredChannels.find((one) => one === event.url.searchParams.get('par')) ?? null;
  const list = await ask(event, api(event).participant.listErrands.query({ page, pageSize, channel }));
  return { list, page, pageSize, channel };
};

export const actions: Actions = {
  dit: async (event) => {
    const form = await event.request.formData();
    const outcome = tellingOutcomes.find((one) => one === text(form, 'outcome')) ?? ('' as never);
    return submit(event, form, async () => {
      const participantId = text(form, 'participantId');
      const { told } = await api(event).participant.settleErrands.mutate({ participantId, outcome });
      return told ? ('waiting.settled' as const) : ('waiting.tried' as const);
    });
  },
};
