import { defineWords } from '../shared/words.ts';

export const bankWords = defineWords({
  fr: {
    'bank.search_not_found': 'Cette recherche n’existe plus, ou n’est pas à vous.',
    'bank.search_not_yours':
      'Seule la personne qui a gardé cette recherche, ou la responsable d’équipe, peut la changer.',
    'bank.name_missing': 'Donnez un nom, comme « Propreté, 13e ».',
    'bank.name_too_long': 'Ce nom dépasse 80 caractères.',
    'bank.name_taken': 'Vous avez déjà une recherche de ce nom.',
    'bank.too_many_searches': 'Vous gardez déjà {most} recherches : supprimez-en une d’abord.',
    'bank.open_cap_wrong': 'Écrivez un nombre, de 1 à 50.',
    'bank.list_not_found': 'Cette liste n’existe plus, ou n’est pas à votre structure.',
    'bank.list_name_missing': 'Donnez un nom, comme « Propreté du soir ».',
    'bank.list_name_taken': 'Une liste de ce nom existe déjà : ajoutez-y ces personnes, ou choisissez un autre nom.',
    'bank.list_full': 'Une liste garde 200 personnes au plus.',
    'bank.nobody_chosen': 'Cochez au moins une personne.',
    'bank.note_too_long': 'Cette note dépasse 500 caractères.',
    'bank.pace.daily': 'chaque matin',
    'bank.pace.at_once': 'dès que possible',
  },
  en: {
    'bank.search_not_found': 'This search is no more, or is not yours.',
    'bank.search_not_yours': 'Only the person who kept this search, or the team lead, may change it.',
    'bank.name_missing': 'Give a name, such as “Cleaning, 13e”.',
    'bank.name_too_long': 'This name is over 80 characters.',
    'bank.name_taken': 'You already have a search of this name.',
    'bank.too_many_searches': 'You already keep {most} searches: delete one first.',
    'bank.open_cap_wrong': 'Write a number, from 1 to 50.',
    'bank.list_not_found': 'This list is no more, or is not of your structure.',
    'bank.list_name_missing': 'Give a name, such as “Evening cleaning”.',
    'bank.list_name_taken': 'A list of this name exists already: add these people to it, or choose another name.',
    'bank.list_full': 'A list keeps 200 people at most.',
    'bank.nobody_chosen': 'Tick at least one person.',
    'bank.note_too_long': 'This note is over 500 characters.',
    'bank.pace.daily': 'every morning',
    'bank.pace.at_once': 'as soon as possible',
  },
});
