import { defineWords } from '../shared/words.ts';

export const penaltyWords = defineWords({
  fr: {
    'penalty.no_smic':
      'Aucun SMIC horaire n’est enregistré pour le {day} : ajoutez-le aux références avant de calculer.',
    'penalty.proposal': 'Pénalité proposée : {cents}. L’acheteur décide, avec un motif.',
  },
  en: {
    'penalty.no_smic': 'No hourly minimum wage is recorded for {day}: add it to the reference data first.',
    'penalty.proposal': 'Proposed penalty: {cents}. The buyer decides, with a reason.',
  },
});
