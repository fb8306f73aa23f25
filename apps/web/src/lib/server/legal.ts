import { legalScopes } from '@jonction/domain/legal/scope';
import { type RequestEvent, redirect } from '@sveltejs/kit';
import { api } from './api.ts';
import { optionalText, submit, text, wholeNumber } from './form.ts';
import { hasFile, uploadFile } from './upload.ts';

/** Keeps a text from its form, with the file that it brings; `textId` null: a new one. */
export async function keepText(event: RequestEvent, textId: string | null) {
  const form = await event.request.formData();
  const brought = hasFile(form) ? await uploadFile(event, form, 'paper') : null;
  if (brought !== null && !('fileId' in brought)) return brought;
  const answer = await submit(event, form, () =>
    api(event).legal.save.mutate({
      ...{ textId, version: wholeNumber(form, 'version'), title: text(form, 'title'), source: text(form, 'source') },
      ...{ summary: text(form, 'summary'), url: optionalText(form, 'url'), fileId: brought?.fileId ?? null },
      ...{ keepFile: text(form, 'keepFile') !== '', validFrom: text(form, 'validFrom') },
      ...{ validTo: optionalText(form, 'validTo'), scopeWords: optionalText(form, 'scopeWords') },
      scope: legalScopes.find((known) => known === text(form, 'scope')) ?? 'national',
      scopeBuyerId: optionalText(form, 'scopeBuyerId'),
    }),
  );
  if (!('done' in answer)) return answer;
  return redirect(303, `/facilitateur/textes/${answer.done.textId}`);
}
