import { contactWords } from '../contact/words.ts';
import { contractWords } from '../contract/words.ts';
import { placementWords } from '../placement/words.ts';
import type { Locale } from '../shared/locale.ts';
import { sentence } from '../shared/words.ts';
import { type ActivityFigure, activityFigureFacts, activityFigures, isActivityFigure } from './activity.ts';
import { activityWords } from './activity-words.ts';

/** A figure as it is read in a sentence: "13 offres travaillées", "1 234,5 h validées". */
export function readFigure(figure: ActivityFigure, amount: number, locale: Locale): string {
  const unit = activityFigureFacts[figure].unit === 'hours' ? 'centihours' : 'count';
  return sentence(activityWords, locale, `report.activity.${figure}`, { [unit]: amount });
}

/** What the second column of a row says; only some figures keep there something else than words. */
export function readDetail(figure: ActivityFigure, detail: string | null, locale: Locale): string {
  if (detail === null) return '';
  const say = (key: string, count: string) => sentence(activityWords, locale, key, { count: Number(count) });
  if (figure === 'people_proposed') return say('report.activity.times_sent', detail);
  if (figure === 'people_hired') return say('report.activity.times_hired', detail);
  if (figure === 'clauses_written') return say('report.activity.hours_due', detail);
  if (figure === 'contacts_made' || figure === 'contacts_reached')
    return sentence(contactWords, locale, `contact.channel.${detail}`, {});
  return detail;
}

/** The name of a group: a partner as it is, a status of contract or a kind of hire in words. */
export function readGroup(
  figure: ActivityFigure,
  group: { key: string | null; label: string | null },
  locale: Locale,
): string {
  if (figure === 'contracts_followed')
    return sentence(contractWords, locale, `contract.status.${group.key ?? 'none'}`, {});
  if (figure === 'hires' && group.key !== null)
    return sentence(placementWords, locale, `placement.window.${group.key}`, {});
  return group.label ?? group.key ?? '';
}

/** A sentence cut where figures stand in it: text and figures in turn, in the order of the language. */
export function readPart(part: string, locale: Locale): (string | { figure: ActivityFigure })[] {
  const marks = Object.fromEntries(activityFigures.map((figure) => [figure, `\u0001${figure}\u0001`]));
  return sentence(activityWords, locale, `report.activity.says.${part}`, marks)
    .split('\u0001')
    .filter((piece) => piece !== '')
    .map((piece) => (isActivityFigure(piece) ? { figure: piece } : piece));
}
