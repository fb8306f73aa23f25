import type { Locale } from '../shared/locale.ts';
import { defineWords, translate } from '../shared/words.ts';
import { type Audience, type EndReason, readInstead } from './reasons.ts';

export const reasonWords = defineWords({
  fr: {
    'positioning.reason.position_filled': 'Le poste est pourvu',
    'positioning.reason.profile_mismatch': 'Le profil ne correspond pas au poste',
    'positioning.reason.lacking_skills': 'Il manque une compétence nécessaire',
    'positioning.reason.schedule': 'Les horaires ne conviennent pas',
    'positioning.reason.distance': 'Trop loin du lieu de travail',
    'positioning.reason.unreachable': 'La personne ne répond pas',
    'positioning.reason.no_show': 'La personne n’est pas venue à l’entretien',
    'positioning.reason.not_interested': 'La personne n’est pas intéressée',
    'positioning.reason.hired_elsewhere': 'La personne a trouvé ailleurs',
    'positioning.reason.no_position': 'Plus de poste à pourvoir',
    'positioning.reason.other': 'Autre raison',
    'positioning.reason.found_work': 'La personne a trouvé un emploi',
    'positioning.reason.offer_filled': 'Tous les postes de l’offre sont pourvus',
    'positioning.reason.offer_closed': 'L’offre est fermée',
    'positioning.reason.silence': 'Sans réponse après les relances',
    'positioning.reason.team': 'L’équipe a arrêté ce positionnement',
    'positioning.reason.transferred': 'Transmis à une autre entreprise',

    'positioning.told.partner.filled': 'Le poste est pris. Nous cherchons d’autres entreprises.',
    'positioning.told.partner.other_choice': 'L’entreprise a retenu quelqu’un d’autre.',
    'positioning.told.partner.practical': 'Les horaires ou le lieu ne convenaient pas.',
    'positioning.told.partner.not_met': 'La rencontre n’a pas eu lieu. Appelez-nous pour en parler.',
    'positioning.told.partner.her_choice': 'La personne a choisi autre chose.',
    'positioning.told.partner.no_answer': 'L’entreprise n’a pas répondu. Nous cherchons ailleurs.',
    'positioning.told.partner.over': 'Cette piste est terminée. Nous en cherchons d’autres.',
    'positioning.told.partner.passed_on': 'La personne est proposée à une autre entreprise, avec son accord.',

    'positioning.told.participant.filled': 'Le poste est pris. On cherche d’autres entreprises pour vous.',
    'positioning.told.participant.other_choice': 'L’entreprise a choisi quelqu’un d’autre. On continue avec vous.',
    'positioning.told.participant.practical': 'Les horaires ou le lieu n’allaient pas. On continue à chercher.',
    'positioning.told.participant.not_met': 'Le rendez-vous n’a pas eu lieu. Appelez-nous pour en parler.',
    'positioning.told.participant.her_choice': 'Vous avez choisi autre chose. C’est noté.',
    'positioning.told.participant.no_answer': 'L’entreprise n’a pas répondu. On cherche ailleurs pour vous.',
    'positioning.told.participant.over': 'C’est terminé pour cette entreprise. On continue avec vous.',
    'positioning.told.participant.passed_on': 'Avec votre accord, votre CV est parti dans une autre entreprise.',
  },
  en: {
    'positioning.reason.position_filled': 'The position is filled',
    'positioning.reason.profile_mismatch': 'The profile does not fit the position',
    'positioning.reason.lacking_skills': 'A necessary skill is missing',
    'positioning.reason.schedule': 'The working hours do not suit',
    'positioning.reason.distance': 'Too far from the workplace',
    'positioning.reason.unreachable': 'The person does not answer',
    'positioning.reason.no_show': 'The person did not come to the interview',
    'positioning.reason.not_interested': 'The person is not interested',
    'positioning.reason.hired_elsewhere': 'The person found work elsewhere',
    'positioning.reason.no_position': 'No position left',
    'positioning.reason.other': 'Another reason',
    'positioning.reason.found_work': 'The person has found work',
    'positioning.reason.offer_filled': 'Every position of the offer is filled',
    'positioning.reason.offer_closed': 'The offer is closed',
    'positioning.reason.silence': 'No answer after the reminders',
    'positioning.reason.team': 'The team stopped this positioning',
    'positioning.reason.transferred': 'Passed on to another company',

    'positioning.told.partner.filled': 'The position is taken. We are looking for other companies.',
    'positioning.told.partner.other_choice': 'The company chose somebody else.',
    'positioning.told.partner.practical': 'The hours or the place did not suit.',
    'positioning.told.partner.not_met': 'The meeting did not take place. Call us to talk about it.',
    'positioning.told.partner.her_choice': 'The person chose something else.',
    'positioning.told.partner.no_answer': 'The company did not answer. We are looking elsewhere.',
    'positioning.told.partner.over': 'This lead is over. We are looking for others.',
    'positioning.told.partner.passed_on': 'The person is put forward to another company, and agrees.',

    'positioning.told.participant.filled': 'The position is taken. We are looking for other companies for you.',
    'positioning.told.participant.other_choice': 'The company chose somebody else. We carry on with you.',
    'positioning.told.participant.practical': 'The hours or the place did not suit. We keep looking.',
    'positioning.told.participant.not_met': 'The meeting did not take place. Call us to talk about it.',
    'positioning.told.participant.her_choice': 'You chose something else. It is noted.',
    'positioning.told.participant.no_answer': 'The company did not answer. We are looking elsewhere for you.',
    'positioning.told.participant.over': 'It is over for this company. We carry on with you.',
    'positioning.told.participant.passed_on': 'With your agreement, your CV went to another company.',
  },
});

/** Why it ended, in the words of whoever reads. */
export function reasonFor(audience: Audience, reason: EndReason, locale: Locale): string {
  if (audience === 'facilitator' || audience === 'company') {
    return translate(reasonWords, locale, `positioning.reason.${reason}`);
  }
  return translate(reasonWords, locale, `positioning.told.${audience}.${readInstead[reason][audience]}`);
}
