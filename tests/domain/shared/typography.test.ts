import { preferredLocale } from '@jonction/domain/shared/preferred-locale';
import {
  formatAge,
  formatDay,
  formatDistance,
  formatHours,
  formatInstant,
  formatMoney,
  formatMonth,
  formatNumber,
  formatShare,
  labelled,
  quoted,
  typeset,
} from '@jonction/domain/shared/typography';
import { expect, it } from 'vitest';
import { seen } from '../../support/spaces.ts';

it('writes hundredths of an hour as hours, in both languages', () => {
  expect(seen(formatHours(123450))).toBe('1_234,5~h');
  expect(seen(formatHours(51200))).toBe('512~h');
  expect(seen(formatHours(725))).toBe('7,25~h');
  expect(seen(formatHours(0))).toBe('0~h');
  expect(seen(formatHours(-350))).toBe('−3,5~h');
  expect(seen(formatHours(123450, 'en'))).toBe('1,234.5~h');
});

it('writes cents as euros, cents shown only when there are some', () => {
  expect(seen(formatMoney(125_000_000))).toBe('1_250_000~€~HT');
  expect(seen(formatMoney(1250, 'fr', 'none'))).toBe('12,50~€');
  expect(seen(formatMoney(-1250, 'en', 'none'))).toBe('−€12.50');
  expect(seen(formatMoney(125_000_000, 'en'))).toBe('€1,250,000~excl.~VAT');
});

it('writes days the way they are read aloud', () => {
  expect(seen(formatDay('2020-04-12'))).toBe('12~avr.~2020');
  expect(seen(formatDay('2020-05-01'))).toBe('1er~mai~2020');
  expect(seen(formatDay('2020-05-01', 'en'))).toBe('1~May~2020');
  expect(seen(formatDay('2020-12-19', 'fr', 'short'))).toBe('19~déc.');
  expect(seen(formatMonth('2020-04'))).toBe('avril~2020');
  expect(seen(formatMonth('2020-08-31', 'en'))).toBe('August~2020');
});

it('reads instants on a clock in Paris, summer and winter', () => {
  expect(seen(formatInstant(new Date('2020-04-12T22:05:00Z')))).toBe('13~avr.~2020 à 0~h~05');
  expect(seen(formatInstant(new Date('2020-01-12T13:05:00Z')))).toBe('12~janv.~2020 à 14~h~05');
  expect(seen(formatInstant(new Date('2020-01-12T13:05:00Z'), 'en'))).toBe('12~Jan~2020, 14:05');
});

it('says an age without ever saying more than it knows', () => {
  const today = '2020-04-14';
  expect(formatAge('2020-04-14', today)).toBe('aujourd’hui');
  expect(formatAge('2020-04-13', today)).toBe('hier');
  expect(seen(formatAge('2020-04-12', today))).toBe('il y a 2~j');
  expect(seen(formatAge('2019-05-01', today))).toBe('il y a 11~mois');
  expect(seen(formatAge('2017-05-01', today))).toBe('il y a 2~ans');
  expect(seen(formatAge('2020-04-17', today))).toBe('dans 3~j');
  expect(seen(formatAge('2020-04-12', today, 'en'))).toBe('2~days ago');
});

it('writes numbers, shares and distances', () => {
  expect(seen(formatNumber(1000, 'fr'))).toBe('1_000');
  expect(seen(formatNumber(-0.001, 'fr'))).toBe('0');
  expect(seen(formatShare(8170))).toBe('81,7~%');
  expect(seen(formatShare(8170, 'en'))).toBe('81.7%');
  expect(seen(formatDistance(3.2))).toBe('3,2~km');
});

it('puts thin spaces where French asks for them and nowhere else', () => {
  expect(seen(typeset('Qui ? « Moi » : 25 h, 3 € ; 1 200 lignes !'))).toBe(
    'Qui_? «_Moi_»_: 25~h, 3~€_; 1_200 lignes_!',
  );
  expect(typeset('https://jonction.example/a?b=1 et 10:30')).toBe('https://jonction.example/a?b=1 et 10:30');
  expect(typeset('Really ?', 'en')).toBe('Really ?');
  expect(typeset('le 12 hommes')).toBe('le 12 hommes');
});

it('quotes words and names a value as each language does, and changes nothing of what was typed', () => {
  expect(seen(quoted('soudure : 10 h'))).toBe('«_soudure : 10 h_»');
  expect(quoted('welding', 'en')).toBe('“welding”');
  expect(seen(labelled('Accord', 'oui'))).toBe('Accord_: oui');
  expect(labelled('Consent', 'yes', 'en')).toBe('Consent: yes');
});

it('reads the reader’s languages in her order', () => {
  expect(preferredLocale('en-GB,en;q=0.9,fr;q=0.8')).toBe('en');
  expect(preferredLocale('de,en;q=0.2,fr;q=0.7')).toBe('fr');
  expect(preferredLocale('en;q=0')).toBe('fr');
  expect(preferredLocale(null)).toBe('fr');
});
