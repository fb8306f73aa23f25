import { visitWays } from '@jonction/domain/prospect/prospect';
import { parisDayOf } from '@jonction/domain/shared/day';
import { loadFieldChoices } from '#lib/offer/load-choices.ts';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text, wholeNumber } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const [shown, { members }, { occupations }] = await Promise.all([
    ask(event, client.prospect.show.query(event.params)),
    ask(event, client.access.listMembers.query()),
    loadFieldChoices(event, null),
  ]);
  const colleagues = members
    .filter(({ role, endedAt }) => endedAt === null && (role === 'facilitator' || role === 'lead'))
    .map(({ userId, name }) => ({ value: userId, label: name }));
  return { ...shown, colleagues, occupations, today: parisDayOf(new Date()) };
};

const next = (form: FormData) => ({
  nextAction: text(form, 'nextAction'),
  nextActionOn: optionalText(form, 'nextActionOn'),
});

export const actions: Actions = {
  visite: async (event) => {
    const form = await event.request.formData();
    return submit(event, form, () =>
      api(event).prospect.logVisit.mutate({
        ...event.params,
        way: visitWays.find((way) => way === text(form, 'way')) ?? 'visit',
        on: text(form, 'on'),
        met: text(form, 'met'),
        note: text(form, 'note'),
        ...next(form),
      }),
    );
  },
  besoin: async (event) => {
    const form = await event.request.formData();
    return submit(event, form, () =>
      api(event).prospect.addNeed.mutate({
        ...event.params,
        title: text(form, 'title'),
        romeCode: optionalText(form, 'romeCode'),
        positions: wholeNumber(form, 'positions') ?? Number.NaN,
        startsOn: optionalText(form, 'startsOn'),
        note: text(form, 'note'),
      }),
    );
  },
  perdu: async (event) => {
    const form = await event.request.formData();
    return submit(event, form, () =>
      api(event).prospect.settleNeed.mutate({ needId: text(form, 'needId'), as: 'lost' }),
    );
  },
  suivre: async (event) => {
    const form = await event.request.formData();
    return submit(event, form, () =>
      api(event).prospect.follow.mutate({ ...event.params, ownerId: optionalText(form, 'ownerId'), ...next(form) }),
    );
  },
  etape: async (event) => {
    const form = await event.request.formData();
    const happening = text(form, 'happening') === 'drop' ? ('drop' as const) : ('resume' as const);
    return submit(event, form, () => api(event).prospect.stage.mutate({ ...event.params, happening }));
  },
};
