import type { Tx } from '@jonction/db/client';
import type { ActivityQuestion } from '@jonction/db/report/activity/contracts';
import { listActivity } from '@jonction/db/report/activity/read';
import { type WrittenTable, writeTables } from '@jonction/documents/write-table';
import { type ActivityFigure, activityFigureFacts, activityFigures } from '@jonction/domain/report/activity';
import type { AskedActivity } from '@jonction/domain/report/activity-question';
import { readDetail, readGroup } from '@jonction/domain/report/activity-read';
import { activityWords } from '@jonction/domain/report/activity-words';
import type { Day } from '@jonction/domain/shared/day';
import type { Locale } from '@jonction/domain/shared/locale';
import { type Fact, sentence } from '@jonction/domain/shared/words';
import { countBoth } from './activity-asked.ts';

/** Rows of one figure: what a spreadsheet opens without effort. */
const most = 20_000;

interface By {
  structureId: string;
  today: Day;
  locale: Locale;
}

/** The activity report as a spreadsheet: every figure with its definition, then a sheet of rows for each figure that has some. */
export async function writeActivity(tx: Tx, { from, to, knownOn }: AskedActivity, by: By): Promise<Buffer> {
  const { locale, today } = by;
  const say = (key: string, facts: Record<string, Fact> = {}) =>
    sentence(activityWords, locale, `report.activity.${key}`, facts);
  const { question, before, now: counts, previous } = await countBoth(tx, { from, to }, { ...by, knownOn });
  const title = say('export.title', { from, to });
  const notes = [knownOn ? say('export.known', { day: knownOn }) : say('export.now', { day: today })];
  const text = (key: string) => ({ header: say(key), kind: 'text' as const });
  const summary = {
    ...{ sheet: say('export.sheet'), title, notes },
    columns: [
      text('export.figure'),
      { header: say('export.amount'), kind: 'number' as const },
      { header: say('export.hours'), kind: 'hours' as const },
      { header: say('export.before', { ...before }), kind: 'number' as const },
      { header: say('export.before', { ...before }), kind: 'hours' as const },
      text('export.over'),
      text('export.how'),
    ],
    rows: activityFigures.map((figure) => {
      const { over } = activityFigureFacts[figure];
      const [now, was] = [counts[figure].amount, previous[figure].amount];
      return [
        nameOf(figure, locale),
        ...inColumns(figure, now),
        ...inColumns(figure, was),
        over === null ? null : nameOf(over, locale),
        say(`how.${figure}`),
      ];
    }),
  };
  const tables: WrittenTable[] = [summary];
  for (const figure of activityFigures) {
    if (counts[figure].rows === 0) continue;
    tables.push(await rowsTable(tx, figure, question, { locale, title, notes: [...notes, say(`how.${figure}`)] }));
  }
  return writeTables(tables);
}

/** Things and hours are summed in columns of their own: a number alone does not say its unit. */
function inColumns(figure: ActivityFigure, amount: number): [number | null, number | null] {
  return activityFigureFacts[figure].unit === 'hours' ? [null, amount] : [amount, null];
}

async function rowsTable(
  tx: Tx,
  figure: ActivityFigure,
  question: ActivityQuestion,
  { locale, title, notes }: { locale: Locale; title: string; notes: string[] },
): Promise<WrittenTable> {
  const { rows, total } = await listActivity(tx, { ...question, figure }, { offset: 0, limit: most });
  const say = (key: string, facts: Record<string, Fact> = {}) =>
    sentence(activityWords, locale, `report.activity.${key}`, facts);
  const text = (key: string) => ({ header: say(key), kind: 'text' as const });
  const unit = activityFigureFacts[figure].unit === 'hours' ? 'hours' : 'number';
  return {
    sheet: nameOf(figure, locale),
    title: `${nameOf(figure, locale)} · ${title}`,
    notes: total > most ? [...notes, say('export.cut', { count: most })] : notes,
    columns: [
      { header: say('export.on'), kind: 'day' },
      text('export.what'),
      text('export.detail'),
      text('export.group'),
      { header: say(unit === 'hours' ? 'export.hours' : 'export.amount'), kind: unit },
    ],
    rows: rows.map((row) => [
      row.on,
      row.label,
      readDetail(figure, row.detail, locale),
      readGroup(figure, { key: row.key, label: row.key }, locale),
      row.amount,
    ]),
    ...(unit === 'hours' ? { sumsAs: say('export.sum') } : {}),
  };
}

function nameOf(figure: ActivityFigure, locale: Locale): string {
  return sentence(activityWords, locale, `report.activity.name.${figure}`);
}
