import type { Policy } from '../policy.ts';

/** What counts outside any emergency. Frozen: a change is a new version. */
export const ordinary = {
  id: 'ordinary',
  title: 'Règles ordinaires',
  source:
    'Usage des facilitateurs : heures réellement travaillées sur le marché ; congés payés et jours fériés seulement si le marché compte les heures payées',
  note: 'Règle de terrain dans son principe ; la formation sur le temps de travail et la liste des absences sont notre lecture, à régler par structure ou par marché.',
  scope: { level: 'national' },
  validFrom: '0001-01-01',
  validTo: null,
  publishedOn: '2000-01-01',
  rules: [
    { id: 'worked', kinds: ['worked_on_site', 'telework', 'training'], outcome: 'validate' },
    { id: 'paid-absence', kinds: ['paid_leave', 'public_holiday'], hourBasis: 'paid', outcome: 'validate' },
    { id: 'paid-absence-off', kinds: ['paid_leave', 'public_holiday'], outcome: 'reject' },
    {
      id: 'absence',
      kinds: [
        'sick_leave',
        'childcare_leave',
        'vulnerable_leave',
        'work_accident',
        'bad_weather',
        'partial_unemployment',
        'partial_unemployment_training',
        'unpaid_absence',
        'internship',
      ],
      outcome: 'reject',
    },
  ],
} satisfies Policy;
