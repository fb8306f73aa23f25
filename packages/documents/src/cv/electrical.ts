import type { Mention } from './licences.ts';

/** Symbols of NF C 18-510: level, voltage, kind of work. */
const symbol =
  'h0[ \\-/]?b0v?|[bh](?:[012]x?|c|r)(?:vl|l|xl)|b[012]xl|bxl|bel|h0v?|b0v?|b1v?|b2v?(?: essai)?|h1v?|h2v?|br|bc|hc|bs|be(?: (?:man(?:oe|œ)uvre|essai|mesure\\w*|verification))?|bp|bf|hf';
const introduced = /\bhabilit\w*|\b(?:nfc?|nf c|utec?) ?18[ -]?510/;
const list = new RegExp(`(?<![a-z0-9])(?:${symbol})(?![a-z0-9])`, 'g');

/** Symbols that name nothing else: alone on a line, they need no word before them. */
const alone =
  /^[\s\-*•>]*(?:(?:h0[ \-/]?b0|b0v?|h0v?|b1v?|b2v?|h1v?|h2v?|br|bc|bs|be|hc)(?: (?:man(?:oe|œ)uvre|essai|mesure\w*))?(?:\s*[,/+&-]\s*|\s+et\s+|\s+|$)){1,6}(?:\(.*|\d{4}.*)?$/;
/** "SST - H0B0": no word of the trade is written so. */
const namesNothingElse = /(?<![a-z0-9])(?:h0[ -]?b0v?|h0v|b1v|b2v|h1v|h2v)(?![a-z0-9])/;
const telling = /\b(?:[bh]0|[bh][12]v?)\b|\b(?:[bh]0v|h0b0)\b/;

/** Electrical qualifications of a line that speaks of them ("habilitation électrique B1V, BR"). */
export function electricalOf(folded: string, heading: string, inline: boolean): Mention[] {
  const start =
    introduced.exec(folded) ??
    (alone.test(folded) && (telling.test(folded) || /habilit/.test(heading)) ? { index: -1 } : null) ??
    (inline && /habilit/.test(heading) ? { index: -1 } : null) ??
    (namesNothingElse.test(folded) ? { index: -1 } : null);
  if (!start) return [];
  return [...folded.matchAll(list)]
    .filter(
      (match) =>
        match.index > start.index && !/\b(?:permis|caces)\b/.test(folded.slice(Math.max(0, start.index), match.index)),
    )
    .map((match) => ({
      code: `hab_elec_${match[0].replace(/[ \-/]/g, '').replace(/(?:essai|man(?:oe|œ)uvre|mesure\w*|verification)$/, '')}`,
      start: match.index,
      end: match.index + match[0].length,
    }));
}
