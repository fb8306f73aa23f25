import { parseHours } from '@jonction/domain/shared/typed-hours';
import { translate } from '@jonction/domain/shared/words';
import { type ActionFailure, fail } from '@sveltejs/kit';
import { deskWords } from '#lib/hours/desk-words.ts';
import { api, ask } from '#lib/server/api.ts';
import { askHours, decideHours } from '#lib/server/effort-actions.ts';
import { type Refused, submit, text } from '#lib/server/form.ts';
import { lineActions, lineNoticeOf } from '#lib/server/line-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const story = await ask(event, api(event).hours.showLine.query({ lineId: event.params.lineId }));
  const { id: lineId, clauseId } = story.line;
  const [gauge, claims, { rows: derogations }] = await Promise.all([
    ask(event, api(event).hours.gauge.query({ clauseId })),
    ask(event, api(event).hours.listClaims.query({ lineId })),
    ask(event, api(event).hours.listDerogations.query({ lineId })),
  ]);
  return { story, derogations, gauge, claims, said: lineNoticeOf(event.url) };
};

/** What the card of derogations says, or the refusal that belongs to it. */
function told<Said extends string>(derogated: Said, answer: { done: unknown } | ActionFailure<Refused>) {
  return 'done' in answer ? { derogated } : fail(answer.status, { ...answer.data, about: 'derogation' as const });
}

export const actions: Actions = {
  ...lineActions('/facilitateur/heures/lignes'),
  deroger: async (event) => told('derogation.asked', await askHours(event, event.params.lineId)),
  trancher: async (event) => told('derogation.decided', await decideHours(event)),
  decider: async (event) => {
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
