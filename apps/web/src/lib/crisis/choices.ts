import { type CrisisMeasure, crisisMeasures } from '@jonction/domain/crisis/regime';
import { text, texts } from '#lib/server/form.ts';

interface Choice {
  contractId: string;
  measure: CrisisMeasure;
  chosen: boolean;
  endsOn: string | null;
}

/**
 * What a page of the table changes: each box says in `shown` what it stood for and whether it was ticked. Only those that moved, or
 * whose end did, are a choice of somebody's: the others go on following what is chosen for all.
 */
export function choicesIn(form: FormData): Choice[] {
  const ticked = new Set(texts(form, 'take'));
  return texts(form, 'shown').flatMap((cell) => {
    const [contractId = '', name, was, end = ''] = cell.split(' ');
    const measure = crisisMeasures.find((one) => one === name);
    if (!measure) return [];
    const key = `${contractId} ${measure}`;
    const chosen = ticked.has(key);
    const typed = text(form, `end ${key}`);
    const moved = chosen && typed !== '' && typed !== end;
    if (chosen === (was === 'yes') && !moved) return [];
    return [{ contractId, measure, chosen, endsOn: chosen && typed !== '' ? typed : null }];
  });
}
