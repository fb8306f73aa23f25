import { translate } from '@jonction/domain/shared/words';
import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { declarePageWords } from '#lib/hours/declare-words.ts';
import { blankLine, type DraftLine, draftsOf } from '#lib/hours/draft.ts';
import { fieldsOfForm, readDrafts, rowsOf } from '#lib/hours/draft-form.ts';
import { lateWords } from '#lib/hours/late-words.ts';
import { api, refusalOf } from '#lib/server/api.ts';
import { submit, text, texts } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

type LinkEvent = RequestEvent<{ token: string }>;

/** Who writes and about which month. Shows nobody and changes nothing: scanners of mail follow links. */
export const load: PageServerLoad = async (event) => ({
  door: await orDead(event, api(event).hours.describeLink.query({ token: event.params.token })),
});

/** A month behind the button: who was at work, and the lines as declared, or as they were typed and refused. */
async function open(event: LinkEvent, month: string, typed?: readonly DraftLine[]) {
  const described = await orDead(event, api(event).hours.openLink.mutate({ token: event.params.token, month }));
  const { placements } = described;
  const drafts = typed ?? draftsOf(described, { month, copy: false, locale: event.locals.locale });
  const portions = Object.fromEntries(described.lines.map((line) => [line.id, line.portions]));
  return { month, placements, drafts, portions, none: described.none };
}

export const actions: Actions = {
  ouvrir: async (event) => {
    const form = await event.request.formData();
    return { opened: await open(event, text(form, 'month')) };
  },
  /** One more line where no script runs. */
  ajouter: async (event) => {
    const form = await event.request.formData();
    const month = text(form, 'month');
    const drafts = readDrafts(form);
    const opened = await open(event, month, drafts);
    const worker = opened.placements.find(({ id }) => id === text(form, 'ajouter'));
    const next = Math.max(0, ...drafts.map(({ at }) => at)) + 1;
    const more = worker ? [{ ...blankLine(worker, month, next), kind: 'paid_leave' }] : [];
    return { opened: { ...opened, drafts: [...drafts, ...more] } };
  },
  envoyer: async (event) => {
    const form = await event.request.formData();
    const month = text(form, 'month');
    const none = texts(form, 'none');
    // Somebody of whom both are said has hours only where she was not ticked.
    const drafts = readDrafts(form).filter(({ placementId }) => !none.includes(placementId));
    const { rows, at } = rowsOf(drafts);
    if (rows.length + none.length === 0) {
      const sentence = translate(declarePageWords, event.locals.locale, 'empty.nothing');
      return fail(422, { sentence, fields: {}, opened: await open(event, month, drafts) });
    }
    const { token } = event.params;
    const answer = await submit(event, form, () => api(event).hours.declareByLink.mutate({ token, month, rows, none }));
    if ('done' in answer) return { done: answer.done };
    const { sentence, fields } = answer.data;
    return fail(answer.status, {
      sentence,
      fields: fieldsOfForm(fields, at),
      opened: await open(event, month, drafts),
    });
  },
};

async function orDead<Answer>(event: RequestEvent, call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (refusal?.code === 'hours.link_not_found' || refusal?.code === 'shared.fields_to_correct') {
      error(410, translate(lateWords, event.locals.locale, 'link.dead'));
    }
    if (refusal) error(refusal.status === 422 ? 400 : refusal.status, refusal.sentence);
    throw thrown;
  }
}
