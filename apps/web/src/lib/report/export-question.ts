import type { ExportList } from '@jonction/domain/report/export-list';
import { readListAddress } from '#lib/contract/list-address.ts';
import { lineQuestion, readLineAddress } from '#lib/hours/line-address.ts';
import { readOfferAddress } from '#lib/offer/list-address.ts';
import { readBankFilters } from '#lib/participant/bank-filters.ts';
import { readSendings, sendingsQuestion } from '#lib/positioning/sendings-address.ts';
import { homes } from './export-address.ts';

/** What a list is asked by its own address, which an export carries in `de`: read as its page reads it. */
export function exportQuestion(list: ExportList, url: URL, me: string): unknown {
  const of = new URL(`${homes[list]}?${url.searchParams.get('de') ?? ''}`, url.origin);
  if (list === 'people') return readBankFilters(of, me);
  if (list === 'contracts') return readListAddress(of);
  if (list === 'positionings') return sendingsQuestion(readSendings(of));
  if (list === 'hours') return lineQuestion(readLineAddress(of));
  return readOfferAddress(of).question;
}
