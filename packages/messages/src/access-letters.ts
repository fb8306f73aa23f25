import { composeLetter, type Letter } from './letter.ts';

/** The invitation to open an account. */
export function invitationLetter(facts: {
  organisationName: string;
  structureName: string;
  roleName: string;
  inviterName: string;
  url: string;
}): Letter {
  return composeLetter({
    template: 'invitation',
    subject: `${facts.inviterName} vous invite sur Jonction`,
    paragraphs: [
      'Bonjour,',
      `${facts.inviterName} (${facts.structureName}) vous ouvre un accès à Jonction pour ${facts.organisationName}, comme : ${facts.roleName}.`,
      'Ce lien sert une fois et expire dans 7 jours. Il vous demandera de choisir un mot de passe.',
    ],
    action: { label: 'Ouvrir mon accès', url: facts.url },
    signature: [facts.inviterName, facts.structureName],
  });
}

/** The link for a new password. Says nothing of the account but its existence to its own address. */
export function resetLetter(facts: { name: string; url: string }): Letter {
  return composeLetter({
    template: 'reset',
    subject: 'Choisir un nouveau mot de passe',
    paragraphs: [
      `Bonjour ${facts.name},`,
      'Vous avez demandé un nouveau mot de passe. Ce lien sert une fois et expire dans une heure.',
      'Si ce n’est pas vous, ne faites rien : votre mot de passe actuel reste valable.',
    ],
    action: { label: 'Choisir un mot de passe', url: facts.url },
    signature: ['Jonction'],
  });
}
