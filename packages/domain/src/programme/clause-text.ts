import { formatHours, formatMoney, formatShare } from '../shared/typography.ts';

/** General clauses (CCAG 2021) that a contract may refer to. */
export const ccags = ['works', 'services', 'intellectual', 'project', 'digital', 'industrial'] as const;
export type Ccag = (typeof ccags)[number];

/** How often the holder tells its hours. */
export const reportings = ['monthly', 'quarterly'] as const;
export type Reporting = (typeof reportings)[number];

/** What the text of a clause is made of, frozen with each version of it. */
export interface ClauseTextFacts {
  object: string;
  reference: string | null;
  buyerName: string;
  teamName: string;
  /** The day it was made. */
  madeOn: string;
  lots: number | null;
  durationMonths: number | null;
  mandatoryArticle: string | null;
  dueHours: number;
  /** How the hours were computed, with the figures; null where they are simply fixed. */
  formula: string | null;
  /** As people read them. */
  modalities: readonly string[];
  publics: readonly string[];
  reporting: Reporting;
  ccag: Ccag | null;
  penalty: { perHourCents: number | null; perDayCents: number | null; capBps: number | null };
}

/** A piece of a text, in the order of reading. */
export type TextBlock =
  | { kind: 'title' | 'heading' | 'paragraph' | 'note'; text: string }
  | { kind: 'list'; items: readonly string[] };

/** The articles about insertion whose number we know for sure (arrêtés du 30 mars 2021); the others are named without one. */
const ccagArticles: Readonly<Record<Ccag, string>> = {
  works: 'CCAG Travaux, article 20.1',
  services: 'CCAG Fournitures courantes et services, article relatif à l’insertion sociale',
  intellectual: 'CCAG Prestations intellectuelles, article relatif à l’insertion sociale',
  project: 'CCAG Maîtrise d’œuvre, article relatif à l’insertion sociale',
  digital: 'CCAG Techniques de l’information et de la communication, article 16.1',
  industrial: 'CCAG Marchés industriels, article relatif à l’insertion sociale',
};

const heading = (text: string): TextBlock => ({ kind: 'heading', text });
const paragraph = (text: string): TextBlock => ({ kind: 'paragraph', text });

/**
 * A proposal of social clause for the special administrative clauses (CCAP), in our own words, to be read again by the buyer. It is in
 * French whoever asks: contracts of public bodies are written in French (loi 94-665, article 5).
 */
export function clauseText(facts: ClauseTextFacts): TextBlock[] {
  const named = facts.reference === null ? facts.object : `${facts.object} (${facts.reference})`;
  return [
    { kind: 'title', text: 'Clause sociale d’insertion : proposition pour le CCAP' },
    {
      kind: 'note',
      text: `${named}. Acheteur : ${facts.buyerName}. Proposée par ${facts.teamName}, à relire par l’acheteur.`,
    },
    heading('1. Objet et fondement'),
    paragraph(foundation(facts)),
    heading('2. Volume d’heures'),
    ...volume(facts),
    heading('3. Personnes concernées'),
    paragraph(
      'Les heures sont faites par des personnes éloignées de l’emploi, dont l’éligibilité est vérifiée avant l’embauche par le facilitateur. Sont acceptées :',
    ),
    { kind: 'list', items: facts.publics },
    paragraph('Le titulaire est informé que la personne est éligible et jusqu’à quand, jamais du motif.'),
    heading('4. Modalités de réalisation'),
    paragraph('Le titulaire choisit, au besoin en les combinant, parmi les modalités suivantes :'),
    { kind: 'list', items: facts.modalities },
    heading('5. Suivi'),
    ...followUp(facts),
    heading('6. Difficultés'),
    paragraph(
      'Le titulaire signale sans attendre, par écrit, à l’acheteur et au facilitateur toute difficulté à tenir son engagement, avec les recherches qu’il a faites. Les moyens d’y remédier sont étudiés ensemble ; si des difficultés économiques sont établies, l’acheteur peut suspendre ou supprimer l’engagement.',
    ),
    heading('7. Pénalités'),
    ...penalties(facts),
    heading('8. Dérogations au CCAG'),
    ...derogations(facts),
  ];
}

