import { experienceValue } from '@jonction/domain/matching/score';
import type { Best } from './best.ts';
import { ByClass, endOfClass } from './by-class.ts';
import { Candidates } from './candidates.ts';
import type { Columns } from './columns.ts';
import { gateOf } from './gate.ts';
import { bestOf } from './judge.ts';
import { anyDistance } from './place.ts';
import { blockSize, bound, entry, type PostingList, pair } from './posting-list.ts';
import type { Question } from './question.ts';

/** What a question cost, in deeds and not in time: the same on every machine. */
export interface Effort {
  blocks: number;
  blocksOpened: number;
  entries: number;
  judged: number;
}

/** Blocks opened before their people are judged for the first time; then twice as many each time. */
const firstBlocks = 6;

/**
 * The k best for a question, without looking at those who cannot be among them. Each block of each related occupation gets
 * a score that nobody in it can pass; blocks are opened best first until none can reach the k-th found, and so are their
 * people judged. What is skipped is below it for certain: bounds round upwards, and an equal bound is opened, since a
 * tie may be won.
 */
export class Pruner {
  readonly #columns: Columns;
  readonly #candidates: Candidates;
  readonly #byClass = new ByClass();
  #best: Best;
  #blocks = new Int32Array(1024);
  #lists = new Int16Array(1024);
  #bounds = new Int32Array(1024);

  constructor(columns: Columns) {
    this.#columns = columns;
    this.#best = bestOf(columns, 0, 0);
    this.#candidates = new Candidates(columns, { byClass: new ByClass(), room: 1024 });
  }

