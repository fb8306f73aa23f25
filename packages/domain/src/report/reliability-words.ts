import { defineWords } from '../shared/words.ts';

/** The figures of a company's reliability, and how each is counted. */
export const reliabilityWords = defineWords({
  fr: {
    'report.reliability.declared': 'Heures déclarées à temps',
    'report.reliability.answered_five': 'CV répondus en 5 jours ouvrés',
    'report.reliability.answered_ten': 'CV répondus en 10 jours ouvrés',
    'report.reliability.kept': 'Embauches de trois mois ou plus',
    'report.reliability.contests': 'Contestations de l’entreprise fondées',
    'report.reliability.how.declared':
      'Un mois de travail d’une personne est à temps quand ses heures, ou « aucune heure », sont dites au plus tard le 15 du mois suivant.',
    'report.reliability.how.answered_five':
      'Du jour de l’envoi au jour de la réponse, en jours ouvrés. Un CV qui attend encore dans ce délai n’est pas compté.',
    'report.reliability.how.answered_ten':
      'Du jour de l’envoi au jour de la réponse, en jours ouvrés. Un CV qui attend encore dans ce délai n’est pas compté.',
    'report.reliability.how.kept':
      'Contrats qui ont duré 91 jours ou durent encore. Un contrat prévu plus court compte comme court : le produit ne garde pas la fin d’abord prévue.',
    'report.reliability.how.contests':
      'Contestations ouvertes par l’entreprise et closes, où la décision a été changée. Une contestation n’est jamais un reproche.',
  },
  en: {
    'report.reliability.declared': 'Hours declared on time',
    'report.reliability.answered_five': 'CVs answered in 5 working days',
    'report.reliability.answered_ten': 'CVs answered in 10 working days',
    'report.reliability.kept': 'Hires of three months or more',
    'report.reliability.contests': 'Contests of the company that held',
    'report.reliability.how.declared':
      'A month of work of a person is on time when its hours, or that there were none, are said on the 15th of the next month at the latest.',
    'report.reliability.how.answered_five':
      'From the day it was sent to the day of the answer, in working days. A CV that still waits within them is not counted.',
    'report.reliability.how.answered_ten':
      'From the day it was sent to the day of the answer, in working days. A CV that still waits within them is not counted.',
    'report.reliability.how.kept':
      'Contracts that lasted 91 days or still run. One planned shorter counts as short: the product does not keep the end first planned.',
    'report.reliability.how.contests':
      'Contests opened by the company and closed, where the decision was changed. A contest is never held against anybody.',
  },
});
