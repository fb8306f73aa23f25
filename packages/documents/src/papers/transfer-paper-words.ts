import { defineWords } from '@jonction/domain/shared/words';

/** What the paper of a transfer of hours says, for the two companies that sign it. */
export const transferPaperWords = defineWords({
  fr: {
    'transfer.paper.title': 'Transfert d’heures d’insertion entre cotraitants',
    'transfer.paper.reference': 'Transfert d’heures · marché {value} · proposé le {day}',
    'transfer.paper.contract': 'Marché',
    'transfer.paper.lot': 'Lot',
    'transfer.paper.seller': 'Reprend les heures (est payée)',
    'transfer.paper.purchaser': 'Cède les heures (paie)',
    'transfer.paper.hours': 'Heures reprises',
    'transfer.paper.price': 'Prix d’une heure, HT',
    'transfer.paper.total': 'Montant total, HT',
    'transfer.paper.reason': 'Motif',
    'transfer.paper.proposed': 'Proposé le',
    'transfer.paper.agreed':
      '{seller} reprend à {purchaser} {centihours} d’insertion, déjà faites et validées, au prix de {totalCents} HT.',
    'transfer.paper.due':
      'Le transfert ne change pas les heures dues par le marché, ni ce dont chaque entreprise répond devant l’acheteur.',
    'transfer.paper.final':
      'Une fois signé des deux entreprises, il n’est défait que par un transfert dans l’autre sens.',
  },
  en: {
    'transfer.paper.title': 'Transfer of insertion hours between co-contractors',
    'transfer.paper.reference': 'Transfer of hours · contract {value} · proposed on {day}',
    'transfer.paper.contract': 'Contract',
    'transfer.paper.lot': 'Lot',
    'transfer.paper.seller': 'Takes the hours over (is paid)',
    'transfer.paper.purchaser': 'Gives the hours over (pays)',
    'transfer.paper.hours': 'Hours taken over',
    'transfer.paper.price': 'Price of an hour, excl. VAT',
    'transfer.paper.total': 'Total amount, excl. VAT',
    'transfer.paper.reason': 'Reason',
    'transfer.paper.proposed': 'Proposed on',
    'transfer.paper.agreed':
      '{seller} takes over from {purchaser} {centihours} of insertion, done and validated already, for {totalCents} excl. VAT.',
    'transfer.paper.due':
      'The transfer changes neither the hours that the contract owes nor what each company answers for to the buyer.',
    'transfer.paper.final': 'Once both companies have signed, only a transfer the other way undoes it.',
  },
});
