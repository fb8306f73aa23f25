import { hoursWords } from '@jonction/domain/hours/words';
import type { Locale } from '@jonction/domain/shared/locale';
import { formatDay, formatHours, formatInstant, formatMonth, withCapital } from '@jonction/domain/shared/typography';
import { sentence, translate } from '@jonction/domain/shared/words';
import type { TodayItem } from './today-item.ts';
import { todayWords } from './today-words.ts';

/** A row in a sentence, and what is good to know beside it. */
export function itemWords(item: TodayItem, locale: Locale): { sentence: string; detail: string } {
  const say = (key: keyof (typeof todayWords)['fr'] & string, facts: Record<string, string | number> = {}) =>
    sentence(todayWords, locale, key, facts);
  switch (item.kind) {
    case 'meeting':
    case 'outcome':
      return {
        sentence: say(`item.${item.kind}`, { name: item.name, employer: item.employerName }),
        detail: [item.at ? formatInstant(new Date(item.at), locale) : '', item.offerTitle ?? '']
          .filter(Boolean)
          .join(' · '),
      };
    case 'recommendation':
      return {
        sentence: say('item.recommendation', {
          count: item.count,
          partner: item.partnerName,
          names: item.names[0] ?? '',
        }),
        detail: item.count > 1 ? item.names.slice(0, 4).join(', ') : '',
      };
    case 'hours': {
      const kinds = item.kinds.map((kind) => translate(hoursWords, locale, `hours.kind.${kind}`)).join(', ');
      const facts = { count: item.lines, kinds: kinds === '' ? say('item.hoursOther') : withCapital(kinds) };
      return {
        sentence: say(item.decides ? 'item.hours' : 'item.evidence', facts),
        detail: [
          item.employerNames.length === 1 ? (item.employerNames[0] ?? '') : '',
          say('item.contracts', { count: item.contracts }),
          formatHours(item.centihours, locale),
          `${formatDay(item.from, locale, 'short')} - ${formatDay(item.to, locale)}`,
        ]
          .filter(Boolean)
          .join(' · '),
      };
    }
    case 'proposed':
      return {
        sentence: say('item.proposed', { count: item.positions, employer: item.employerName, title: item.title }),
        detail: item.placeLabel,
      };
    case 'hired':
      return {
        sentence: say('item.hired', { name: item.name, employer: item.employerName }),
        detail: say('item.hiredNext'),
      };
    case 'prepare':
      return {
        sentence: say('item.prepare', { name: item.name, employer: item.employerName }),
        detail: [item.at ? formatInstant(new Date(item.at), locale) : '', say('item.prepareNext')]
          .filter(Boolean)
          .join(' · '),
      };
    case 'cvNews':
      return {
        sentence: say(`item.news.${item.news}`, { name: item.name, employer: item.employerName }),
        detail: item.offerTitle ?? say('item.withoutOffer'),
      };
    case 'slow':
      return {
        sentence: say('item.slow', { count: item.waiting, employer: item.employerName }),
        detail: [
          item.offerTitle ?? say('item.withoutOffer'),
          say('item.workingDays', { count: item.workingDays }),
        ].join(' · '),
      };
    case 'silent':
      return {
        sentence: say('item.silent', { count: item.waiting, employer: item.employerName }),
        detail: [
          item.offerTitle ?? say('item.withoutOffer'),
          say('item.workingDays', { count: item.workingDays }),
        ].join(' · '),
      };
    case 'found':
      return {
        sentence: say('item.found', { count: item.count, name: item.name }),
        detail: say('item.foundWhy'),
      };
    case 'page':
      return {
        sentence: say(`item.page.${item.what}`, { name: item.name, count: item.count, offer: item.offerTitle ?? '' }),
        detail: say('item.pageFrom'),
      };
    case 'reach':
      return {
        sentence: say(`item.reach.${item.channel}`, { name: item.name }),
        detail: say('item.reachCount', { count: item.count }),
      };
    case 'follow':
      return {
        sentence: say('item.follow', { name: item.name, action: item.nextAction ?? say('item.followDefault') }),
        detail: '',
      };
    case 'stillOpen':
    case 'aside':
      return {
        sentence: say(`item.${item.kind}`, { title: item.title, employer: item.employerName }),
        detail: item.askedOn === null ? '' : say('item.askedOn', { day: item.askedOn }),
      };
    case 'ended':
      return {
        sentence: say(`item.ended.${item.answer}`, { title: item.title, employer: item.employerName }),
        detail: say('item.endedFrom'),
      };
    case 'due':
      return {
        sentence: say('item.due', {
          object: item.lotNumber ? say('item.dueLot', { object: item.object, lot: item.lotNumber }) : item.object,
          beforeCentihours: 100 * item.before,
          afterCentihours: 100 * item.after,
        }),
        detail: say('item.dueWhy'),
      };
    case 'risk':
      return {
        sentence: say(item.atRisk ? 'item.risk' : 'item.riskOver', {
          object: item.lotNumber ? say('item.dueLot', { object: item.object, lot: item.lotNumber }) : item.object,
          forecastCentihours: item.forecastCentihours,
          dueCentihours: 100 * item.dueHours,
        }),
        detail: say('item.riskWhy'),
      };
    case 'closing':
      return {
        sentence: say('item.closing', { month: formatMonth(item.month, locale) }),
        detail: item.by ? say('item.closingBy', { name: item.by }) : '',
      };
    case 'prospect':
      return {
        sentence: say('item.follow', { name: item.name, action: item.nextAction }),
        detail: say('item.prospectFrom'),
      };
    case 'newcomers':
      return {
        sentence: say('item.newcomers', { count: item.count, title: item.title, names: item.names[0] ?? '' }),
        detail: [
          item.employerName,
          item.count > 1 ? item.names.join(', ') : '',
          say('item.newcomersWhy', { day: item.previousOn }),
        ]
          .filter(Boolean)
          .join(' · '),
      };
  }
}
