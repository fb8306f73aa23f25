import { defineWords } from '@jonction/domain/shared/words';

/** An employer's own offers, and the form that asks for people. */
export const mineWords = defineWords({
  fr: {
    'mine.title': 'Vos offres',
    'mine.lead': 'Ce que vous cherchez pour vos marchés, et ce qui en est venu.',
    'mine.new': 'Demander quelqu’un',
    'mine.none': 'Aucune offre pour l’instant',
    'mine.noneNext':
      'Dites de qui vous avez besoin : un facilitateur vous relit, complète avec vous et choisit des profils.',
    'mine.caption': 'Vos offres',
    'mine.offer': 'Offre',
    'mine.state': 'État',
    'mine.came': 'Ce qui est venu',
    'mine.asked': 'Demandée',
    'mine.done': 'Votre demande est partie. Un facilitateur la relit et vous rappelle si besoin.',
    'mine.newTitle': 'Demander quelqu’un',
    'mine.newLead': 'Trois minutes. Vous pourrez tout préciser au téléphone.',
    'mine.clause': 'Pour quel marché',
    'mine.clauseHint': 'Ceux que vous exécutez et qui attendent des heures.',
    'mine.noClause': 'Aucun marché ne vous est rattaché',
    'mine.noClauseNext':
      'Appelez votre facilitateur : il rattache le marché à votre entreprise, puis vous revenez ici.',
    'mine.nothingYet': 'pas encore de CV',
  },
  en: {
    'mine.title': 'Your offers',
    'mine.lead': 'Whom you look for on your contracts, and what came of it.',
    'mine.new': 'Ask for somebody',
    'mine.none': 'No offer yet',
    'mine.noneNext': 'Say whom you need: a facilitator reads it, completes it with you and chooses profiles.',
    'mine.caption': 'Your offers',
    'mine.offer': 'Offer',
    'mine.state': 'State',
    'mine.came': 'What came',
    'mine.asked': 'Asked',
    'mine.done': 'Your request has left. A facilitator reads it and calls you back if needed.',
    'mine.newTitle': 'Ask for somebody',
    'mine.newLead': 'Three minutes. Everything can be settled by phone.',
    'mine.clause': 'For which contract',
    'mine.clauseHint': 'Those you work on and that await hours.',
    'mine.noClause': 'No contract is attached to you',
    'mine.noClauseNext': 'Call your facilitator: the contract is attached to your company, then you come back here.',
    'mine.nothingYet': 'no CV yet',
  },
});
