/** French and English figures, days and ages, for screens; the rules live beside the words of the domain. */
export {
  formatAge,
  formatDay,
  formatDistance,
  formatHours,
  formatInstant,
  formatMoney,
  formatMonth,
  formatNumber,
  formatQuarter,
  formatShare,
  formatSpan,
  noBreakSpace,
  thinSpace,
  typeset,
  withCapital,
} from '@jonction/domain/shared/typography';