function foundation({ mandatoryArticle, buyerName }: ClauseTextFacts): string {
  const owed =
    mandatoryArticle === null
      ? ''
      : ` Elle répond à l’obligation de l’article ${mandatoryArticle} du code de la commande publique.`;
  return `En application de l’article L2112-2 du code de la commande publique, ${buyerName} fait de l’insertion professionnelle une condition d’exécution du marché.${owed} Le candidat qui remet une offre accepte cette condition sans réserve : une offre qui l’écarte est irrégulière.`;
}

function volume({ dueHours, formula, lots, durationMonths }: ClauseTextFacts): TextBlock[] {
  const over = durationMonths === null ? 'sur la durée du marché' : `sur les ${durationMonths} mois du marché`;
  return [
    paragraph(`Le titulaire réserve au moins ${formatHours(100 * dueHours, 'fr')} de travail à l’insertion ${over}.`),
    ...(formula === null ? [] : [{ kind: 'note' as const, text: `Calcul : ${formula}` }]),
    ...(lots !== null && lots > 1
      ? [paragraph(`Le marché a ${lots} lots : ce volume est à répartir entre eux avant la publication.`)]
      : []),
    paragraph('Ce volume est un minimum. Une même heure ne compte que pour un seul marché.'),
  ];
}

function followUp({ reporting, teamName }: ClauseTextFacts): TextBlock[] {
  const rhythm =
    reporting === 'monthly'
      ? 'Chaque mois, avant le 15 du mois suivant'
      : 'Chaque trimestre, avant le 15 du mois qui suit';
  return [
    paragraph(
      `Le suivi est confié à ${teamName}, dont le facilitateur est l’interlocuteur du titulaire. Le titulaire désigne un correspondant dès la notification.`,
    ),
    paragraph(
      `${rhythm}, le titulaire déclare pour chaque personne les heures faites et remet les justificatifs demandés. L’acheteur reçoit des chiffres, jamais de noms.`,
    ),
    paragraph('Un bilan est remis au plus tard un mois après la fin des prestations.'),
  ];
}

function penalties({ penalty: { perHourCents, perDayCents, capBps } }: ClauseTextFacts): TextBlock[] {
  const items = [
    ...(perHourCents === null
      ? []
      : [
          `${formatMoney(perHourCents, 'fr', 'none')} par heure d’insertion qui n’a pas été faite, du fait du titulaire ;`,
        ]),
    ...(perDayCents === null
      ? []
      : [
          `${formatMoney(perDayCents, 'fr', 'none')} par jour de retard dans la remise des justificatifs, à compter d’une mise en demeure.`,
        ]),
  ];
  if (items.length === 0) return [paragraph('Aucune pénalité propre à la clause n’est prévue.')];
  return [
    paragraph(
      'Après mise en demeure restée sans effet et recueil des observations du titulaire, l’acheteur peut appliquer :',
    ),
    { kind: 'list', items },
    ...(capBps === null
      ? []
      : [paragraph(`Leur total ne dépasse pas ${formatShare(capBps, 'fr')} du montant du marché.`)]),
    paragraph('Elles ne sont pas dues si le titulaire montre qu’il a mis en œuvre tous les moyens dont il disposait.'),
  ];
}

function derogations({ ccag, penalty }: ClauseTextFacts): TextBlock[] {
  if (ccag === null) return [paragraph('Le marché ne renvoie à aucun CCAG : il n’y a pas de dérogation à signaler.')];
  const own = penalty.perHourCents !== null || penalty.perDayCents !== null;
  return [
    paragraph(
      `La présente clause complète l’article sur l’insertion sociale auquel renvoie le marché (${ccagArticles[ccag]}).`,
    ),
    paragraph(
      own
        ? 'Les pénalités de l’article 7 dérogent à celles du CCAG : cette dérogation est à reprendre dans la liste récapitulative qui termine le CCAP (code de la commande publique, article R2112-3).'
        : 'Elle n’y déroge pas.',
    ),
  ];
}
