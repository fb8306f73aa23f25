import { participantWords } from '../participant/words.ts';
import { placementWords } from '../placement/words.ts';
import type { Locale } from '../shared/locale.ts';
import { hasSentence, sentence } from '../shared/words.ts';
import type { ConsolidationCut } from './consolidation.ts';
import { consolidationWords } from './consolidation-words.ts';

/** What a row of a cut is called; the kinds of insertion employers are known by their initials (EI, ETTI, GEIQ...). */
export function readCut(cut: ConsolidationCut, code: string, locale: Locale): string {
  if (cut === 'mode') return sentence(placementWords, locale, `placement.mode.${code}`);
  if (cut === 'kind') return sentence(placementWords, locale, `placement.window.${code}`);
  if (cut === 'sex' && code !== 'unsaid') return sentence(participantWords, locale, `participant.sex.${code}`);
  const key = `report.year.code.${code}`;
  return hasSentence(consolidationWords, key) ? sentence(consolidationWords, locale, key) : code;
}
