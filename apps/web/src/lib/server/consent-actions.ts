import type { RequestEvent } from '@sveltejs/kit';
import { api } from './api.ts';
import { submit, text } from './form.ts';

const ways = ['spoken', 'written', 'online'] as const;

/** The two actions of ConsentCard, the same for a partner and for the team. */
export function consentActions(participantIdOf: (event: RequestEvent) => string) {
  const change = async (event: RequestEvent, type: 'giveConsent' | 'withdrawConsent') => {
    const form = await event.request.formData();
    const given = {
      participantId: participantIdOf(event),
      way: ways.find((way) => way === text(form, 'way')) ?? 'spoken',
      on: text(form, 'on'),
    };
    return submit(event, form, async () => {
      const { participantId } = await api(event).participant[type].mutate(given);
      return { done: 'consent' as const, participantId };
    });
  };
  return {
    accord: (event: RequestEvent) => change(event, 'giveConsent'),
    refus: (event: RequestEvent) => change(event, 'withdrawConsent'),
  };
}
