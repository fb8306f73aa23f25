import { defineWords } from '@jonction/domain/shared/words';

/** What a company reads before it opens a CV. */
export const anonymousWords = defineWords({
  fr: {
    'profile.name': 'Profil {place}',
    'profile.open': 'Voir le CV complet',
    'profile.toOpen': 'Profil à découvrir',
    'profile.see': 'Voir le profil',
    'profile.lead': {
      one: 'Ce que la personne sait faire. Son nom et ses coordonnées viennent avec son CV complet.',
      other: 'Ce que chaque personne sait faire. Les noms et les coordonnées viennent avec les CV complets.',
    },
  },
  en: {
    'profile.name': 'Profile {place}',
    'profile.open': 'See the full CV',
    'profile.toOpen': 'Profile to discover',
    'profile.see': 'See the profile',
    'profile.lead': {
      one: 'What the person can do. The name and the way to reach the person come with the full CV.',
      other: 'What each person can do. Names and ways to reach people come with the full CVs.',
    },
  },
});
