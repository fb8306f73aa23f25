import { defineWords } from '../shared/words.ts';

/** What a census calls its answers, and why one was refused. */
export const censusWords = defineWords({
  fr: {
    'census.answer.no_change': 'sans changement',
    'census.answer.several': 'réponses diverses',
    'census.sheet_intro':
      'Recensement connu le {on}, {count} marchés. Changez le statut, la date ou la fin, ou écrivez « oui » sous « Sans changement », puis rapportez ce fichier : chaque différence vous sera montrée avant d’être écrite.',
    'census.too_many_to_export': 'Plus de {most} marchés : resserrez les filtres, et exportez le reste ensuite.',
    'census.no_way': 'Ce marché est {before} : aucun événement ne le rend {status}. Possible : {allowed}.',
    'census.no_way_that_day': 'Le {on}, ce marché était {before} : rien ne le rendait {status}. Possible : {allowed}.',
    'census.said_since':
      'Ce qui est dit d’un jour plus récent que le {on} l’emporterait : le marché ne serait pas {status}.',
    'census.too_far': 'Le {on} est à plus d’un an.',
    'census.ends_before': 'La fin ({endsOn}) tombe avant le {on}.',
    'census.no_names': 'Il manque une colonne qui nomme les marchés : « N° » ou « Référence ».',
    'census.row_unknown': '« {value} » n’est pas un marché que votre équipe suit.',
    'census.row_ambiguous': 'Plusieurs marchés portent la référence « {value} » : donnez leur numéro.',
    'census.row_twice': '« {value} » est déjà plus haut.',
    'census.cell_unknown': '« {value} » n’est ni un statut, ni une date, ni « sans changement ».',
    'census.paste_without_names':
      'Choisissez la première ligne à remplir, ou collez aussi les titres des colonnes, avec « N° » ou « Référence ».',
    'census.paste_too_long': '{lines} lignes collées, pour {rows} lignes du tableau à partir d’ici.',
    'census.view_name_missing': 'Donnez un nom à cette vue.',
    'census.view_not_found': 'Cette vue n’existe pas, ou n’est pas à vous.',
    'census.nothing_chosen': 'Aucun marché n’est choisi : cochez des lignes, ou élargissez les filtres.',
    'census.too_many': 'Au plus {most} marchés à la fois : resserrez les filtres, et recommencez pour les autres.',
    'census.list_moved':
      'La liste a changé depuis l’aperçu : {count} marchés seraient touchés maintenant. Relisez l’aperçu, puis confirmez.',
    'census.nothing_fits':
      'Aucun des marchés choisis n’accepte cette réponse : voyez dans l’aperçu ce que chacun accepte.',
    'census.nothing_to_undo':
      'Rien à annuler : c’est déjà fait, ou quelque chose dit depuis s’appuie sur cette réponse pour chacun des marchés.',
    'census.change_not_found': 'Ce changement n’existe pas, ou n’est pas à votre équipe.',
    'census.confirmed_in_future': '« Sans changement » se dit d’aujourd’hui ou d’un jour passé.',
  },
  en: {
    'census.answer.no_change': 'no change',
    'census.answer.several': 'different answers',
    'census.sheet_intro':
      'Census as known on {on}, {count} contracts. Change the status, the day or the end, or write “oui” under “Sans changement”, then bring this file back: each difference is shown before it is written.',
    'census.too_many_to_export': 'More than {most} contracts: narrow the filters, and export the others next.',
    'census.no_way': 'This contract is {before}: no event makes it {status}. Possible: {allowed}.',
    'census.no_way_that_day': 'On {on} this contract was {before}: nothing made it {status}. Possible: {allowed}.',
    'census.said_since': 'What is said of a day later than {on} would prevail: the contract would not be {status}.',
    'census.too_far': '{on} is more than a year away.',
    'census.ends_before': 'The end ({endsOn}) falls before {on}.',
    'census.no_names': 'A column that names the contracts is missing: their number (N°) or their reference.',
    'census.row_unknown': '“{value}” is not a contract that your team follows.',
    'census.row_ambiguous': 'Several contracts have the reference “{value}”: give their number.',
    'census.row_twice': '“{value}” stands further up already.',
    'census.cell_unknown': '“{value}” is neither a status, nor a day, nor “no change”.',
    'census.paste_without_names':
      'Choose the first row to fill, or paste the headers of the columns too, with the number (N°) or the reference.',
    'census.paste_too_long': '{lines} lines pasted, for {rows} rows of the table from here on.',
    'census.view_name_missing': 'Give this view a name.',
    'census.view_not_found': 'This view does not exist, or is not yours.',
    'census.nothing_chosen': 'No contract is chosen: tick some rows, or widen the filters.',
    'census.too_many': 'At most {most} contracts at once: narrow the filters, and do the others next.',
    'census.list_moved':
      'The list has moved since the preview: {count} contracts would be changed now. Read the preview again, then confirm.',
    'census.nothing_fits': 'None of the chosen contracts takes this answer: the preview says what each one takes.',
    'census.nothing_to_undo':
      'Nothing to undo: it is done already, or something said since rests on this answer for each of the contracts.',
    'census.change_not_found': 'This change does not exist, or is not of your team.',
    'census.confirmed_in_future': '“No change” is said of today or of a past day.',
  },
});
