import type { RequestEvent } from '@sveltejs/kit';
import { api } from './api.ts';
import { submit, text } from './form.ts';

/** The two actions of OwnPageLink, the same for a partner and for the team. */
export function linkActions(participantIdOf: (event: RequestEvent) => string) {
  return {
    lien: async (event: RequestEvent) => {
      const form = await event.request.formData();
      const wanted = { participantId: participantIdOf(event), byHand: text(form, 'main') === 'oui' };
      return submit(event, form, async () => ({
        done: 'link' as const,
        made: await api(event).participant.makeLink.mutate(wanted),
      }));
    },
    fermer: async (event: RequestEvent) => {
      const form = await event.request.formData();
      const participantId = participantIdOf(event);
      return submit(event, form, async () => {
        await api(event).participant.revokeLink.mutate({ participantId });
        return { done: 'closed' as const };
      });
    },
  };
}
