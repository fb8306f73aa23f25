import { periodsOf } from './dates.ts';
import type { Mention } from './licences.ts';

const lapsed =
  /\b(?:en cours(?! de validite)|en preparation|en formation|en attente|prevue?s?|prochain\w*|bientot|a venir|a passer|a repasser|a renouveler|a refaire|perimee?s?|expiree?s?|caduc|caduque|echu\w*|annulee?|suspendue?|suspension|invalide\w*|retiree?|retrait|(?:non|pas|jamais) (?:recycle\w*|echange\w*|renouvele\w*)|examen|auto-?ecole|perdue?|refuse\w*|abandon\w*|echoue\w*|echec|rate\w*|(?:non|pas) (?:obtenu\w*|passe\w*|reussi\w*)|non(?! -)|plus valable|plus a jour|pas a jour|non valable|inscrit\w*|code obtenu|code ok|conduite en|echange en|objectif|projet|souhait\w*|planned|in progress|expired|lapsed)\b/;
const denied =
  /\b(?:pas (?:de|d'|encore|le|l')?|sans|ni|aucun\w*|ancien(?:ne)? |prepar(?:e|er|ation)(?: d[ue']| de| au| le| la)?|passer (?:le|mon|ma|la)|projet de|souhaite (?:passer|obtenir)|inscrit\w* (?:au|a)|formation prevue|en cours d'obtention d[ue]|en cours de|no)\s*(?:le |la |mon |l'|du |au )?(?:permis |caces |formation )?$/;

/**
 * Whether a licence is held now, from the words around it: those before it in its own clause, those after it up to
 * the next licence or the end of the clause, the bracket that follows it included.
 */
export function isHeld(folded: string, mention: Mention, mentions: readonly Mention[], today: string): boolean {
  const clauseStart = Math.max(
    0,
    ...[...folded.slice(0, mention.start).matchAll(/[;|•,()]|\s-\s|\.\s/g)].map(
      (match) => match.index + match[0].length,
    ),
  );
  if (denied.test(folded.slice(clauseStart, mention.start))) return false;
  const next = mentions.find(({ start, code }) => start >= mention.end && code !== mention.code);
  // Categories told together share what is said after the last.
  const end = Math.max(...mentions.filter(({ start }) => start === mention.start).map((one) => one.end));
  // The number of a card ("CAR-033-2027-01-01-...") holds no date that counts.
  const after = clauseAfter(folded, end, next?.start ?? folded.length).replace(/\b[a-z]{2,4}-\d[\d-]{6,}/g, ' ');
  if (lapsed.test(after)) return false;
  // "Permis B, C et CE en cours": a list joined by "et" shares what follows only with its last member.
  return !endedBefore(after, today) && !beginsAfter(after, today);
}

/** Up to the end of the clause; a bracket right after the licence speaks of it. */
function clauseAfter(folded: string, from: number, until: number): string {
  const rest = folded.slice(from, until);
  const bracket = /^\s*\(([^()]*)\)/.exec(rest);
  // "CACES 3B (R386) périmé": a family in brackets ends nothing.
  if (bracket && /^r?\W?\d{3}m?$/.test(bracket[1] ?? '')) return clauseAfter(folded, from + bracket[0].length, until);
  if (bracket) return bracket[1] ?? '';
  const end =
    /[;|•]|\s-\s(?!\s*(?:en cours|prevu|perim|expir|non|a passer))|\.\s|,(?!\s*(?:(?:en )?(?:19|20)\d\d\s*[,(]?\s*)?(?:en cours|prevu|perim|expir|non|a passer|code|conduite|valable|echange))/.exec(
      rest,
    );
  return end ? rest.slice(0, end.index) : rest;
}

/** "Formation en 2027": a day to come that is no limit. */
function beginsAfter(after: string, today: string): boolean {
  if (limits.test(after)) return false;
  const [period] = periodsOf(after.slice(0, 60));
  return period !== undefined && period.from > today.slice(0, period.from.length);
}

const limits = /valable|valide|validite|jusqu|expire|echeance|fin de|until/;

function endedBefore(after: string, today: string): boolean {
  const limit = /(?:valable|valide|validite|jusqu|expire|echeance|fin de validite|until)[^\d]{0,25}/.exec(after);
  if (!limit) return false;
  const [period] = periodsOf(after.slice(limit.index).replace(/jusqu'?\s?(?:en|au|a)?/g, ' '));
  const end = period?.to ?? period?.from;
  return end !== undefined && end !== null && end < today.slice(0, end.length);
}
