import type { Locale } from '../shared/locale.ts';
import { formatNumber, formatShare } from '../shared/typography.ts';
import { translate } from '../shared/words.ts';
import type { PenaltyFacts } from './penalty-facts.ts';
import { penaltyWords as words } from './words.ts';

/** The calculation, line by line, as a screen and a paper show it. */
export function calculationLines({ input, proposal }: PenaltyFacts, locale: Locale): [string, { cents: number }][] {
  const lines: [string, { cents: number }][] = [];
  const { missingCentihours, perHour, perDay, cap, day } = input;
  if (perHour?.basis === 'fixed') {
    const facts = { missingCentihours, rateCents: perHour.cents };
    lines.push([translate(words, locale, 'penalty.line.hours_fixed', facts), { cents: proposal.hoursCents }]);
  } else if (perHour) {
    const multiple = formatNumber(perHour.multipleHundredths / 100, locale);
    const facts = { missingCentihours, multiple, smicCents: proposal.smicCents ?? 0, day };
    lines.push([translate(words, locale, 'penalty.line.hours_smic', facts), { cents: proposal.hoursCents }]);
  }
  if (perDay) {
    const { noticeOn, untilOn, cents: dayCents } = perDay;
    const facts = { count: proposal.daysCounted, noticeOn, untilOn, dayCents };
    lines.push([translate(words, locale, 'penalty.line.days', facts), { cents: proposal.daysCents }]);
  }
  if (cap && proposal.capCents !== null) {
    const facts = { share: formatShare(cap.bps, locale), baseCents: cap.baseCents };
    lines.push([translate(words, locale, 'penalty.line.cap', facts), { cents: proposal.capCents }]);
  }
  return lines;
}
