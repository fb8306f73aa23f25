import { consentWays } from '@jonction/domain/participant/consent';
import { tellingOutcomes } from '@jonction/domain/participant/errand';
import { thirdRelations } from '@jonction/domain/participant/relation';
import { preferredChannels } from '@jonction/domain/participant/status';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text, wholeNumber } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  reach: await ask(event, api(event).participant.showReach.query({ participantId: event.params.participantId })),
});

// What a form cannot choose is refused by the API, at its field.
const none = '' as never;

export const actions: Actions = {
  enregistrer: async (event) => {
    const { participantId } = event.params;
    const form = await event.request.formData();
    return submit(event, form, async () => {
      await api(event).participant.setReach.mutate({
        participantId,
        version: wholeNumber(form, 'version') ?? 0,
        preferredChannel: preferredChannels.find((channel) => channel === text(form, 'preferredChannel')) ?? null,
        postal: optionalText(form, 'postal'),
      });
      return 'reach.saved' as const;
    });
  },
  confiance: async (event) => {
    const { participantId } = event.params;
    const form = await event.request.formData();
    return submit(event, form, async () => {
      await api(event).participant.saveThird.mutate({
        participantId,
        name: text(form, 'name'),
        relation: thirdRelations.find((relation) => relation === text(form, 'relation')) ?? none,
        phone: optionalText(form, 'phone'),
        email: optionalText(form, 'email'),
        agreedOn: text(form, 'agreedOn'),
        agreedWay: consentWays.filter((way) => way !== 'online').find((way) => way === text(form, 'agreedWay')) ?? none,
      });
      return 'third.saved' as const;
    });
  },
  effacer: async (event) => {
    const { participantId } = event.params;
    const form = await event.request.formData();
    return submit(event, form, async () => {
      await api(event).participant.removeThird.mutate({ participantId });
      return 'third.removed' as const;
    });
  },
  dit: async (event) => {
    const { participantId } = event.params;
    const form = await event.request.formData();
    const outcome = tellingOutcomes.find((one) => one === text(form, 'outcome')) ?? none;
    return submit(event, form, async () => {
      const { told } = await api(event).participant.settleErrands.mutate({ participantId, outcome });
      return told ? ('waiting.settled' as const) : ('waiting.tried' as const);
    });
  },
};
