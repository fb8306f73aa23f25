import { defineWords } from '../shared/words.ts';

/** Why a campaign, a letter of it or an answer to it was refused. */
export const campaignRefusalWords = defineWords({
  fr: {
    'census.title_missing': 'Donnez un nom à ce recensement : c’est l’objet de la lettre.',
    'census.letter_missing': 'Écrivez la lettre : quelques lignes suffisent.',
    'census.due_too_early': 'Laissez au moins un jour pour répondre.',
    'census.due_too_late': 'Au plus {most} jours pour répondre : au-delà, personne ne se presse.',
    'census.all_asked':
      'Ces marchés sont déjà demandés dans un recensement ouvert : fermez-le d’abord, ou choisissez-en d’autres.',
    'census.asked_moved':
      'La liste a changé depuis l’aperçu : {count} marchés seraient demandés maintenant. Relisez l’aperçu, puis envoyez.',
    'census.campaign_not_found': 'Ce recensement n’existe pas, ou n’est pas à votre équipe.',
    'census.ask_not_found': 'Cet acheteur n’est pas interrogé dans ce recensement.',
    'census.row_not_found':
      'Un de ces marchés n’est pas demandé ici, ou ne l’est plus. Rechargez la page : le reste est gardé.',
    'census.link_not_found': 'Ce lien n’est plus valable : le recensement est clos. Appelez l’équipe qui vous a écrit.',
    'census.campaign_closed': 'Ce recensement est clos : plus rien ne part, plus rien n’y entre.',
    'census.campaign_held': 'Les envois de ce recensement sont arrêtés. Reprenez-les d’abord.',
    'census.all_answered': 'Cet acheteur a répondu pour tous ses marchés : il n’y a rien à relancer.',
    'census.no_address': 'Aucune adresse ne marche pour cet acheteur : ajoutez un contact, ou appelez-le.',
    'census.address_guard': 'Cette adresse a reçu une lettre le {day} : trois jours au moins entre deux lettres.',
    'census.contract_missing': 'Choisissez un de vos marchés.',
    'census.answer_refused': '{sentence}',
    'census.informant_missing': 'Écrivez qui vous l’a dit, et sa fonction.',
    'census.answer_missing': 'Choisissez une réponse.',
    'census.answer_day_wrong': 'Ce jour n’existe pas. Écrivez-le comme 17/03/2020.',
    'census.answer_day_far': 'Au plus un an à l’avance.',
    'census.act_missing':
      'Une suspension est un acte : écrivez lequel (ordre de service nº 3...). Sans acte, le marché est « arrêté ».',
    'census.new_end_missing': 'Écrivez la nouvelle fin, celle de l’avenant.',
    'census.new_end_earlier': 'La fin connue est le {day} : la nouvelle vient après.',
    'census.until_earlier': 'Ce jour vient avant le début de la suspension.',
    'census.answer_rests': 'Quelque chose a été dit depuis qui s’appuie sur votre première réponse : appelez l’équipe.',
    'census.answer_not_fitting': 'Ce jour-là, le marché est {status} : cette réponse ne lui va pas.',
  },
  en: {
    'census.title_missing': 'Give this census a name: it is the subject of the letter.',
    'census.letter_missing': 'Write the letter: a few lines are enough.',
    'census.due_too_early': 'Leave at least one day to answer.',
    'census.due_too_late': 'At most {most} days to answer: beyond that, nobody hurries.',
    'census.all_asked': 'These contracts are already asked about in an open census: close it first, or choose others.',
    'census.asked_moved':
      'The list has moved since the preview: {count} contracts would be asked about now. Read the preview again, then send.',
    'census.campaign_not_found': 'This census does not exist, or is not of your team.',
    'census.ask_not_found': 'This buyer is not asked in this census.',
    'census.row_not_found':
      'One of these contracts is not asked about here, or no longer. Reload the page: the rest is kept.',
    'census.link_not_found': 'This link is no longer valid: the census is closed. Call the team that wrote to you.',
    'census.campaign_closed': 'This census is closed: nothing leaves, nothing enters it any more.',
    'census.campaign_held': 'The letters of this census are stopped. Resume them first.',
    'census.all_answered': 'This buyer answered for all its contracts: there is nothing to remind of.',
    'census.no_address': 'No address works for this buyer: add a contact, or call.',
    'census.address_guard': 'This address was written to on {day}: at least three days between two letters.',
    'census.contract_missing': 'Choose one of your contracts.',
    'census.answer_refused': '{sentence}',
    'census.informant_missing': 'Write who told you, and their function.',
    'census.answer_missing': 'Choose an answer.',
    'census.answer_day_wrong': 'This day does not exist. Write it as 17/03/2020.',
    'census.answer_day_far': 'At most a year ahead.',
    'census.act_missing':
      'A suspension is an act: write which (service order 3...). Without an act, the contract is "stopped".',
    'census.new_end_missing': 'Write the new end, the one of the amendment.',
    'census.new_end_earlier': 'The end known is {day}: the new one comes after.',
    'census.until_earlier': 'This day comes before the suspension begins.',
    'census.answer_rests': 'Something said since rests on your first answer: call the team.',
    'census.answer_not_fitting': 'On that day the contract is {status}: this answer does not fit it.',
  },
});
