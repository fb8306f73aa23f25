import { type ContestOutcome, contestOutcomes } from '@jonction/domain/hours/contest';
import { type HourPaperKind, hourPaperKinds } from '@jonction/domain/hours/paper';
import { type ActionFailure, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { api } from './api.ts';
import { type Refused, submit, text } from './form.ts';
import { uploadFile } from './upload.ts';

type LineEvent = RequestEvent<{ lineId: string }>;

/** What a page of a line says after an act, in its address: nothing is sent twice by reading it again. */
const lineNotices = ['joint', 'annonce', 'a-relire', 'retire', 'contestee', 'close'] as const;
type LineNotice = (typeof lineNotices)[number];

export function lineNoticeOf(url: URL): LineNotice | null {
  return lineNotices.find((one) => one === url.searchParams.get('fait')) ?? null;
}

/** A refusal that says which card of the page it belongs to. */
function about(card: 'papers' | 'contest', { status, data }: ActionFailure<Refused>, values = data.values) {
  return fail(status, { ...data, values, about: card });
}

/** The acts on a line's papers and contests, for the company and for the team: `base` is the address of the lines of a portal. */
export function lineActions(base: string) {
  // The moment makes the address another one: a form sent twice from here is not taken for one that never left.
  const back = (lineId: string, said: LineNotice): never =>
    redirect(303, `${base}/${lineId}?fait=${said}&le=${Date.now()}`);
  return {
    joindre: async (event: LineEvent) => {
      const form = await event.request.formData();
      // What no list offers is refused by the API, at its field.
      const kind = hourPaperKinds.find((one) => one === text(form, 'kind')) ?? ('' as HourPaperKind);
      const kept = await uploadFile(event, form, 'paper');
      if (!('fileId' in kept)) return about('papers', kept, { kind });
      const { lineId } = event.params;
      const answer = await submit(event, form, () =>
        api(event).hours.attachPaper.mutate({ lineId, kind, fileId: kept.fileId }),
      );
      if (!('done' in answer)) return about('papers', answer);
      const { announced, unread } = answer.done;
      return back(answer.done.lineId, unread ? 'a-relire' : announced ? 'annonce' : 'joint');
    },
    retirer: async (event: LineEvent) => {
      const form = await event.request.formData();
      const said = { paperId: text(form, 'paperId'), reason: text(form, 'reason') };
      const answer = await submit(event, form, () => api(event).hours.withdrawPaper.mutate(said));
      if (!('done' in answer)) return about('papers', answer);
      return back(event.params.lineId, 'retire');
    },
    contester: async (event: LineEvent) => {
      const form = await event.request.formData();
      const { lineId } = event.params;
      const answer = await submit(event, form, () =>
        api(event).hours.contest.mutate({ lineId, body: text(form, 'body') }),
      );
      return 'done' in answer ? back(lineId, 'contestee') : about('contest', answer);
    },
    repondre: async (event: LineEvent) => {
      const form = await event.request.formData();
      const said = { contestId: text(form, 'contestId'), body: text(form, 'body') };
      const answer = await submit(event, form, () => api(event).hours.answerContest.mutate(said));
      if (!('done' in answer)) return about('contest', answer);
      return back(event.params.lineId, 'contestee');
    },
    clore: async (event: LineEvent) => {
      const form = await event.request.formData();
      const outcome = contestOutcomes.find((one) => one === text(form, 'outcome')) ?? ('' as ContestOutcome);
      const said = { contestId: text(form, 'contestId'), body: text(form, 'body'), outcome };
      const answer = await submit(event, form, () => api(event).hours.closeContest.mutate(said));
      if (!('done' in answer)) return about('contest', answer);
      return back(event.params.lineId, 'close');
    },
  };
}
