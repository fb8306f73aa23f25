import type { KitInput } from '@jonction/domain/placement/arrival';
import type { Api } from '#lib/server/api.ts';
import { optionalText } from '#lib/server/form.ts';

/** The kit of a first day, as the team and the company read it. */
export type Arrival = Awaited<ReturnType<Api['placement']['showArrival']['query']>>;

/** What is typed of a first day. */
export function readKit(form: FormData, placementId: string): KitInput {
  return {
    placementId,
    hour: optionalText(form, 'hour'),
    place: optionalText(form, 'place'),
    welcomedBy: optionalText(form, 'welcomedBy'),
    tutor: optionalText(form, 'tutor'),
    equipment: optionalText(form, 'equipment'),
  };
}
