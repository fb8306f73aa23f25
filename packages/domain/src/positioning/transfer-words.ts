import { defineWords } from '../shared/words.ts';

export const transferWords = defineWords({
  fr: {
    'positioning.transfer.why.subcontractor': 'Notre sous-traitant ou cotraitant',
    'positioning.transfer.why.other_agency': 'Une autre agence, une agence d’intérim',
    'positioning.transfer.why.other_site': 'Un autre établissement de notre groupe',
    'positioning.transfer.why.other_company': 'Une autre entreprise qui cherche ce profil',
    'positioning.transfer.decline.person_declined': 'La personne ne le souhaite pas',
    'positioning.transfer.decline.not_suitable': 'Le poste ne lui convient pas',
    'positioning.transfer.decline.other_plan': 'Nous avons une autre piste pour elle',
    'positioning.transfer.decline.unknown_company': 'Nous ne savons pas de quelle entreprise il s’agit',
    'positioning.transfer_company': 'Écrivez le nom de l’autre entreprise.',
    'positioning.transfer_why': 'Dites quel lien vous avez avec cette entreprise.',
    'positioning.transfer_person':
      'Demandez d’abord à la personne si elle est d’accord pour cette entreprise, puis cochez la case.',
    'positioning.transfer_pending': 'Une demande est déjà en cours pour ce CV. Votre interlocuteur vous répond.',
    'positioning.transfer_decided': 'Cette demande a déjà reçu une réponse. Rechargez la page.',
    'positioning.transfer_same': 'C’est l’entreprise qui a déjà ce CV. Choisissez-en une autre.',
    'positioning.transfer_not_found': 'Cette demande n’existe pas, ou n’est pas à votre structure.',
  },
  en: {
    'positioning.transfer.why.subcontractor': 'Our subcontractor or co-contractor',
    'positioning.transfer.why.other_agency': 'Another agency, a temping agency',
    'positioning.transfer.why.other_site': 'Another establishment of our group',
    'positioning.transfer.why.other_company': 'Another company that looks for this profile',
    'positioning.transfer.decline.person_declined': 'The person does not wish it',
    'positioning.transfer.decline.not_suitable': 'The position does not suit the person',
    'positioning.transfer.decline.other_plan': 'We have another lead for the person',
    'positioning.transfer.decline.unknown_company': 'We do not know which company this is',
    'positioning.transfer_company': 'Write the name of the other company.',
    'positioning.transfer_why': 'Say how you are tied to this company.',
    'positioning.transfer_person': 'Ask the person first whether this company is right, then tick the box.',
    'positioning.transfer_pending': 'A request is already going on for this CV. Your contact will answer you.',
    'positioning.transfer_decided': 'This request was already answered. Reload the page.',
    'positioning.transfer_same': 'This company already has the CV. Choose another one.',
    'positioning.transfer_not_found': 'This request does not exist, or is not of your structure.',
  },
});
