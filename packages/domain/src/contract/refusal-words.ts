import { defineWords } from '../shared/words.ts';

/** Why something about a contract was refused, and what to do. */
export const contractRefusalWords = defineWords({
  fr: {
    'contract.not_found': 'Ce marché n’existe pas, ou n’est pas à vous.',
    'contract.attachment_not_found': 'Votre structure ne suit pas ce marché : rattachez-le d’abord, puis recommencez.',
    'contract.lot_not_found': 'Ce lot n’existe pas dans ce marché.',
    'contract.clause_not_found': 'Cette clause n’existe pas, ou n’est pas à vous.',
    'contract.buyer_not_found': 'Cet acheteur n’est pas au registre : créez-le d’abord.',
    'contract.holder_not_found': 'Cette entreprise n’est pas au registre : créez-la d’abord.',
    'contract.facilitator_not_found': 'Cette personne ne fait pas partie de votre équipe.',
    'contract.already_in_register':
      'Cet acheteur a déjà un marché « {reference} » au registre (n° {number}) : ouvrez-le plutôt que d’en créer un second.',
    'contract.lot_exists': 'Ce marché a déjà un lot {number}.',
    'contract.detach_with_clause':
      'Une clause de votre structure court sur ce marché : il ne peut pas être retiré de vos marchés.',
    'contract.import_not_found': 'Cette liste n’existe pas, ou n’est pas à votre équipe.',
    'contract.import_running': 'Cette liste est en train d’entrer : attendez la fin, ou arrêtez-la.',
    'contract.import_not_running': 'Cette liste n’est pas en train d’entrer.',
    'contract.import_done': 'Cette liste est déjà entrée.',
    'contract.import_columns':
      'Dites quelles colonnes sont celles de l’acheteur (SIRET), de la référence et de l’objet : sans elles, aucun marché n’entre.',
    'contract.import_not_in': 'Cette liste n’est pas entrée, ou a déjà été retirée.',
    'contract.import_nothing_to_undo':
      'Aucun marché de cette liste ne peut être retiré : ils étaient connus avant elle, ou quelqu’un y a travaillé depuis.',
    'contract.list_twice': 'Ce marché, ou ce lot, est déjà plus haut dans la liste.',
    'contract.list_too_far': 'La notification est à plus d’un an : vérifiez l’année.',
    'contract.event_in_future': 'La date d’effet est trop loin : au plus un an après aujourd’hui.',
    'contract.words_missing': 'Ce champ est à remplir.',
    'contract.cpv_malformed': 'Un code CPV a 8 chiffres, par exemple 90910000.',
    'contract.siret_malformed': 'Un SIRET a 14 chiffres.',
    'contract.holder_unknown':
      'Ce SIRET n’est pas encore au registre : écrivez aussi le nom de l’entreprise, elle sera ajoutée.',
    'contract.period_reversed_short': 'La fin vient avant le début.',
    'contract.clause_period_reversed': 'La fin de la clause vient avant son début.',
    'contract.categories_missing': 'Cochez au moins un public accepté.',
    'contract.category_unknown': 'Ce public n’existe pas dans la liste.',
    'contract.nothing_corrected': 'Rien n’a changé : corrigez au moins un champ, ou revenez au marché.',
    'contract.notification_missing': 'Ce marché est notifié : son jour de notification ne peut pas être vide.',
    'contract.notification_by_event':
      'Ce marché n’est pas encore notifié : dites-le dans « Dire où en est le marché », avec sa date.',
    'contract.notification_out_of_order':
      'Un événement déjà enregistré (démarrage, arrêt…) viendrait avant la notification : vérifiez la date.',
    'contract.end_not_possible': 'Ce marché n’est pas en cours : sa fin ne peut pas changer.',
    'contract.lot_to_say': 'Ce marché a plusieurs lots ({lots}) : écrivez le numéro de celui de la clause.',
    'contract.lot_unknown': 'Ce marché n’a pas ce lot. Il a : {lots}.',
    'contract.clause_counted':
      'Les heures de cette clause se calculent (montant, factures ou parts) : un nombre ne les remplace pas. Ouvrez le marché pour changer le calcul.',
    'contract.hours_missing': 'Écrivez le nombre d’heures dues, au-dessus de zéro.',
  },
  en: {
    'contract.not_found': 'This contract does not exist, or is not yours.',
    'contract.attachment_not_found': 'Your structure does not follow this contract: attach it first, then try again.',
    'contract.lot_not_found': 'This lot does not exist in this contract.',
    'contract.clause_not_found': 'This clause does not exist, or is not yours.',
    'contract.buyer_not_found': 'This buyer is not in the register: create it first.',
    'contract.holder_not_found': 'This company is not in the register: create it first.',
    'contract.facilitator_not_found': 'This person is not part of your team.',
    'contract.already_in_register':
      'This buyer already has a contract “{reference}” in the register (no. {number}): open it rather than create a second one.',
    'contract.lot_exists': 'This contract already has a lot {number}.',
    'contract.detach_with_clause':
      'A clause of your structure runs on this contract: it cannot be taken out of your contracts.',
    'contract.import_not_found': 'This list does not exist, or is not of your team.',
    'contract.import_running': 'This list is coming in: wait for the end, or stop it.',
    'contract.import_not_running': 'This list is not coming in.',
    'contract.import_done': 'This list is already in.',
    'contract.import_columns':
      'Say which columns are those of the buyer (SIRET), the reference and the object: without them no contract enters.',
    'contract.import_not_in': 'This list is not in, or was taken out already.',
    'contract.import_nothing_to_undo':
      'No contract of this list can be taken out: they were known before it, or somebody worked on them since.',
    'contract.list_twice': 'This contract, or this lot, stands further up in the list already.',
    'contract.list_too_far': 'The notification is more than a year away: check the year.',
    'contract.event_in_future': 'The day of effect is too far away: at most one year from today.',
    'contract.words_missing': 'This field is to be filled in.',
    'contract.cpv_malformed': 'A CPV code has 8 digits, for example 90910000.',
    'contract.siret_malformed': 'A SIRET has 14 digits.',
    'contract.holder_unknown':
      'This SIRET is not in the register yet: write the name of the company too, it will be added.',
    'contract.period_reversed_short': 'The end comes before the beginning.',
    'contract.clause_period_reversed': 'The clause ends before it begins.',
    'contract.categories_missing': 'Tick at least one accepted group.',
    'contract.category_unknown': 'This group is not in the list.',
    'contract.nothing_corrected': 'Nothing has changed: correct at least one field, or go back to the contract.',
    'contract.notification_missing': 'This contract is notified: its day of notification cannot be empty.',
    'contract.notification_by_event':
      'This contract is not notified yet: say so in “Say where the contract stands”, with its day.',
    'contract.notification_out_of_order':
      'An event already recorded (start, halt…) would come before the notification: check the day.',
    'contract.end_not_possible': 'This contract is not under way: its end cannot change.',
    'contract.lot_to_say': 'This contract has several lots ({lots}): write the number of the one that has the clause.',
    'contract.lot_unknown': 'This contract does not have this lot. It has: {lots}.',
    'contract.clause_counted':
      'The hours of this clause are counted (amount, invoices or shares): a number does not replace them. Open the contract to change how.',
    'contract.hours_missing': 'Write the number of hours due, above zero.',
  },
});
