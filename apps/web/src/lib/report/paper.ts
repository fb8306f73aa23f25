import type { AppRouter } from '@jonction/api/router';
import type { Locale } from '@jonction/domain/shared/locale';
import { formatMonth } from '@jonction/domain/shared/typography';
import { translate } from '@jonction/domain/shared/words';
import type { inferRouterOutputs } from '@trpc/server';
import { paperWords } from './paper-words.ts';

type Outputs = inferRouterOutputs<AppRouter>['report'];
export type Paper = Outputs['listDocuments']['rows'][number];
export type Checked = Outputs['verifyDocument'];

export function monthsOf({ fromMonth, toMonth }: Pick<Paper, 'fromMonth' | 'toMonth'>, locale: Locale): string {
  const [from, to] = [formatMonth(fromMonth, locale), formatMonth(toMonth, locale)];
  return from === to ? from : translate(paperWords, locale, 'papers.monthsValue', { from, to });
}

/** Papers that others may sign: those that name people are the team's, or a person's own. */
export const isSignable = ({ kind, audience }: Pick<Paper, 'kind' | 'audience'>) =>
  kind !== 'record' && (audience === 'buyer' || audience === 'employer');

/** The first and the last month that a form offers: the year that runs. */
export function yearTo(today: string): { fromMonth: string; toMonth: string } {
  return { fromMonth: `${today.slice(0, 4)}-01`, toMonth: today.slice(0, 7) };
}
