import { z } from 'zod';
import { type Day, daysBetween } from '../shared/day.ts';

/**
 * The kit of a first day: who arrives, when, where, with whom, with what, what safety asks, what to declare and when. For the
 * company that receives somebody hired on a clause. It never says why she is eligible (rule of the house; the team and the
 * vault alone know). What is the same for everybody is the structure's model; what is hers is typed for her.
 */
export const kitFields = ['hour', 'place', 'welcomedBy', 'tutor', 'equipment'] as const;
export type KitField = (typeof kitFields)[number];

const longest: Readonly<Record<KitField, number>> = {
  hour: 200,
  place: 500,
  welcomedBy: 200,
  tutor: 200,
  equipment: 500,
};
const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullable()
    .default(null)
    .transform((text) => (text === '' ? null : text));

export const kitInput = z.object({
  placementId: z.uuid(),
  hour: line(longest.hour),
  place: line(longest.place),
  welcomedBy: line(longest.welcomedBy),
  tutor: line(longest.tutor),
  equipment: line(longest.equipment),
});
export type KitInput = z.infer<typeof kitInput>;

/** What is still to be typed, in the order of the page. */
export function missingOf(kit: Readonly<Record<KitField, string | null>>): KitField[] {
  return kitFields.filter((field) => (kit[field] ?? '').trim() === '');
}

const text = z
  .string({ error: 'placement.arrival_empty' })
  .trim()
  .min(1, { error: 'placement.arrival_empty' })
  .max(2000);
/** Lines of a list: blank ones are no line. */
const lines = z
  .array(z.string().trim().max(200, { error: 'placement.arrival_line' }))
  .transform((all) => all.filter((one) => one !== ''))
  .pipe(z.array(z.string()).min(1, { error: 'placement.arrival_empty' }).max(20, { error: 'placement.arrival_list' }));

export const arrivalModelInput = z.object({ safety: text, checklist: lines, declaring: text });
export type ArrivalModel = z.infer<typeof arrivalModelInput>;

/**
 * The model until a lead writes another. Safety: the practical and suited training that an employer owes whoever it hires (C. trav.
 * L4141-2), reinforced on posts with particular risks for fixed-term and temporary workers (L4154-2); declaration before hiring
 * (L1221-10).
 */
export const defaultArrivalModel: ArrivalModel = {
  safety:
    'Avant de commencer : les dangers du poste et du lieu, les consignes, les issues et les secours, montrés sur place. Les équipements de protection sont remis à la bonne taille et essayés. Poste à risques particuliers, CDD ou intérim : formation renforcée à la sécurité (code du travail, L. 4141-2 et L. 4154-2).',
  checklist: [
    'Déclaration préalable à l’embauche faite, contrat de travail signé et remis',
    'Badge, vestiaire, accès au chantier ou au site',
    'Horaires, pauses, numéro à appeler en cas de retard ou d’absence',
    'Équipements de protection remis et essayés',
    'Visite des lieux et accueil sécurité',
    'Présentation à l’équipe et à la personne qui l’accompagne',
    'Premières tâches montrées, puis faites ensemble',
    'Cinq minutes en fin de journée : comment cela s’est passé ?',
  ],
  declaring:
    'À la fin de chaque mois, déclarez sur Jonction les heures faites sur le marché : le mois d’avant est recopié, vous changez ce qui diffère. Gardez les justificatifs. Dites-nous tout de suite une absence qui dure, une rupture du contrat ou un changement de poste.',
};

/** The model among the settings of a structure; what was never set, or cannot be read, is the default. */
export const arrivalModelSetting = z
  .object({ arrivalModel: arrivalModelInput.default(defaultArrivalModel).catch(defaultArrivalModel) })
  .transform(({ arrivalModel }) => arrivalModel);

/** Days after a first day during which its kit is still before a company's eyes. */
export const shownAfterDays = 14;

/** A first day to come, or just gone by. */
export function isArriving(startsOn: Day, today: Day): boolean {
  return daysBetween(startsOn, today) <= shownAfterDays;
}

/** A letter tells of a first day that is to come, or today's: a hire written down afterwards brings none. */
export function tellsByLetter(startsOn: Day, today: Day): boolean {
  return startsOn >= today;
}
