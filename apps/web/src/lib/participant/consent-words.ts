import { defineWords } from '@jonction/domain/shared/words';

export const consentScreenWords = defineWords({
  fr: {
    'consent.given': 'D’accord pour que son CV soit montré à des entreprises, depuis le {day} ({way}).',
    'consent.withdrawn': 'N’est plus d’accord depuis le {day} ({way}). Son CV n’est montré à personne.',
    'consent.absent': 'Ne s’est pas encore prononcée : son CV n’est montré à personne.',
    'consent.text': 'Ce qui lui est dit',
    'consent.version': 'version {version}',
    'consent.give': 'Enregistrer son accord',
    'consent.withdraw': 'Enregistrer son refus',
    'consent.withdraw.effect':
      'Les CV déjà envoyés se ferment tout de suite, et les propositions en cours sont retirées. Une embauche reste une embauche.',
    'consent.way': 'Comment l’a-t-elle dit ?',
    'consent.on': 'Le',
    'consent.history': 'Historique',
    'consent.event.given': 'Accord donné',
    'consent.event.withdrawn': 'Accord retiré',
    'consent.done': 'C’est enregistré.',
  },
  en: {
    'consent.given': 'Agrees to have the CV shown to companies, since {day} ({way}).',
    'consent.withdrawn': 'No longer agrees since {day} ({way}). The CV is shown to nobody.',
    'consent.absent': 'Has not said yet: the CV is shown to nobody.',
    'consent.text': 'What the person is told',
    'consent.version': 'version {version}',
    'consent.give': 'Record the consent',
    'consent.withdraw': 'Record the refusal',
    'consent.withdraw.effect': 'CVs already sent close at once, and what is open is withdrawn. A hire stays a hire.',
    'consent.way': 'How was it said?',
    'consent.on': 'On',
    'consent.history': 'History',
    'consent.event.given': 'Consent given',
    'consent.event.withdrawn': 'Consent withdrawn',
    'consent.done': 'Recorded.',
  },
});
