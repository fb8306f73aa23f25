import { parseHours } from '@jonction/domain/shared/typed-hours';
import { translate } from '@jonction/domain/shared/words';
import { fail } from '@sveltejs/kit';
import { deskWords } from '#lib/hours/desk-words.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const story = await ask(event, api(event).hours.showLine.query({ lineId: event.params.lineId }));
  const { clauseId } = story.line;
  return { story, gauge: await ask(event, api(event).hours.gauge.query({ clauseId })) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const accept = text(form, 'reponse') === 'accepter';
    const typed = text(form, 'heures');
    const part = accept && typed !== '' ? parseHours(typed) : null;
    if (part === undefined) {
      const sentence = translate(deskWords, event.locals.locale, 'tray.partUnclear');
      return fail(422, {
        sentence,
        fields: { heures: sentence },
        values: { motif: text(form, 'motif'), heures: typed },
      });
    }
    const { lineId } = event.params;
    const result = await submit(event, form, () =>
      api(event).hours.decide.mutate({ lineIds: [lineId], accept, centihours: part, reason: text(form, 'motif') }),
    );
    return 'done' in result ? { done: { accept } } : result;
  },
};
