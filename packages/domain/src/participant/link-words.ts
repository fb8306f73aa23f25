import { defineWords } from '../shared/words.ts';

/** What the page of a participant and its link refuse. Short sentences: she reads most of them herself. */
export const pageWords = defineWords({
  fr: {
    'participant.link_nothing_to_ask':
      'Notez d’abord sa date de naissance ou son téléphone : c’est ce que sa page demande avant de s’ouvrir.',
    'participant.link_absent': 'Il n’y a pas de lien à fermer.',
    'participant.page_not_found': 'Ce lien ne marche plus. Appelez votre équipe pour en avoir un autre.',
    'participant.page_locked': 'Cette page est fermée : il y a eu trop d’erreurs. Appelez votre équipe.',
    'participant.page_paused': 'Attendez {seconds} secondes, puis essayez encore.',
    'participant.page_answer_unread': 'Écrivez des chiffres, comme dans l’exemple.',
    'participant.page_words_missing': 'Écrivez ce qui est faux.',
    'participant.page_words_long': 'C’est trop long. Écrivez moins, ou appelez-nous.',
    'participant.page_reason_missing': 'Dites pourquoi : choisissez une image.',
    'participant.page_text_changed': 'Le texte a changé. Lisez-le encore, puis répondez.',
    'participant.proposal_not_found': 'Cette offre n’est pas sur cette page.',
    'participant.proposal_over': 'C’est trop tard : ce poste n’est plus à prendre.',
    'participant.proposal_handled': 'Votre réponse est déjà partie. Pour changer, appelez-nous.',
    'participant.proposal_already': 'Cette offre lui est déjà proposée.',
    'participant.proposal_offer_missing': 'Choisissez l’offre.',
    'participant.word_not_found': 'C’est déjà réglé, ou ce n’est pas à votre structure.',
  },
  en: {
    'participant.link_nothing_to_ask':
      'Write down the birth date or the telephone first: the page asks for it before it opens.',
    'participant.link_absent': 'There is no link to close.',
    'participant.page_not_found': 'This link no longer works. Call your team to get another one.',
    'participant.page_locked': 'This page is closed: there were too many mistakes. Call your team.',
    'participant.page_paused': 'Wait {seconds} seconds, then try again.',
    'participant.page_answer_unread': 'Write figures, as in the example.',
    'participant.page_words_missing': 'Write what is wrong.',
    'participant.page_words_long': 'This is too long. Write less, or call us.',
    'participant.page_reason_missing': 'Say why: choose a picture.',
    'participant.page_text_changed': 'The text has changed. Read it again, then answer.',
    'participant.proposal_not_found': 'This offer is not on this page.',
    'participant.proposal_over': 'It is too late: this job is taken.',
    'participant.proposal_handled': 'Your answer has already left. To change it, call us.',
    'participant.proposal_already': 'This person was already asked about this offer.',
    'participant.proposal_offer_missing': 'Choose the offer.',
    'participant.word_not_found': 'This is already settled, or is not of your structure.',
  },
});
