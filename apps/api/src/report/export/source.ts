import type { Tx } from '@jonction/db/client';
import type { TableCell } from '@jonction/documents/write-table';
import { listExportWords } from '@jonction/domain/report/export-words';
import type { Locale } from '@jonction/domain/shared/locale';
import { type Fact, sentence, type Words } from '@jonction/domain/shared/words';
import type { SQL } from 'drizzle-orm';
import type { Context } from '../../context.ts';

/** A list that goes out whole: whose ids, in which order, and what the cells of some of them are, by the keys of their columns. */
export interface ListSource {
  ids: SQL;
  cellsOf(tx: Tx, ids: readonly string[]): Promise<Record<string, TableCell>[]>;
}

export interface SourceAsked {
  /** What the page of the list asks, to be read again. */
  question: unknown;
  /** The keys of the columns. */
  keys: ReadonlySet<string>;
  /** Of what is written in the cells. */
  locale: Locale;
}

export type SourceOf = (ctx: Context & { tx: Tx }, asked: SourceAsked) => Promise<ListSource>;

/** Codes and words in the language of a file; null stays null. */
export function writer(locale: Locale) {
  const say = (words: Words, key: string, facts: Record<string, Fact> = {}) => sentence(words, locale, key, facts);
  return {
    say,
    word: (words: Words, prefix: string, code: string | null) => (code === null ? null : say(words, prefix + code)),
    words: (words: Words, prefix: string, codes: readonly string[] | null) =>
      codes === null ? null : codes.map((code) => say(words, prefix + code)).join(' ; '),
    yesNo: (yes: boolean) => say(listExportWords, yes ? 'report.export.yes' : 'report.export.no'),
  };
}
