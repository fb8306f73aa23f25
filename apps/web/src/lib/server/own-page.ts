import { translate } from '@jonction/domain/shared/words';
import { error, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { fieldOf, readCorrection } from '#lib/participant-page/read-correction.ts';
import { ownPageWords } from '#lib/participant-page/words.ts';
import { type Api, api, refusalOf } from './api.ts';
import { typed } from './form.ts';

type PageEvent = RequestEvent<{ token: string }>;

const cookieName = 'ma-page';
/** Longer than the pass it holds, so that a page that closed by itself can say so. */
const cookieSeconds = 12 * 3600;

export function homeOf(event: PageEvent): string {
  return `/moi/${event.params.token}`;
}

/** The API in the name of whoever opened this page, or of nobody yet. */
export function pageApi(event: PageEvent): Api {
  return api(event, pageHeaders(event));
}

/** What tells the API whose page this is, and that it was opened. */
export function pageHeaders(event: PageEvent): Record<string, string> {
  const pass = event.cookies.get(cookieName);
  return { 'x-jonction-page': event.params.token, ...(pass ? { 'x-jonction-pass': pass } : {}) };
}

/** Whether a page was opened from this browser: its pass may be over. */
export function wasOpen(event: PageEvent): boolean {
  return event.cookies.get(cookieName) !== undefined;
}

export function keepOpen(event: PageEvent, pass: string): void {
  const secure = event.url.protocol === 'https:';
  const options = { path: homeOf(event), httpOnly: true, sameSite: 'lax', secure, maxAge: cookieSeconds } as const;
  event.cookies.set(cookieName, pass, options);
}

export function close(event: PageEvent): void {
  event.cookies.delete(cookieName, { path: homeOf(event) });
}

/** A link that is dead says so kindly, whatever page of it was asked for. */
export async function orDead<Answer>(event: PageEvent, call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (refusal?.code === 'participant.page_not_found') {
      error(410, translate(ownPageWords, event.locals.locale, 'dead.title'));
    }
    if (refusal) error(refusal.status, refusal.sentence);
    throw thrown;
  }
}

/** For the pages behind the second check: what she reads, or back to the door. */
export async function ownPage(event: PageEvent) {
  try {
    return await pageApi(event).participant.showPage.query();
  } catch (thrown) {
    if (refusalOf(thrown)?.code === 'access.sign_in_needed') redirect(303, homeOf(event));
    return orDead(event, Promise.reject(thrown));
  }
}

/** For their forms: a refusal comes back with what was typed; a page that closed meanwhile asks its question again. */
export async function submitOwn<Answer>(event: PageEvent, form: FormData, call: (client: Api) => Promise<Answer>) {
  try {
    return { done: await call(pageApi(event)) };
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (!refusal) throw thrown;
    if (refusal.code === 'access.sign_in_needed') redirect(303, homeOf(event));
    const { sentence, fields, status } = refusal;
    return fail(status, { sentence, fields, values: typed(form) });
  }
}

/** A line of hers that she corrects, whatever page of hers it stands on. */
export async function correctOwn(event: PageEvent) {
  const form = await event.request.formData();
  const about = fieldOf(form);
  // What a form cannot type is refused by the API, field by field.
  const correction = readCorrection(form) as Parameters<Api['participant']['correctOwn']['mutate']>[0];
  const answer = await submitOwn(event, form, (client) => client.participant.correctOwn.mutate(correction));
  return 'done' in answer ? { about, applied: answer.done.applied } : answer;
}
