import { defineWords } from '@jonction/domain/shared/words';

/** Columns of the CV bank, as a list names them and as one chooses them. */
export const columnWords = defineWords({
  fr: {
    'columns.choose': 'Colonnes',
    'columns.legend': 'Huit colonnes au plus ; l’adresse de la page les garde, comme les filtres et le tri.',
    'columns.show': 'Afficher ces colonnes',
    'columns.occupations': 'Métiers',
    'columns.lieu': 'Où',
    'columns.dispo': 'Disponible',
    'columns.ready': 'Peut être proposée',
    'columns.cv': 'CV',
    'columns.echange': 'Dernier échange',
    'columns.suivi': 'Suivi',
    'columns.permis': 'Permis, habilitations',
    'columns.francais': 'Français',
    'columns.attente': 'Attend depuis',
    'columns.entree': 'Entrée',
    'columns.prescripteur': 'Prescripteur',
  },
  en: {
    'columns.choose': 'Columns',
    'columns.legend': 'Eight columns at most; the address of the page keeps them, like filters and sort.',
    'columns.show': 'Show these columns',
    'columns.occupations': 'Occupations',
    'columns.lieu': 'Where',
    'columns.dispo': 'Available',
    'columns.ready': 'Can be put forward',
    'columns.cv': 'CV',
    'columns.echange': 'Last conversation',
    'columns.suivi': 'Follow-up',
    'columns.permis': 'Licences',
    'columns.francais': 'French',
    'columns.attente': 'Waiting since',
    'columns.entree': 'Recorded',
    'columns.prescripteur': 'Partner',
  },
});
