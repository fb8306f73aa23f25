import { positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { funnelSteps } from '@jonction/domain/positioning/stopwatch';
import { isDay } from '@jonction/domain/shared/day';
import { readPage } from '@jonction/ui/address';

export const sendingsPageSize = 50;
/** Nothing has left of a CV that is only proposed. */
const left = positioningStatuses.filter((status) => status !== 'proposed');

/** What an address of the sent CVs asks: `?q=roche&etat=seen&du=2026-11-01&au=2026-11-30&page=2`. Anything odd is left out. */
export function readSendings(url: URL) {
  const get = (name: string) => url.searchParams.get(name)?.trim() ?? '';
  return {
    status: left.find((known) => known === get('etat')) ?? null,
    step: funnelSteps.find((known) => known === get('etape')) ?? null,
    employerId: /^[0-9a-f-]{36}$/.test(get('entreprise')) ? get('entreprise') : null,
    romeCode: /^[A-Z]\d{4}$/.test(get('metier')) ? get('metier') : null,
    from: isDay(get('du')) ? get('du') : null,
    to: isDay(get('au')) ? get('au') : null,
    text: get('q').slice(0, 200),
    page: readPage(url),
  };
}

/** The same as the list of positionings is asked. What was sent has a day, whatever became of it. */
export function sendingsQuestion({
  status,
  step,
  employerId,
  romeCode,
  from,
  to,
  text,
  page,
}: ReturnType<typeof readSendings>) {
  return {
    ...{ text, page, pageSize: sendingsPageSize, sentFrom: from ?? '2000-01-01' },
    ...(step ? { step } : {}),
    ...(employerId ? { employerId } : {}),
    ...(romeCode ? { romeCode } : {}),
    ...(status ? { statuses: [status] } : {}),
    ...(to ? { sentTo: to } : {}),
  };
}
