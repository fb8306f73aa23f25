import { experienceValue } from '@jonction/domain/matching/score';
import { Best } from './best.ts';
import type { Columns } from './columns.ts';
import { judge, nothingFound, scoreRow, winsTie } from './judge.ts';
import { anyDistance } from './place.ts';
import { blockSize, bound, isUnwished, type PostingList } from './posting-list.ts';
import type { Question } from './question.ts';

/** What a question cost, in deeds and not in time: the same on every machine. */
export interface Effort {
  blocks: number;
  blocksOpened: number;
  entries: number;
  judged: number;
}

/** Blocks are opened by classes of their bounds, best first: 2^12 points of score a class. */
const classShift = 12;
const classes = (1_000_000 >> classShift) + 1;

/**
 * The k best for a question, without looking at those who cannot be among them. Each block of each related occupation gets
 * a score that nobody in it can pass; blocks are opened best first until none can reach the k-th found. What is
 * skipped is below it for certain: bounds round upwards, and an equal bound is opened, since a tie may be won.
 */
export class Pruner {
  readonly #columns: Columns;
  #blocks = new Int32Array(1024);
  #lists = new Int16Array(1024);
  #bounds = new Int32Array(1024);
  #order = new Int32Array(1024);
  readonly #classStarts = new Int32Array(classes + 1);
  readonly #found = nothingFound();

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** `lists` by number of code; only those of a positive value are read. */
  best(
    lists: readonly (PostingList | undefined)[],
    question: Question,
    limit: number,
    effort: Effort,
  ): { row: number; score: number }[] {
    const best = new Best(limit, (a, b) => winsTie(this.#columns, a, b, question.today));
    const count = this.#boundBlocks(lists, question);
    this.#sortBlocks(count);
    effort.blocks += count;
    for (let place = 0; place < count; place++) {
      const at = this.#order[place] ?? 0;
      const top = this.#bounds[at] ?? 0;
      // Within a class blocks are in no order, so the whole class must be below.
      if (((top >> classShift) + 1) << classShift <= best.threshold) break;
      const code = this.#lists[at] ?? 0;
      const list = lists[code];
      if (top < best.threshold || list === undefined) continue;
      effort.blocksOpened += 1;
      this.#openBlock(list, code, this.#blocks[at] ?? 0, question, best, effort);
    }
    return best.sorted();
  }

  /** Bounds every block that may hold somebody; returns how many. */
  #boundBlocks(lists: readonly (PostingList | undefined)[], question: Question): number {
    const { weights, acceptedBits } = question;
    let count = 0;
    for (let code = 0; code < lists.length; code++) {
      const list = lists[code];
      const value = question.occupationValues[code] ?? 0;
      if (list === undefined || value === 0) continue;
      const { bounds } = list;
      const blocks = Math.ceil(list.count / blockSize);
      if (count + blocks > this.#blocks.length) this.#grow(count + blocks);
      for (let block = 0; block < blocks; block++) {
        const from = block * bound.width;
        if (((bounds[from + bound.categories] ?? 0) & acceptedBits) === 0) continue;
        const nearness = nearnessOfBlock(bounds, from, question);
        if (nearness < 0) continue;
        this.#bounds[count] =
          weights.occupation * value +
          weights.experience * experienceValue(bounds[from + bound.months] ?? 0, question.monthsAsked) +
          weights.skills * 1000 +
          weights.distance * nearness +
          weights.freshness * (bounds[from + bound.freshness] ?? 0) +
          weights.waiting * (bounds[from + bound.waiting] ?? 0);
        this.#blocks[count] = block;
        this.#lists[count] = code;
        count += 1;
      }
    }
    return count;
  }

  /** Counting sort by class of bound, best first. */
  #sortBlocks(count: number): void {
    const starts = this.#classStarts.fill(0);
    for (let at = 0; at < count; at++) {
      const place = classes - ((this.#bounds[at] ?? 0) >> classShift);
      starts[place] = (starts[place] ?? 0) + 1;
    }
    for (let place = 1; place <= classes; place++) starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);
    for (let at = count - 1; at >= 0; at--) {
      const place = classes - ((this.#bounds[at] ?? 0) >> classShift);
      const position = (starts[place] ?? 0) - 1;
      starts[place] = position;
      this.#order[position] = at;
    }
  }

  #openBlock(list: PostingList, code: number, block: number, question: Question, best: Best, effort: Effort): void {
    const { weights, point, acceptedBits, monthsAsked, licenceBits, freeBy, french, hoursMin, hoursMax } = question;
    const { rows, months, x, y, z, radius, freshness, waiting, categories, skills, licences, freeFrom, wishes } = list;
    const { x: toX, y: toY, z: toZ } = point;
    const { experience: perMonths, distance: perNearness, freshness: perFreshness, waiting: perWaiting } = weights;
    const base = weights.occupation * (question.occupationValues[code] ?? 0);
    const topSkills = weights.skills * 1000;
    const end = Math.min(list.count, (block + 1) * blockSize);
    let threshold = best.threshold;
    for (let at = block * blockSize; at < end; at++) {
      if (((categories[at] ?? 0) & acceptedBits) === 0 || (freeFrom[at] ?? 0) > freeBy) continue;
      if (((licences[at] ?? 0) & licenceBits) !== licenceBits) continue;
      if (isUnwished(wishes[at] ?? 0, french, hoursMin, hoursMax)) continue;
      const dx = (x[at] ?? 0) - toX;
      const dy = (y[at] ?? 0) - toY;
      const dz = (z[at] ?? 0) - toZ;
      const square = dx * dx + dy * dy + dz * dz;
      const reach = radius[at] ?? 0;
      // A place is known to half a step on each axis: less than one step away from the middle of its cell.
      if (square > (reach + 1) * (reach + 1)) continue;
      const withoutPlace =
        base +
        perMonths * experienceValue(months[at] ?? 0, monthsAsked) +
        perFreshness * (freshness[at] ?? 0) +
        perWaiting * (waiting[at] ?? 0);
      if (withoutPlace + perNearness * 1000 + topSkills < threshold) continue;
      const top = withoutPlace + perNearness * nearnessAt(Math.sqrt(square) - 1, reach);
      if (top + topSkills < threshold) continue;
      if (top + weights.skills * highestSkills(skills[at] ?? 0, question) < threshold) continue;
      effort.judged += 1;
      this.#judge(rows[at] ?? 0, code, question, best);
      threshold = best.threshold;
    }
    effort.entries += end - block * blockSize;
  }

  /** The exact rule. A person is judged in the list of her nearest occupation only. */
  #judge(row: number, code: number, question: Question, best: Best): void {
    const found = this.#found;
    if (judge(this.#columns, row, question, found) !== null || found.code !== code) return;
    best.offer(row, scoreRow(this.#columns, row, question, found));
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
    this.#order = new Int32Array(2 * size);
  }
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
function highestSkills(bits: number, question: Question): number {
  if (question.skillsAsked === 0 || question.skillWeightAsked === 0) return 1000;
  let weight = 0;
  for (const { bit, weight: each } of question.skills) if ((bits & bit) !== 0) weight += each;
  return Math.ceil((1000 * weight) / question.skillWeightAsked);
}