  /** `lists` by number of code; only those of related occupations are read. */
  best(
    lists: readonly (PostingList | undefined)[],
    question: Question,
    limit: number,
    effort: Effort,
  ): { row: number; score: number }[] {
    const best = this.#bestFor(limit, question.today);
    const count = this.#boundBlocks(lists, question);
    const order = this.#byClass.sort(this.#bounds, count);
    effort.blocks += count;
    let opened = 0;
    let judgeAt = firstBlocks;
    for (let place = 0; place < count; place++) {
      const at = order[place] ?? 0;
      const top = this.#bounds[at] ?? 0;
      // Within a class blocks are in no order, so the whole class must be below.
      if (endOfClass(top) <= best.threshold) break;
      const code = this.#lists[at] ?? 0;
      const list = lists[code];
      if (top < best.threshold || list === undefined) continue;
      effort.entries += gather(list, this.#blocks[at] ?? 0, code, question, best.threshold, this.#candidates);
      opened += 1;
      if (opened < judgeAt) continue;
      effort.judged += this.#candidates.settle(question, best);
      judgeAt = 2 * opened;
    }
    effort.judged += this.#candidates.settle(question, best);
    effort.blocksOpened += opened;
    return best.sorted();
  }

  /** The same from one question to the next. */
  #bestFor(limit: number, today: number): Best {
    if (this.#best.size !== limit) this.#best = bestOf(this.#columns, limit, today);
    this.#best.begin(today);
    return this.#best;
  }

  /** Bounds every block that may hold somebody; returns how many. */
  #boundBlocks(lists: readonly (PostingList | undefined)[], question: Question): number {
    let count = 0;
    for (const code of question.relatedCodes) {
      const list = lists[code];
      if (list === undefined) continue;
      const value = question.occupationValues[code] ?? 0;
      const { bounds } = list;
      const blocks = Math.ceil(list.count / blockSize);
      if (count + blocks > this.#blocks.length) this.#grow(count + blocks);
      for (let block = 0; block < blocks; block++) {
        const from = block * bound.width;
        const top = topOfBlock(bounds, from, question, value);
        if (top < 0) continue;
        this.#bounds[count] = top;
        this.#blocks[count] = block;
        this.#lists[count] = code;
        count += 1;
      }
    }
    return count;
  }

  #grow(size: number): void {
    const grown = (from: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const to = new Int32Array(2 * size);
      to.set(from);
      return to;
    };
    const lists = new Int16Array(2 * size);
    lists.set(this.#lists);
    this.#blocks = grown(this.#blocks);
    this.#bounds = grown(this.#bounds);
    this.#lists = lists;
  }
}

/** A score that nobody in a block passes, or -1 when somebody in it is ruled out as all the others. */
export function topOfBlock(bounds: Uint16Array, from: number, question: Question, value: number): number {
  const { weights } = question;
  if (((bounds[from + bound.categories] ?? 0) & question.acceptedBits) === 0) return -1;
  const nearness = nearnessOfBlock(bounds, from, question);
  if (nearness < 0) return -1;
  return (
    weights.occupation * value +
    weights.experience * experienceValue(bounds[from + bound.months] ?? 0, question.monthsAsked) +
    weights.skills * 1000 +
    weights.distance * nearness +
    weights.freshness * (bounds[from + bound.freshness] ?? 0) +
    weights.waiting * (bounds[from + bound.waiting] ?? 0)
  );
}

/** Adds the entries of a block that no fact rules out and that may reach the threshold, with what each cannot pass; returns how many it has. */
function gather(
  list: PostingList,
  block: number,
  code: number,
  question: Question,
  threshold: number,
  candidates: Candidates,
): number {
  const from = blockSize * block;
  const end = Math.min(list.count, from + blockSize);
  const { pairs, words } = list;
  const { acceptedBits, licenceBits, limits, weights } = question;
  // Those let through are noted without a branch, and looked at afterwards: one in five, which no processor guesses.
  let open = 0;
  for (let at = from; at < end; at++) {
    const place = pair.width * at;
    passing[open] = at;
    open +=
      (gateOf(pairs[place + pair.held] ?? 0, pairs[place + pair.demands] ?? 0, acceptedBits, licenceBits, limits) >>>
        31) ^
      1;
  }
  // Of those, most live too far; the others must be worth more than the rest of what they can be worth.
  const { x, y, z } = question.point;
  const { freshness, waiting } = weights;
  const missing = leastOfDays(question, code, threshold);
  let near = 0;
  for (let place = 0; place < open; place++) {
    const one = passing[place] ?? 0;
    const at = entry.width * one;
    const dx = (words[at + entry.x] ?? 0) - x;
    const dy = (words[at + entry.y] ?? 0) - y;
    const dz = (words[at + entry.z] ?? 0) - z;
    const reach = (words[at + entry.radius] ?? 0) + 1;
    if (dx * dx + dy * dy + dz * dz > reach * reach) continue;
    if (freshness * (words[at + entry.freshness] ?? 0) + waiting * (words[at + entry.waiting] ?? 0) < missing) continue;
    passing[near] = one;
    near += 1;
  }
  for (let place = 0; place < near; place++)
    gatherOne(list, passing[place] ?? 0, code, question, threshold, candidates);
  return end - from;
}

const passing = new Int32Array(blockSize);

/** What the days of an entry must be worth, all the rest being at its most, for it to reach the threshold. */
export function leastOfDays({ weights, occupationValues }: Question, code: number, threshold: number): number {
  return (
    threshold -
    weights.occupation * (occupationValues[code] ?? 0) -
    1000 * (weights.experience + weights.skills + weights.distance)
  );
}

/** Adds one entry that its gate let through, if it is near enough and may reach the threshold. */
export function gatherOne(
  list: PostingList,
  place: number,
  code: number,
  question: Question,
  threshold: number,
  candidates: Candidates,
): void {
  const { words } = list;
  const at = entry.width * place;
  const { weights, point } = question;
  const dx = (words[at + entry.x] ?? 0) - point.x;
  const dy = (words[at + entry.y] ?? 0) - point.y;
  const dz = (words[at + entry.z] ?? 0) - point.z;
  const square = dx * dx + dy * dy + dz * dz;
  const reach = words[at + entry.radius] ?? 0;
  // A place is known to half a step on each axis: less than one step away from the middle of its cell.
  if (square > (reach + 1) * (reach + 1)) return;
  const withoutPlace =
    weights.occupation * (question.occupationValues[code] ?? 0) +
    weights.experience * experienceValue(words[at + entry.months] ?? 0, question.monthsAsked) +
    weights.freshness * (words[at + entry.freshness] ?? 0) +
    weights.waiting * (words[at + entry.waiting] ?? 0);
  const topSkills = weights.skills * 1000;
  if (withoutPlace + weights.distance * 1000 + topSkills < threshold) return;
  const withPlace = withoutPlace + weights.distance * nearnessAt(Math.sqrt(square) - 1, reach);
  if (withPlace + topSkills < threshold) return;
  const top =
    withPlace +
    weights.skills *
      highestSkills(list.pairs[pair.width * place + pair.skills] ?? 0, words[at + entry.moreSkills] ?? 0, question);
  if (top >= threshold) candidates.add(top, list.rowAt(place), code);
}

/** The value of distance that nobody in a block passes, or -1 when the offer is too far for all of them. */
function nearnessOfBlock(bounds: Uint16Array, from: number, question: Question): number {
  const { point } = question;
  const reach = bounds[from + bound.radius] ?? 0;
  if (reach === anyDistance) return 1000;
  const dx = gap(point.x, bounds[from] ?? 0, bounds[from + 3] ?? 0);
  const dy = gap(point.y, bounds[from + 1] ?? 0, bounds[from + 4] ?? 0);
  const dz = gap(point.z, bounds[from + 2] ?? 0, bounds[from + 5] ?? 0);
  // Less one metre: distances are rounded to the metre before they are compared.
  const steps = Math.sqrt(dx * dx + dy * dy + dz * dz) - 1 / question.stepMetres;
  return steps > reach ? -1 : nearnessAt(steps, reach);
}

/** The value of a distance for a radius, both in steps, rounded upwards; without a place nothing is said: 1000. */
function nearnessAt(steps: number, reach: number): number {
  return steps > 0 ? Math.ceil(1000 * (1 - steps / reach)) : 1000;
}

/** How far a value is from the cells of a range, in the same half step back as the question. */
function gap(value: number, low: number, high: number): number {
  return value < low - 0.5 ? low - 0.5 - value : value > high + 0.5 ? value - high - 0.5 : 0;
}

/** The value of skills that a person of these bits cannot pass. */
function highestSkills(bits: number, moreBits: number, question: Question): number {
  if (question.skillsAsked === 0 || question.skillWeightAsked === 0) return 1000;
  let weight = 0;
  for (const { bit, moreBit, weight: each } of question.skills) {
    if (((bits & bit) | (moreBits & moreBit)) !== 0) weight += each;
  }
  return Math.ceil((1000 * weight) / question.skillWeightAsked);
}
