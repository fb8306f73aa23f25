import type { Mention } from './licences.ts';

/** Symbols of NF C 18-510: level, voltage, kind of work. */
const symbol =
  'h0[ \\-/]?b0v?|h0v?|b0v?|b1v?|b2v?(?: essai)?|h1v?|h2v?|br|bc|hc|bs|be(?: (?:manoeuvre|essai|mesure\\w*|verification))?|bp|bf|hf';
const introduced = /\bhabilit\w*|\b(?:nfc?|nf c|utec?) ?18[ -]?510/;
const list = new RegExp(`(?<![a-z0-9])(?:${symbol})(?![a-z0-9])`, 'g');

/** Electrical qualifications of a line that speaks of them ("habilitation électrique B1V, BR"). */
export function electricalOf(folded: string, heading: string): Mention[] {
  const start = introduced.exec(folded) ?? (/habilit/.test(heading) ? { index: -1 } : null);
  if (!start) return [];
  return [...folded.matchAll(list)]
    .filter(
      (match) =>
        match.index > start.index && !/\b(?:permis|caces)\b/.test(folded.slice(Math.max(0, start.index), match.index)),
    )
    .map((match) => ({
      code: `hab_elec_${match[0].replace(/[ \-/]/g, '').replace(/(?:essai|manoeuvre|mesure\w*|verification)$/, '')}`,
      start: match.index,
      end: match.index + match[0].length,
    }));
}
