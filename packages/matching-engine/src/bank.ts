import type { ExclusionReason } from '@jonction/domain/matching/exclusion';
import type { Proximity } from '@jonction/domain/matching/offer';
import type { Profile } from '@jonction/domain/matching/profile';
import { type Day, dayNumber } from '@jonction/domain/shared/day';
import { Columns, isPresent } from './columns.ts';
import { isGone } from './judge.ts';
import { inOrderOfPlaces } from './place.ts';
import { Postings } from './postings.ts';
import { type Effort, Pruner } from './prune.ts';
import { type Asked, ask, type Question, type Values, valuesOf } from './question.ts';
import { rowsLeftOut, type Scan, type Survey, scan, scanRows, survey } from './scan.ts';
import { columnsOf, partsOf, type SnapshotPart, type SnapshotWords, wordsOf } from './snapshot.ts';
import { Together } from './together.ts';

/** Measured: below, one question after the other is faster. */
const togetherFromRows = 50_000;

/** A person in her place: an id to read again from the base, and the score she was given. */
export interface Placed {
  id: string;
  score: number;
}

/**
 * The people of one structure, in memory, to be ranked. A copy: what it answers is read again from the base under the
 * reader's own rights before anybody sees it. Changes come one by one; `Bank.of` starts afresh each night.
 */
export class Bank {
  readonly #columns: Columns;
  readonly #postings: Postings;
  readonly #pruner: Pruner;
  readonly #together: Together;
  /** Values of the occupations for an occupation asked; forgotten when a new one appears in the bank. */
  readonly #values = new Map<string, Values & { proximity: Proximity }>();
  readonly effort: Effort = { blocks: 0, blocksOpened: 0, entries: 0, judged: 0 };

  private constructor(columns: Columns, today: Day) {
    this.#columns = columns;
    this.#postings = new Postings(columns, dayNumber(today));
    this.#pruner = new Pruner(columns);
    this.#together = new Together(columns);
  }

  /** Reads every profile once. */
  static async of(profiles: Iterable<Profile> | AsyncIterable<Profile>, today: Day): Promise<Bank> {
    const columns = new Columns();
    for await (const profile of profiles) columns.append(profile);
    columns.settle(inOrderOfPlaces(columns));
    return new Bank(columns, today);
  }

  /** The bank that gave a snapshot, as it was: what changed since is to be put and removed afterwards. */
  static async restored(
    written: SnapshotWords,
    parts: Iterable<SnapshotPart> | AsyncIterable<SnapshotPart>,
    today: Day,
  ): Promise<Bank> {
    return new Bank(await columnsOf(written, parts), today);
  }

