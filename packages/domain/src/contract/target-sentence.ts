import type { Locale } from '../shared/locale.ts';
import { formatShare } from '../shared/typography.ts';
import { defineWords, translate } from '../shared/words.ts';
import { dueHours, type Target } from './target.ts';

export const targetFormulaWords = defineWords({
  fr: {
    'contract.formula.fixed': 'Volume écrit au contrat : {dueCentihours}.',
    'contract.formula.labour_share':
      '{amountCents} × {labourShare} de main-d’œuvre ÷ {hourlyCostCents} de l’heure × {effort} d’effort = {dueCentihours}.',
    'contract.formula.percent_hours': '{workedCentihours} travaillées × {effort} d’effort = {dueCentihours}.',
    'contract.formula.marginal':
      '({invoicedCents} facturés − seuil de {triggerCents}) ÷ {stepCents} par heure, tranches entières = {dueCentihours}.',
    'contract.formula.cliff':
      '{invoicedCents} facturés ÷ {stepCents} par heure, dès que le seuil de {triggerCents} est atteint = {dueCentihours}.',
    'contract.formula.pact_proprete':
      'Part disponible P = 1 − ({transferredCentihours} reprises par mois × {hourlyCostCents}) ÷ ({amountCents} ÷ {months} mois) ; P × {amountCents} ÷ {hourlyCostCents} × {effort} d’effort = {dueCentihours} (zéro sous 150 h).',
    'contract.formula.per_year': '{yearlyCentihours} par an × {months} mois ÷ 12 = {dueCentihours}.',
    'contract.formula.offered':
      'Le plus grand du plancher ({floorCentihours}) et de l’offre ({offeredCentihours}) = {dueCentihours}.',
  },
  en: {
    'contract.formula.fixed': 'Volume written in the contract: {dueCentihours}.',
    'contract.formula.labour_share':
      '{amountCents} × {labourShare} of labour ÷ {hourlyCostCents} an hour × {effort} of effort = {dueCentihours}.',
    'contract.formula.percent_hours': '{workedCentihours} worked × {effort} of effort = {dueCentihours}.',
    'contract.formula.marginal':
      '({invoicedCents} invoiced − trigger of {triggerCents}) ÷ {stepCents} per hour, whole steps = {dueCentihours}.',
    'contract.formula.cliff':
      '{invoicedCents} invoiced ÷ {stepCents} per hour, once the trigger of {triggerCents} is reached = {dueCentihours}.',
    'contract.formula.pact_proprete':
      'Room left P = 1 − ({transferredCentihours} taken over a month × {hourlyCostCents}) ÷ ({amountCents} ÷ {months} months); P × {amountCents} ÷ {hourlyCostCents} × {effort} of effort = {dueCentihours} (none under 150 h).',
    'contract.formula.per_year': '{yearlyCentihours} a year × {months} months ÷ 12 = {dueCentihours}.',
    'contract.formula.offered':
      'The greater of the floor ({floorCentihours}) and the offer ({offeredCentihours}) = {dueCentihours}.',
  },
});

/** The formula of a target in words with its figures, result included: the number that a buyer can defend. */
export function targetSentence(target: Target, locale: Locale): string {
  const dueCentihours = 100 * dueHours(target);
  switch (target.mode) {
    case 'fixed':
      return translate(targetFormulaWords, locale, 'contract.formula.fixed', { dueCentihours });
    case 'labour_share': {
      const { amountCents, hourlyCostCents } = target;
      return translate(targetFormulaWords, locale, 'contract.formula.labour_share', {
        amountCents,
        hourlyCostCents,
        labourShare: formatShare(target.labourShareBps, locale),
        effort: formatShare(target.effortBps, locale),
        dueCentihours,
      });
    }
    case 'percent_hours':
      return translate(targetFormulaWords, locale, 'contract.formula.percent_hours', {
        workedCentihours: target.workedCentihours,
        effort: formatShare(target.effortBps, locale),
        dueCentihours,
      });
    case 'per_tranche': {
      const { invoicedCents, triggerCents, stepCents } = target;
      return translate(targetFormulaWords, locale, `contract.formula.${target.trigger}`, {
        invoicedCents,
        triggerCents,
        stepCents,
        dueCentihours,
      });
    }
    case 'pact_proprete': {
      const { amountCents, months, hourlyCostCents } = target;
      return translate(targetFormulaWords, locale, 'contract.formula.pact_proprete', {
        amountCents,
        months,
        hourlyCostCents,
        transferredCentihours: target.transferredCentihoursPerMonth,
        effort: formatShare(target.effortBps, locale),
        dueCentihours,
      });
    }
    case 'per_year':
      return translate(targetFormulaWords, locale, 'contract.formula.per_year', {
        yearlyCentihours: 100 * target.hoursPerYear,
        months: target.months,
        dueCentihours,
      });
    case 'offered':
      return translate(targetFormulaWords, locale, 'contract.formula.offered', {
        floorCentihours: 100 * target.floorHours,
        offeredCentihours: 100 * target.offeredHours,
        dueCentihours,
      });
  }
}
