import { defineWords } from '../shared/words.ts';

export const accessWords = defineWords({
  fr: {
    'access.role.facilitator': 'Facilitateur, facilitatrice',
    'access.role.lead': 'Responsable d’équipe',
    'access.role.buyer': 'Acheteur public',
    'access.role.employer': 'Entreprise',
    'access.role.partner': 'Partenaire prescripteur',
    'access.role.administrator': 'Administrateur, administratrice',
    'access.sign_in_needed': 'Votre session est terminée. Reconnectez-vous : votre page vous attend.',
    'access.not_allowed':
      'Votre rôle ne permet pas cette action. L’administrateur de votre structure peut vous l’ouvrir.',
    'access.link_dead': 'Ce lien n’est plus valable. Demandez-en un nouveau à la personne qui vous a écrit.',
    'access.invitation_dead':
      'Cette invitation a expiré ou a déjà servi. Demandez-en une nouvelle à la personne qui vous a invité.',
    'access.invitation_not_found': 'Cette invitation n’existe pas ou plus.',
    'access.membership_not_found': 'Cet accès n’existe pas ou plus.',
    'access.own_membership': 'Vous ne pouvez pas fermer votre propre accès. Un autre administrateur peut le faire.',
    'access.role_needs_other_kind':
      'Ce rôle ne va pas avec cette organisation : choisissez une organisation du bon type.',
    'access.name_missing': 'Écrivez votre prénom et votre nom.',
    'access.password_too_short': 'Choisissez un mot de passe d’au moins 12 caractères.',
    'access.too_many_requests': 'Trop de demandes en peu de temps. Attendez une minute, puis recommencez.',
    'access.cross_site': 'Cette demande vient d’un autre site : elle n’a pas été exécutée.',
    'access.already_member': 'Cette personne a déjà cet accès.',
  },
  en: {
    'access.role.facilitator': 'Facilitator',
    'access.role.lead': 'Team lead',
    'access.role.buyer': 'Public buyer',
    'access.role.employer': 'Employer',
    'access.role.partner': 'Referring partner',
    'access.role.administrator': 'Administrator',
    'access.sign_in_needed': 'Your session has ended. Sign in again: your page is waiting.',
    'access.not_allowed': 'Your role does not allow this. The administrator of your structure can open it to you.',
    'access.link_dead': 'This link is no longer valid. Ask the person who wrote to you for a new one.',
    'access.invitation_dead':
      'This invitation has expired or was already used. Ask the person who invited you for a new one.',
    'access.invitation_not_found': 'This invitation does not exist any more.',
    'access.membership_not_found': 'This access does not exist any more.',
    'access.own_membership': 'You cannot close your own access. Another administrator can.',
    'access.role_needs_other_kind': 'This role does not go with this organisation: choose one of the right kind.',
    'access.name_missing': 'Write your first and last name.',
    'access.password_too_short': 'Choose a password of at least 12 characters.',
    'access.too_many_requests': 'Too many requests in a short time. Wait a minute, then try again.',
    'access.cross_site': 'This request comes from another site: it was not carried out.',
    'access.already_member': 'This person already has this access.',
  },
});
