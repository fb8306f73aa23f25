import type { CvField, SaidField } from '@jonction/domain/participant/own-field';
import { languageName } from '@jonction/domain/reference/language';
import { licenceLabel } from '@jonction/domain/reference/licence';
import type { Day } from '@jonction/domain/shared/day';
import type { Locale } from '@jonction/domain/shared/locale';
import { formatPhone } from '@jonction/domain/shared/phone';
import { formatDay } from '@jonction/domain/shared/typography';
import { translate } from '@jonction/domain/shared/words';
import type { Own } from './own.ts';
import { ownPageWords } from './words.ts';

export interface CvLine {
  field: CvField | SaidField;
  label: string;
  /** What stands there, one entry a line; empty when nothing does. */
  values: string[];
  /** Read by companies, or by the team alone. */
  shown: boolean;
}

/** A person's CV as lines that she can correct: all that a company reads, in the order of its card, then what only places her. */
export function cvLines({ card, radiusKm, projects }: Own, locale: Locale, today: Day): CvLine[] {
  const say = (key: keyof (typeof ownPageWords)['fr'] & string, facts: Record<string, string | number> = {}) =>
    translate(ownPageWords, locale, key, facts as never);
  const { availableFrom, weeklyHoursMin: min, weeklyHoursMax: max } = card;
  const hours =
    min === null || max === null
      ? []
      : [min === max ? say('cv.hoursSame', { min }) : say('cv.hoursValue', { min, max })];
  const free =
    availableFrom === null
      ? []
      : [availableFrom <= today ? say('cv.now') : say('cv.from', { day: formatDay(availableFrom, locale) })];
  const jobs = card.experience.map(({ label, from, to }) => {
    const span = [from, to].map((moment) => moment?.slice(0, 4)).filter((year) => year !== undefined);
    return span.length === 0 ? label : `${label} (${[...new Set(span)].join(' - ')})`;
  });
  const trades = card.occupations.map(({ label }) => label);
  const title = card.title !== '' && !trades.includes(card.title) ? [card.title] : [];
  const line = (field: CvLine['field'], values: (string | null)[], shown = true): CvLine => ({
    field,
    shown,
    label: say(`cv.${field}`),
    values: values.filter((value): value is string => value !== null && value !== ''),
  });
  return [
    line('name', [`${card.firstName} ${card.lastName}`]),
    line('occupations', [...title, ...trades]),
    line(
      'project',
      projects.map(({ label, wish }) => (wish === null ? label : `${label} : ${wish}`)),
      false,
    ),
    line('phone', [card.phone === null ? null : formatPhone(card.phone)]),
    line('email', [card.email]),
    line('place', [card.city]),
    line('availability', free),
    line('hours', hours),
    line('experience', jobs),
    line('skills', card.skills),
    line(
      'licences',
      card.licences.map((code) => licenceLabel(code, locale)),
    ),
    line(
      'languages',
      card.languages.map(({ code, level }) => `${languageName(code, locale)}${level ? ` ${level}` : ''}`),
    ),
    line('radius', [radiusKm === null ? null : say('cv.radiusValue', { km: radiusKm })], false),
  ];
}
