import { defineWords } from '@jonction/domain/shared/words';

/** The page of the yearly consolidation. */
export const yearPageWords = defineWords({
  fr: {
    'year.link': 'Consolidation de l’année pour le réseau',
    'year.lead':
      'Ce que le réseau des facilitateurs collecte chaque printemps, prêt le 2 janvier. Le fichier porte une ligne par personne et marché, et une par marché.',
    'year.others': 'Autres années',
    'year.none': 'Aucune heure déclarée en {year}',
    'year.noneNext': 'La consolidation se remplit d’elle-même avec les heures déclarées par les entreprises.',
    'year.hours': 'Heures validées',
    'year.people': 'Personnes',
    'year.about':
      'Le fichier dit aussi le public qui a ouvert chaque embauche : il n’est ouvert qu’ici, par la responsable, et chaque export est noté au journal. Aucun nom n’y figure.',
  },
  en: {
    'year.link': 'Yearly consolidation for the network',
    'year.lead':
      'What the network of facilitators collects each spring, ready on 2 January. The file holds one row per person and contract, and one per contract.',
    'year.others': 'Other years',
    'year.none': 'No hour declared in {year}',
    'year.noneNext': 'The consolidation fills by itself with the hours that companies declare.',
    'year.hours': 'Validated hours',
    'year.people': 'People',
    'year.about':
      'The file also says the group that opened each hire: only here, by the lead, and each export is in the journal. It holds no name.',
  },
});