  /**
   * The people who are in the bank at the beginning, to be restored elsewhere. Who changes while it is read may be there as before, as
   * after or not at all, never twice. `words` to be read last: no part holds a number that they do not know.
   */
  snapshot(): { parts: Generator<SnapshotPart>; words: () => SnapshotWords } {
    return { parts: partsOf(this.#columns), words: () => wordsOf(this.#columns) };
  }

  /** Rows, those of people who left or moved since the last start included. */
  get rows(): number {
    return this.#columns.count;
  }

  get bytes(): number {
    return this.#columns.bytes + this.#postings.bytes;
  }

  /** The best for an offer, exactly. Unrelated people asked for, everybody is looked at. */
  best(asked: Asked, limit: number): Placed[] {
    const question = this.#ask(asked);
    return this.#placed(
      looksAtEverybody(question)
        ? scan(this.#columns, question, limit).best
        : this.#pruner.best(this.#postings.lists, question, limit, this.effort),
    );
  }

  /**
   * `best` of each. In a large bank every posting list is read once for all the offers related to it; in a small one, of fewer rows
   * than `fromRows`, laying thirty questions side by side would cost more than reading again.
   */
  bestOfMany(askedList: readonly Asked[], limit: number, fromRows = togetherFromRows): Placed[][] {
    if (this.rows < fromRows) return askedList.map((asked) => this.best(asked, limit));
    const questions = askedList.map((asked) => this.#ask(asked));
    const near = questions.filter((question) => !looksAtEverybody(question));
    const found = this.#together.best(this.#postings.lists, near, limit, this.effort);
    const rowsOf = new Map(near.map((question, at) => [question, found[at] ?? []]));
    return questions.map((question) => this.#placed(rowsOf.get(question) ?? scan(this.#columns, question, limit).best));
  }

  /** The same by looking at everybody, with how many are ranked and why the others are not. */
  count(asked: Asked, limit: number): Omit<Scan, 'best'> & { best: Placed[] } {
    const { best, total, excluded } = scan(this.#columns, this.#ask(asked), limit);
    return { best: this.#placed(best), total, excluded };
  }

  /**
   * How many are ranked, why the others are not, how many more each lifted question would rank, and how many of the ranked lack
   * each skill asked: one look at everybody. A lifted question is the same but for the requirement behind its reason.
   */
  survey(asked: Asked, lifted: readonly { reason: ExclusionReason; asked: Asked }[] = []): Survey {
    const skills = [...new Set(asked.offer.skills)].map((skill) => this.#columns.skillNames.find(skill));
    return survey(
      this.#columns,
      this.#ask(asked),
      lifted.map(({ reason, asked: less }) => ({ reason, question: this.#ask(less) })),
      skills,
    );
  }

  /** The best among the people named, exactly; those who are not in the bank are left out. */
  bestAmong(asked: Asked, ids: readonly string[], limit: number): Placed[] {
    const rows = ids.map((id) => this.#columns.ids.find(id)).filter((row) => row !== -1);
    return this.#placed(scanRows(this.#columns, this.#ask(asked), rows, limit));
  }

  /** Ids of people left out for one reason, the first that applies to each. */
  leftOut(asked: Asked, reason: ExclusionReason, limit: number): string[] {
    const rows = rowsLeftOut(this.#columns, this.#ask(asked), reason, limit);
    return rows.map((row) => this.#columns.ids.idOf(row));
  }

  /** Adds a person, or takes in what changed about her. */
  put(profile: Profile): void {
    const row = this.#columns.ids.find(profile.id);
    if (row !== -1 && !isGone(this.#columns, row) && this.#columns.isSamePlace(row, profile)) {
      const isPosted = this.#postings.isPosted(row);
      // Somebody who may be put forward from now on has no entries yet: she gets a row of her own.
      if (isPosted || !isPresent(profile)) {
        this.#columns.patch(row, profile);
        if (isPosted) this.#postings.rewrite(row);
        return;
      }
    }
    if (row !== -1) this.#leave(row);
    const codes = this.#columns.codes.size;
    const added = this.#columns.append(profile);
    if (this.#columns.codes.size !== codes) this.#values.clear();
    this.#postings.add(added);
  }

  remove(id: string): void {
    const row = this.#columns.ids.find(id);
    if (row !== -1) this.#leave(row);
  }

  #placed(rows: readonly { row: number; score: number }[]): Placed[] {
    return rows.map(({ row, score }) => ({ id: this.#columns.ids.idOf(row), score }));
  }

  #leave(row: number): void {
    if (isGone(this.#columns, row)) return;
    const wasPosted = this.#postings.isPosted(row);
    this.#columns.leave(row);
    if (wasPosted) this.#postings.rewrite(row);
  }

  #ask(asked: Asked): Question {
    const today = dayNumber(asked.today);
    this.#postings.moveTo(today);
    const { rome } = asked.offer;
    let known = this.#values.get(rome);
    if (known?.proximity !== asked.proximity) {
      known = {
        proximity: asked.proximity,
        ...valuesOf(this.#columns.codes, asked.offer, asked.proximity),
      };
      this.#values.set(rome, known);
    }
    return ask(this.#columns, this.#postings, asked, known);
  }
}

/** Unrelated people, or people beyond their radius, stand in no posting list that would be read. */
function looksAtEverybody({ widen, beyondMetres }: Question): boolean {
  return widen || beyondMetres > 0;
}
