import { parisDayOf } from '@jonction/domain/shared/day';
import { error, fail, redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import type { Refused } from '#lib/server/form.ts';
import { optionalText, submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const mostCompanies = 10;
const foundAtMost = 12;

/** A profile shown to companies without an offer: who (`personne`), to whom (`entreprise`, several), found by `q`. */
export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const participantId = searchParams.get('personne') ?? error(404);
  const words = searchParams.get('q')?.trim() ?? '';
  const chosenIds = [...new Set(searchParams.getAll('entreprise'))].slice(0, mostCompanies);
  const client = api(event);
  const [{ participant }, found, companies, signals, sent] = await Promise.all([
    ask(event, client.participant.show.query({ participantId })),
    words === ''
      ? []
      : ask(event, client.organisation.search.query({ text: words, kinds: ['employer'], limit: foundAtMost })),
    Promise.all(
      chosenIds.map((employerId) =>
        ask(event, client.positioning.preparePush.query({ employerId, participantIds: [participantId] })),
      ),
    ),
    Promise.all(chosenIds.map((employerId) => ask(event, client.report.showReliability.query({ employerId })))),
    Promise.all(
      searchParams
        .getAll('envoi')
        .slice(0, mostCompanies)
        .map((pushId) => ask(event, client.positioning.showPush.query({ pushId }))),
    ),
  ]);
  return {
    today: parisDayOf(new Date()),
    name: `${participant.firstName} ${participant.lastName}`,
    participantId,
    words,
    found: found.map((company) => ({ ...company, chosen: chosenIds.includes(company.id) })),
    companies: companies.map(({ employer, people }, at) => ({
      ...employer,
      figures: signals[at]?.figures.map(({ rows: _, ...figure }) => figure) ?? [],
      obstacles: people[0]?.obstacles ?? [],
      idempotencyKey: crypto.randomUUID(),
    })),
    sent,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const participantId = text(form, 'participantId');
    const left: string[] = [];
    const wrong: Record<string, Refused> = {};
    for (const employerId of form.getAll('employerId').map(String)) {
      const answer = await submit(event, form, () =>
        api(event).positioning.push.mutate({
          employerId,
          participantIds: [participantId],
          recipientName: optionalText(form, `name-${employerId}`),
          recipientEmail: text(form, `email-${employerId}`),
          message: optionalText(form, 'message'),
          idempotencyKey: text(form, `key-${employerId}`),
        }),
      );
      if ('done' in answer) left.push(answer.done.pushId);
      else wrong[employerId] = answer.data;
    }
    const [first] = Object.values(wrong);
    if (first) return fail(400, { wrong, values: first.values, left });
    const [only] = left;
    if (left.length === 1 && only) redirect(303, `/facilitateur/envois/${only}?fait=envoi`);
    const sent = left.map((pushId) => `&envoi=${pushId}`).join('');
    redirect(303, `/facilitateur/pousser?personne=${participantId}${sent}`);
  },
};
