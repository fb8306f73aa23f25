import { isPurchaseFigure } from '@jonction/domain/report/purchase';
import { parisDayOf } from '@jonction/domain/shared/day';
import { readPage } from '@jonction/ui/address';
import { error, type RequestEvent } from '@sveltejs/kit';
import { api, ask } from './api.ts';

const pageSize = 50;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `?annee=2026`; without a year, the one that runs. */
export function readYear(url: URL): number {
  const asked = url.searchParams.get('annee') ?? '';
  return /^20\d{2}$/.test(asked) ? Number(asked) : Number(parisDayOf(new Date()).slice(0, 4));
}

/** A directorate of the address: one, `none`, or all. */
export function readDirectorateOf(url: URL): string | null {
  const asked = url.searchParams.get('direction') ?? '';
  if (asked === 'aucune') return 'none';
  return uuid.test(asked) ? asked : null;
}

const of = (buyerId: string | undefined) => (buyerId === undefined ? {} : { buyerId });

export function loadPurchases(event: RequestEvent, buyerId?: string) {
  return ask(event, api(event).report.showPurchases.query({ ...of(buyerId), year: readYear(event.url) }));
}

export function loadScheme(event: RequestEvent, buyerId?: string) {
  return ask(event, api(event).report.showScheme.query({ ...of(buyerId), year: readYear(event.url) }));
}

/** The rows of a figure. */
export async function loadPurchaseRows(event: RequestEvent, buyerId?: string) {
  const figure = event.params.figure ?? '';
  if (!isPurchaseFigure(figure)) error(404);
  const year = event.url.searchParams.get('annee') === 'sans' ? null : readYear(event.url);
  const question = { figure, year, directorateId: readDirectorateOf(event.url), page: readPage(event.url), pageSize };
  return { question, ...(await ask(event, api(event).report.listPurchases.query({ ...of(buyerId), ...question }))) };
}
