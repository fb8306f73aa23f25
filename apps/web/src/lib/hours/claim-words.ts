import { defineWords } from '@jonction/domain/shared/words';

/** Words of days claimed on two clauses. */
export const claimWords = defineWords({
  fr: {
    'claims.title': 'Ces jours sont aussi déclarés sur un autre marché',
    'claims.contract': 'Marché n° {number} · {value}',
    'claims.days': ': {employer}, du {from} au {to}, {hours}, reçues le {received}.',
    'claims.first': 'Reçues d’abord : ce sont elles qui comptent.',
    'claims.second': 'Reçues ensuite : elles ne comptent pas deux fois.',
    'claims.facilitator': 'Suivi par {name}.',
  },
  en: {
    'claims.title': 'These days are claimed on another contract too',
    'claims.contract': 'Contract no. {number} · {value}',
    'claims.days': ': {employer}, from {from} to {to}, {hours}, received on {received}.',
    'claims.first': 'Received first: they count.',
    'claims.second': 'Received after: they do not count twice.',
    'claims.facilitator': 'Followed by {name}.',
  },
});
