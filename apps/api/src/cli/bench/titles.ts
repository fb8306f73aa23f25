import { fileURLToPath } from 'node:url';
import { buildOccupationIndex } from '@jonction/domain/reference/occupation-index';
import { occupations as ownOccupations } from '@jonction/domain/reference/occupations';
import { type OccupationTable, occupationTable } from '../../reference/occupations.ts';
import type { Command } from '../context.ts';
import { readTitles, type TitlesTried, type TitleToTry, tryTitles } from '../titles-tried.ts';
import { atLeast, atMost, type Figure, figure } from './figure.ts';
import { ceilingOf } from './titles-ceiling.ts';
import { hideTitles, titlesOfVersion4, titlesWithin, withoutVersion4 } from './titles-sets.ts';
import { exitOf, linesOf, machine } from './told.ts';

const goals = { top1: 0.85, top5: 0.95 };
const buildGoalMs = 1000;
const searchGoalMs = 2;
const typedFile = fileURLToPath(new URL('../../../../../tests/support/titles/typed.csv', import.meta.url));
const freshFile = fileURLToPath(new URL('../../../../../tests/support/titles/fresh-typed.csv', import.meta.url));

type TypedSets = Record<'tuned' | 'kept' | 'fresh', TitleToTry[]>;

/**
 * `bench titles`: the search of occupations on titles that the tables do not hold. Those of version 4, asked of an index
 * that has not seen them, with how far their words can lead at most; those written as people type them: one half served to tune the search, the other (`kept`) to
 * judge it meanwhile, and `fresh` was written apart, later, and never tuned on; official titles hidden one in ten; and the
 * same typed titles with the product's own table alone.
 */
export const benchTitles: Command = async ({ database, progress }) => {
  const table = await database.as({ kind: 'system' }, occupationTable);
  const figures: Figure[] = [];
  const typed = await readTyped();
  if (typed === null) progress(`Sans intitulés saisis : ${typedFile} est absent.`);
  if (table.version === 'own') progress('Sans table officielle : chargez-la par « reference rome ».');
  else figures.push(...measureOfficial(table.occupations, typed));
  if (typed !== null) {
    const own = tableFrom(ownOccupations);
    for (const [half, titles] of Object.entries(typed))
      figures.push(...rates(`own_typed_${half}`, tryTitles(own, titlesWithin(ownOccupations, titles)), null));
  }
  return {
    exit: exitOf(figures),
    result: { bench: 'titles', figures, machine: machine() },
    words: linesOf(figures, 8).join('\n'),
  };
};

function measureOfficial(occupations: OccupationTable['occupations'], typed: TypedSets | null): Figure[] {
  const version3 = withoutVersion4(occupations);
  const started = processorMs();
  const table = tableFrom(version3);
  const buildMs = processorMs() - started;
  const { unseen, unseenWords } = titlesOfVersion4(occupations);
  const { left, hidden } = hideTitles(version3);
  const searching = processorMs();
  const figures = rates('v4', tryTitles(table, unseen), goals);
  const searchMs = (processorMs() - searching) / Math.max(1, unseen.length);
  if (unseen.length > 0) {
    const { top1, top5 } = ceilingOf(table.index, unseen);
    figures.push(figure('v4_ceiling_top1', top1 / unseen.length, 'share'));
    figures.push(figure('v4_ceiling_top5', top5 / unseen.length, 'share'));
  }
  figures.push(...rates('v4_other_words', tryTitles(table, unseenWords), null));
  if (typed !== null) {
    figures.push(...rates('typed_fresh', tryTitles(table, typed.fresh), goals));
    figures.push(...rates('typed_kept', tryTitles(table, typed.kept), goals));
    figures.push(...rates('typed_tuned', tryTitles(table, typed.tuned), null));
  }
  figures.push(...rates('v3_hidden', tryTitles(tableFrom(left), hidden), null));
  figures.push(atMost('index_build', buildMs, 'ms of processor', buildGoalMs));
  if (unseen.length > 0) figures.push(atMost('search_mean', searchMs, 'ms of processor', searchGoalMs));
  return figures;
}

/** Of this process alone: what neighbours do on the machine is no part of it. */
function processorMs(): number {
  return process.cpuUsage().user / 1000;
}

/** Shares of the titles, 0..1; none of a set that is empty. */
function rates(id: string, { n, top1, top5 }: TitlesTried, goal: typeof goals | null): Figure[] {
  if (n === 0) return [];
  return [
    figure(`${id}_n`, n, 'titles'),
    atLeast(`${id}_top1`, top1 / n, 'share', goal?.top1 ?? null),
    atLeast(`${id}_top5`, top5 / n, 'share', goal?.top5 ?? null),
  ];
}

function tableFrom(occupations: OccupationTable['occupations']): Pick<OccupationTable, 'index' | 'has' | 'labelOf'> {
  const labels = new Map(occupations.map(({ code, label }) => [code, label]));
  return {
    index: buildOccupationIndex(occupations),
    has: (code) => labels.has(code),
    labelOf: (code) => labels.get(code) ?? code,
  };
}

async function readTyped(): Promise<TypedSets | null> {
  const rows = await readTitles(typedFile, { title: ['title'], rome: ['rome'], part: ['part'] });
  const fresh = await readTitles(freshFile, { title: ['title'], rome: ['rome'] });
  if (rows === null || fresh === null) return null;
  const half = (wanted: string) => rows.filter(({ part }) => part === wanted);
  return { tuned: half('tuned'), kept: half('kept'), fresh };
}
