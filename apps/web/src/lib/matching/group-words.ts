import { defineWords } from '@jonction/domain/shared/words';

/** Beside the ranking of an offer: who is new, whom nobody puts forward, and the part they have in a sending. */
export const groupWords = defineWords({
  fr: {
    'new.title': { one: '{count} nouvelle depuis hier', other: '{count} nouvelles depuis hier' },
    'new.why': 'Pourquoi je vois ceci ?',
    'new.whyText':
      'Chaque nuit, toutes les offres ouvertes sont rapprochées de toutes les personnes. Celles-ci étaient absentes du classement de la nuit du {previous} et sont dans celui de la nuit du {on} : une nouvelle fiche, une disponibilité, un permis, un rayon qui a changé. Elles sont jugées à nouveau à l’instant.',
    'new.version': 'Nuit du {on}, CVthèque lue jusqu’au n° {bank}, compétences {skills}, règles n° {rules}.',
    'new.noSkills': 'pesées à l’instant',
    'forgotten.title': {
      one: '{count} que personne n’a proposée depuis 30 jours',
      other: '{count} que personne n’a proposées depuis 30 jours',
    },
    'forgotten.whyText':
      'Elles cherchent, sont d’accord, peuvent prendre ce poste, et aucun CV n’est parti pour elles depuis 30 jours. Leur score est celui du classement : rien ne les fait monter. Un envoi d’au moins {every} CV leur garde une place sur {every}.',
    'forgotten.all': 'Voir toutes les personnes que personne ne propose',

    'round.title': { one: 'Gardez une place', other: 'Gardez {count} places' },
    'round.text':
      'Sur {size} CV, {given} pour des personnes que nul n’a proposées depuis 30 jours. La règle de l’équipe : une place sur {every}.',
    'round.some': 'Peuvent prendre ce poste :',
    'round.add': 'Ajouter {name}',
    'round.reason': 'Ou dites pourquoi vous continuez sans',
    'round.reasonHint': 'Une phrase suffit. Elle reste avec l’envoi, pour l’équipe.',

    'list.title': 'Que personne ne propose',
    'list.lead':
      'Elles cherchent, sont d’accord pour que leur CV parte, et aucun n’est parti depuis {days} jours. {total} sur {bank}.',
    'list.person': 'Personne',
    'list.occupations': 'Métiers',
    'list.last': 'Dernier CV envoyé',
    'list.never': 'jamais',
    'list.contact': 'Dernier échange',
    'list.noContact': 'aucun',
    'list.waits': 'Attend depuis',
    'list.unknown': 'non dit',
    'list.owner': 'Suivie par',
    'list.nobody': 'personne',
    'list.noCv': 'CV à confirmer',
    'list.offers': 'Offres pour elle',
    'list.offersOf': 'Offres pour {name}',
    'list.empty': 'Personne n’est oublié',
    'list.emptyNext': 'Chaque personne qui cherche et qui est d’accord a été proposée depuis 30 jours.',
    'list.caption': 'Personnes qu’aucun envoi n’a proposées, la plus ancienne d’abord',
  },
  en: {
    'new.title': { one: '{count} new since yesterday', other: '{count} new since yesterday' },
    'new.why': 'Why am I seeing this?',
    'new.whyText':
      'Each night every open offer is matched with everybody. These people were not in the ranking of the night of {previous} and are in that of {on}: a new record, a date, a licence, a radius that changed. They are judged again right now.',
    'new.version': 'Night of {on}, bank read up to no. {bank}, skills {skills}, rules no. {rules}.',
    'new.noSkills': 'weighed right now',
    'forgotten.title': {
      one: '{count} whom nobody has put forward for 30 days',
      other: '{count} whom nobody has put forward for 30 days',
    },
    'forgotten.whyText':
      'They are looking, agreed, may take this position, and no CV has left for them for 30 days. Their score is that of the ranking: nothing lifts it. A sending of at least {every} CVs keeps one place in {every} for them.',
    'forgotten.all': 'See everybody whom nobody puts forward',

    'round.title': { one: 'Keep a place', other: 'Keep {count} places' },
    'round.text':
      'Of {size} CVs, {given} for people whom nobody has put forward for 30 days. The rule of the team: one place in {every}.',
    'round.some': 'May take this position:',
    'round.add': 'Add {name}',
    'round.reason': 'Or say why you go on without',
    'round.reasonHint': 'One sentence is enough. It stays with the sending, for the team.',

    'list.title': 'Whom nobody puts forward',
    'list.lead':
      'They are looking, agreed to have their CV sent, and none has left for {days} days. {total} of {bank}.',
    'list.person': 'Person',
    'list.occupations': 'Occupations',
    'list.last': 'Last CV sent',
    'list.never': 'never',
    'list.contact': 'Last contact',
    'list.noContact': 'none',
    'list.waits': 'Waiting since',
    'list.unknown': 'not said',
    'list.owner': 'Followed by',
    'list.nobody': 'nobody',
    'list.noCv': 'CV to confirm',
    'list.offers': 'Offers for them',
    'list.offersOf': 'Offers for {name}',
    'list.empty': 'Nobody is forgotten',
    'list.emptyNext': 'Everybody who is looking and agreed was put forward within 30 days.',
    'list.caption': 'People whom no sending put forward, the longest ago first',
  },
});
