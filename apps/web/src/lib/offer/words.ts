import { defineWords } from '@jonction/domain/shared/words';

/** Words that several offer screens share: the facts of an offer, in the order in which they are said. */
export const offerFactWords = defineWords({
  fr: {
    'offer.positions': { one: '{count} poste', other: '{count} postes' },
    'offer.hours': '{min} à {max} h par semaine',
    'offer.hoursSame': '{min} h par semaine',
    'offer.from': 'dès le {day}',
    'offer.fromSlack': { one: 'dès le {day}, ou un jour après', other: 'dès le {day}, ou jusqu’à {count} jours après' },
    'offer.lot': 'lot {number}',
    'offer.left': 'reste {centihours}',
    'offer.leftOf': 'reste {left} sur {due}',
    'offer.noClause': 'sans clause',
    'offer.nobody': 'sans responsable',
    'offer.followedBy': 'suivie par {name}',
    'offer.age': 'créée {age}',
    'offer.list': 'Offres',
    'offer.number': 'offre {number}',
  },
  en: {
    'offer.positions': { one: '{count} position', other: '{count} positions' },
    'offer.hours': '{min} to {max} h a week',
    'offer.hoursSame': '{min} h a week',
    'offer.from': 'from {day}',
    'offer.fromSlack': { one: 'from {day}, or a day later', other: 'from {day}, or up to {count} days later' },
    'offer.lot': 'lot {number}',
    'offer.left': '{centihours} left',
    'offer.leftOf': '{left} left of {due}',
    'offer.noClause': 'no clause',
    'offer.nobody': 'nobody follows it',
    'offer.followedBy': 'followed by {name}',
    'offer.age': 'created {age}',
    'offer.list': 'Offers',
    'offer.number': 'offer {number}',
  },
});
