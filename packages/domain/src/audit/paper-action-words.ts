import { defineWords } from '../shared/words.ts';

/** What the journal says of acts about papers asked of companies. */
export const paperActionWords = defineWords({
  fr: {
    'audit.action.paper.ask': 'Documents demandés à une entreprise',
    'audit.action.paper.bring': 'Document apporté',
    'audit.action.paper.bringByLink': 'Document apporté par le lien d’une lettre',
    'audit.action.paper.cancel': 'Document qui n’est plus demandé',
    'audit.action.paper.decide': 'Document accepté ou refusé',
    'audit.action.paper.openLink': 'Liste des documents ouverte par le lien d’une lettre',
    'audit.action.paper.setValidity': 'Durée de validité d’un document changée',
    'audit.action.paper.remind': 'Entreprise relancée pour ses documents',
  },
  en: {
    'audit.action.paper.ask': 'Papers asked of a company',
    'audit.action.paper.bring': 'Paper brought',
    'audit.action.paper.bringByLink': 'Paper brought by the link of a letter',
    'audit.action.paper.cancel': 'Paper no longer asked',
    'audit.action.paper.decide': 'Paper accepted or refused',
    'audit.action.paper.openLink': 'List of papers opened by the link of a letter',
    'audit.action.paper.setValidity': 'Validity of a paper changed',
    'audit.action.paper.remind': 'Company reminded of its papers',
  },
});
