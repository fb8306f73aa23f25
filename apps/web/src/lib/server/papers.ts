import { type RequestEvent, redirect } from '@sveltejs/kit';
import { api, ask } from './api.ts';
import { optionalText, text } from './form.ts';

/** The months of a paper as the form gives them; a day left empty is today. */
export function periodOf(form: FormData) {
  return {
    fromMonth: text(form, 'fromMonth'),
    toMonth: text(form, 'toMonth'),
    knownOn: optionalText(form, 'knownOn'),
  };
}

/** The papers of a screen, and the one that was just issued. */
export async function papersOf(
  event: RequestEvent,
  about: { contractId?: string; employerId?: string; participantId?: string },
) {
  const page = Math.max(1, Math.trunc(Number(event.url.searchParams.get('page'))) || 1);
  const { rows, total } = await ask(event, api(event).report.listDocuments.query({ ...about, page }));
  const asked = event.url.searchParams.get('etabli');
  return { rows, total, page, issued: rows.find(({ id }) => id === asked)?.id ?? null };
}

/** Back to the screen, which shows the paper: a form sent again by a reload would ask for it twice. */
export function seeIssued(event: RequestEvent, { documentId }: { documentId: string }): never {
  redirect(303, `${event.url.pathname}?etabli=${documentId}`);
}
