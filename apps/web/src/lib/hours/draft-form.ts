import type { HourKind, HourPayer } from '@jonction/domain/hours/line';
import { parseHours } from '@jonction/domain/shared/typed-hours';
import { type DraftLine, keyOf } from './draft.ts';

/** A row as `hours.declare` takes it; the schema of the API judges it, here it is only put together. */
export interface TypedRow {
  placementId: string;
  from: string;
  to: string;
  kind: HourKind;
  payer: HourPayer | null;
  centihours: number;
  evidence: string[];
}

const fieldOf: Readonly<Record<string, string>> = {
  from: 'du',
  to: 'au',
  kind: 'nature',
  centihours: 'heures',
  payer: 'payeur',
  evidence: 'pieces',
  placementId: 'embauche',
};

/** The lines of the form, in the order of the page, as typed. */
export function readDrafts(form: FormData): DraftLine[] {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  return [...form.keys()]
    .flatMap((name) => /^l\.(\d{1,5})\.embauche$/.exec(name)?.[1] ?? [])
    .map((at) => ({
      at: Number(at),
      placementId: text(`l.${at}.embauche`),
      was: text(`l.${at}.avant`),
      lineId: text(`l.${at}.ligne`),
      kind: text(`l.${at}.nature`),
      from: text(`l.${at}.du`),
      to: text(`l.${at}.au`),
      hours: text(`l.${at}.heures`),
      payer: text(`l.${at}.payeur`),
      evidence: form.getAll(`l.${at}.pieces`).map(String).filter(Boolean),
      portions: [],
      warnings: [],
    }));
}

/**
 * What to declare: empty new lines are left out. A line whose dates or kind were changed is another line: the one it was is
 * cancelled in the same declaration. `at`: the line of the form that each row comes from, to say a refusal there.
 */
export function rowsOf(drafts: readonly DraftLine[]): { rows: TypedRow[]; at: number[] } {
  const kept = drafts.filter(({ hours, was }) => hours !== '' || was !== '');
  const said = new Set(kept.map((draft) => `${draft.placementId}|${keyOf(draft)}`));
  const rows: TypedRow[] = [];
  const at: number[] = [];
  for (const draft of kept) {
    const { placementId, from, to, evidence } = draft;
    rows.push({
      placementId,
      from,
      to,
      evidence,
      kind: draft.kind as HourKind,
      payer: (draft.payer || null) as HourPayer | null,
      centihours: parseHours(draft.hours) ?? Number.NaN,
    });
    at.push(draft.at);
    const [kind = '', first = '', last = ''] = draft.was.split('|');
    if (draft.was === '' || draft.was === keyOf(draft) || said.has(`${placementId}|${draft.was}`)) continue;
    rows.push({ placementId, from: first, to: last, kind: kind as HourKind, payer: null, centihours: 0, evidence: [] });
    at.push(draft.at);
  }
  return { rows, at };
}

/** The fields of a refusal, named as the form names them: `rows.2.centihours` is `l.5.heures`. */
export function fieldsOfForm(fields: Readonly<Record<string, string>>, at: readonly number[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, sentence]) => {
      const [, row, field = ''] = /^rows\.(\d+)(?:\.(\w+))?/.exec(name) ?? [];
      return row === undefined ? [name, sentence] : [`l.${at[Number(row)]}.${fieldOf[field] ?? 'heures'}`, sentence];
    }),
  );
}
