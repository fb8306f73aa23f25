import type { Best } from './best.ts';
import { ByClass } from './by-class.ts';
import { Candidates } from './candidates.ts';
import type { Columns } from './columns.ts';
import { Gates, gatesAtOnce } from './gates.ts';
import { bestOf } from './judge.ts';
import { blockSize, bound, entry, type PostingList } from './posting-list.ts';
import { type Effort, gatherOne, leastOfDays, topOfBlock } from './prune.ts';
import type { Question } from './question.ts';

/** Where candidates wait and the best of a question stand: served again from one batch to the next. */
interface Room {
  best: Best;
  candidates: Candidates;
}

interface Asking extends Room {
  question: Question;
}

const same = 1000;
const factsEach = 6;

/**
 * Many questions at once: each posting list is read once for all that it is related to, thirty at a time. First the lists of the
 * occupations asked, whose people are judged; then the others, of which most cannot reach those any more.
 */
export class Together {
  readonly #columns: Columns;
  readonly #gates = new Gates();
  readonly #facts = new Float64Array(factsEach * gatesAtOnce);
  readonly #byClass = new ByClass();
  readonly #rooms: Room[] = [];

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  best(
    lists: readonly (PostingList | undefined)[],
    questions: readonly Question[],
    limit: number,
    effort: Effort,
  ): { row: number; score: number }[][] {
    const askings = inOrderOfNeighbours(questions).map(
      (question, at): Asking => ({ question, ...this.#roomFor(at, limit, question.today) }),
    );
    for (const isFirst of [true, false]) {
      const byList: Asking[][] = lists.map(() => []);
      for (const asking of askings) {
        const { occupationValues, relatedCodes } = asking.question;
        for (const code of relatedCodes) if ((occupationValues[code] === same) === isFirst) byList[code]?.push(asking);
      }
      for (const [code, list] of lists.entries()) {
        const all = byList[code] ?? [];
        for (let from = 0; list !== undefined && from < all.length; from += gatesAtOnce)
          this.#read(list, code, all.slice(from, from + gatesAtOnce), effort);
      }
      for (const { question, best, candidates } of askings) effort.judged += candidates.settle(question, best);
    }
    const found = new Map(askings.map(({ question, best }) => [question, best]));
    return questions.map((question) => found.get(question)?.sorted() ?? []);
  }

  #roomFor(at: number, limit: number, today: number): Room {
    let room = this.#rooms[at];
    if (room?.best.size !== limit) {
      const candidates = room?.candidates ?? new Candidates(this.#columns, { byClass: this.#byClass, room: 64 });
      room = { best: bestOf(this.#columns, limit, today), candidates };
      this.#rooms[at] = room;
    }
    room.best.begin(today);
    return room;
  }

  #read(list: PostingList, code: number, askings: readonly Asking[], effort: Effort): void {
    const { bounds } = list;
    this.#gates.set(askings.map(({ question }) => question));
    this.#layFacts(code, askings);
    for (let from = 0, block = 0; from < list.count; from += blockSize, block++) {
      let wanted = 0;
      for (let bit = 0; bit < askings.length; bit++) {
        const asking = askings[bit];
        if (asking && isWorthOpening(asking, code, bounds, bound.width * block)) wanted |= 1 << bit;
      }
      effort.blocks += 1;
      if (wanted === 0) continue;
      effort.blocksOpened += 1;
      const end = Math.min(list.count, from + blockSize);
      effort.entries += end - from;
      this.#gather(list, from, end, code, askings, wanted);
    }
  }

  #gather(
    list: PostingList,
    from: number,
    end: number,
    code: number,
    askings: readonly Asking[],
    wanted: number,
  ): void {
    const gates = this.#gates;
    const facts = this.#facts;
    const { words, pairs } = list;
    const { places, questions } = gates;
    const count = gates.open(pairs, from, end, wanted);
    for (let one = 0; one < count; one++) {
      const place = places[one] ?? 0;
      let open = questions[one] ?? 0;
      const at = entry.width * place;
      const [x, y, z] = [words[at + entry.x] ?? 0, words[at + entry.y] ?? 0, words[at + entry.z] ?? 0];
      const reach = (words[at + entry.radius] ?? 0) + 1;
      const freshness = words[at + entry.freshness] ?? 0;
      const waiting = words[at + entry.waiting] ?? 0;
      for (; open !== 0; open &= open - 1) {
        const bit = 31 - Math.clz32(open & -open);
        const fact = factsEach * bit;
        const dx = x - (facts[fact] ?? 0);
        const dy = y - (facts[fact + 1] ?? 0);
        const dz = z - (facts[fact + 2] ?? 0);
        if (dx * dx + dy * dy + dz * dz > reach * reach) continue;
        if (freshness * (facts[fact + 4] ?? 0) + waiting * (facts[fact + 5] ?? 0) < (facts[fact + 3] ?? 0)) continue;
        const asking = askings[bit];
        if (asking) gatherOne(list, place, code, asking.question, asking.best.threshold, asking.candidates);
      }
    }
  }

  /** Side by side, what most pairs of a person and a question are settled by: the place, and the least that is still missing. */
  #layFacts(code: number, askings: readonly Asking[]): void {
    const facts = this.#facts;
    for (const [bit, { question, best }] of askings.entries()) {
      const { point, weights } = question;
      const fact = factsEach * bit;
      facts[fact] = point.x;
      facts[fact + 1] = point.y;
      facts[fact + 2] = point.z;
      facts[fact + 3] = leastOfDays(question, code, best.threshold);
      facts[fact + 4] = weights.freshness;
      facts[fact + 5] = weights.waiting;
    }
  }
}

/**
 * Questions of one occupation one after the other, from place to place: those judged one after the other look at the same
 * people while they are still at hand. Unknown places come first.
 */
function inOrderOfNeighbours(questions: readonly Question[]): Question[] {
  const keys = new Map(
    questions.map((question) => [question, [question.occupationValues.indexOf(same), question.point.x || 0] as const]),
  );
  const keyOf = (question: Question) => keys.get(question) ?? [0, 0];
  return questions.toSorted((a, b) => keyOf(a)[0] - keyOf(b)[0] || keyOf(a)[1] - keyOf(b)[1]);
}

function isWorthOpening({ question, best }: Asking, code: number, bounds: Uint16Array, from: number): boolean {
  const top = topOfBlock(bounds, from, question, question.occupationValues[code] ?? 0);
  return top >= 0 && top >= best.threshold;
}
