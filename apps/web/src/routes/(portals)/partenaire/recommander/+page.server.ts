import { redirect } from '@sveltejs/kit';
import { noFields } from '#lib/participant/fields.ts';
import { api, ask, refusalOf } from '#lib/server/api.ts';
import { optionalText, submit, text } from '#lib/server/form.ts';
import { readParticipant } from '#lib/server/participant-fields.ts';
import { uploadFile } from '#lib/server/upload.ts';
import type { Actions, PageServerLoad } from './$types';

const ways = ['spoken', 'written'] as const;

export const load: PageServerLoad = async (event) => {
  const fileId = event.url.searchParams.get('cv');
  const options = await ask(event, api(event).reference.occupationLabels.query({ codes: null }));
  const occupationOptions = options.map(({ code, label }) => ({ value: code, label, hint: code }));
  const read = fileId === null ? null : await ask(event, api(event).cv.preview.query({ fileId }));
  const known =
    read === null
      ? noFields
      : {
          ...noFields,
          firstName: read.firstName,
          lastName: read.lastName,
          email: read.email,
          phone: read.phone,
          postalCode: read.postalCode,
          city: read.city,
        };
  return { occupationOptions, known, fileId: read === null ? null : fileId };
};

export const actions: Actions = {
  /** Reads the CV first: what it says of the person fills the form in. */
  lire: async (event) => {
    const form = await event.request.formData();
    const kept = await uploadFile(event, form, 'cv');
    if (!('fileId' in kept)) return kept;
    const answer = await submit(event, form, () => api(event).cv.preview.query({ fileId: kept.fileId }));
    if (!('done' in answer)) return answer;
    redirect(303, `/partenaire/recommander?cv=${kept.fileId}`);
  },
  recommander: async (event) => {
    const form = await event.request.formData();
    const consentWay = ways.find((way) => way === text(form, 'consentWay')) ?? null;
    const answer = await submit(event, form, () =>
      api(event).participant.recommend.mutate({
        ...readParticipant(form),
        message: optionalText(form, 'message'),
        consentWay,
      }),
    );
    if (!('done' in answer)) return answer;
    const { participantId } = answer.done;
    const fileId = optionalText(form, 'fileId');
    if (fileId === null) redirect(303, `/partenaire/personnes/${participantId}?fait=recommend.done`);
    const cvId = await readCv(event, participantId, fileId);
    redirect(
      303,
      cvId === null
        ? `/partenaire/personnes/${participantId}?fait=recommend.done`
        : `/partenaire/personnes/${participantId}/cv/${cvId}?fait=recommend.done`,
    );
  },
};

/** The recommendation is made whatever becomes of the file: a CV that can no longer be read is asked for again on her page. */
async function readCv(event: Parameters<typeof api>[0], participantId: string, fileId: string): Promise<string | null> {
  try {
    return (await api(event).cv.read.mutate({ participantId, fileId })).cvId;
  } catch (thrown) {
    if (refusalOf(thrown) === null) throw thrown;
    return null;
  }
}
