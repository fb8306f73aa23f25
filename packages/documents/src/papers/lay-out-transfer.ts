import type { Day } from '@jonction/domain/shared/day';
import type { Locale } from '@jonction/domain/shared/locale';
import { translate } from '@jonction/domain/shared/words';
import type { Printed, PrintedCell } from '../printed/printed.ts';
import { transferPaperWords as words } from './transfer-paper-words.ts';

export interface TransferPaper {
  structureName: string;
  contract: { reference: string; object: string; lotNumber: string | null };
  sellerName: string;
  purchaserName: string;
  centihours: number;
  priceCents: number;
  totalCents: number;
  reason: string;
  proposedOn: Day;
}

/** The terms of a transfer of hours as the two companies sign them: what is taken over, from whom, at what price, and what it leaves. */
export function layOutTransfer(transfer: TransferPaper, locale: Locale): Printed {
  const { contract, sellerName: seller, purchaserName: purchaser, centihours, priceCents, totalCents } = transfer;
  const { reason, proposedOn } = transfer;
  const say = (
    key: 'contract' | 'lot' | 'seller' | 'purchaser' | 'hours' | 'price' | 'total' | 'reason' | 'proposed',
  ) => translate(words, locale, `transfer.paper.${key}`);
  const rows: [string, PrintedCell][] = [
    [say('contract'), `${contract.object} (${contract.reference})`],
    ...(contract.lotNumber === null ? [] : [[say('lot'), contract.lotNumber] satisfies [string, PrintedCell]]),
    [say('seller'), seller],
    [say('purchaser'), purchaser],
    [say('hours'), { centihours }],
    [say('price'), { cents: priceCents }],
    [say('total'), { cents: totalCents }],
    [say('reason'), reason],
    [say('proposed'), { day: proposedOn }],
  ];
  return {
    title: translate(words, locale, 'transfer.paper.title'),
    locale,
    from: transfer.structureName,
    reference: translate(words, locale, 'transfer.paper.reference', { value: contract.reference, day: proposedOn }),
    blocks: [
      {
        kind: 'text',
        text: translate(words, locale, 'transfer.paper.agreed', { seller, purchaser, centihours, totalCents }),
      },
      { kind: 'facts', rows },
      { kind: 'text', text: translate(words, locale, 'transfer.paper.due') },
      { kind: 'text', text: translate(words, locale, 'transfer.paper.final') },
    ],
  };
}
