import type { DocumentFacts } from '@jonction/domain/report/document';
import { Refuse } from '../../refuse.ts';

/** Nothing is certified of hours that nobody validated. */
export function requireExecuted({ sum }: DocumentFacts): void {
  if (sum.validated <= 0) throw new Refuse('report.nothing_executed', {}, 'fromMonth');
}
