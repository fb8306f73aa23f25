import { type Columns, licencesKnown, openHours, present, unknown, unknownDay } from './columns.ts';
import { freshnessOf, waitingOf } from './judge.ts';
import { anyDistance, type Grid, gridOf, isOnGrid, middleOfGrid, onGrid, pointOf, radiusInSteps } from './place.ts';
import { categoryBit, type Entry, licenceBit, PostingList, skillBit, wishesOf } from './posting-list.ts';

/** The posting lists of a bank, one per occupation. Only people who may be put forward at all have entries. */
export class Postings {
  readonly lists: (PostingList | undefined)[] = [];
  readonly grid: Grid;
  readonly #columns: Columns;
  #today: number;

  constructor(columns: Columns, today: number) {
    this.#columns = columns;
    this.#today = today;
    this.grid = gridOf(columns);
    this.#fill();
  }

  get bytes(): number {
    return this.lists.reduce((sum, list) => sum + (list?.bytes ?? 0), 0);
  }

  isPosted(row: number): boolean {
    return ((this.#columns.arrays.facts[row] ?? 0) & present) === present;
  }

  /** Adds the entries of a row that came after all others. */
  add(row: number): void {
    if (!this.isPosted(row)) return;
    const entry = this.#entryOf(row);
    this.#eachOccupation(row, (code, months) => {
      let list = this.lists[code];
      if (list === undefined) {
        list = new PostingList(8);
        this.lists[code] = list;
      }
      entry.months = months;
      list.append(entry);
    });
  }

  /** Rewrites the entries of a row whose facts changed; one who may no longer be put forward leads to nobody. */
  rewrite(row: number): void {
    const entry = this.#entryOf(row);
    this.#eachOccupation(row, (code, months) => {
      const list = this.lists[code];
      entry.months = months;
      if (list !== undefined) list.write(list.find(row), entry);
    });
  }

  /** What counts days is counted again each day. */
  moveTo(today: number): void {
    if (today === this.#today) return;
    this.#today = today;
    const { lastContact, waitingSince } = this.#columns.arrays;
    for (const list of this.lists) {
      list?.recount((row) => ({
        freshness: freshnessOf(lastContact[row] ?? unknownDay, today),
        waiting: waitingOf(waitingSince[row] ?? unknownDay, today),
      }));
    }
  }

  /** Rows are in the order of places: so is each list. */
  #fill(): void {
    const sizes: number[] = [];
    for (let row = 0; row < this.#columns.count; row++) {
      if (!this.isPosted(row)) continue;
      this.#eachOccupation(row, (code) => {
        sizes[code] = (sizes[code] ?? 0) + 1;
      });
    }
    sizes.forEach((size, code) => {
      this.lists[code] = new PostingList(size + Math.ceil(size / 50));
    });
    for (let row = 0; row < this.#columns.count; row++) this.add(row);
  }

  /** Each occupation once, with its longest months. */
  #eachOccupation(row: number, use: (code: number, months: number) => void): void {
    const { occupations } = this.#columns;
    const [start, end] = [occupations.start(row), occupations.end(row)];
    for (let at = start; at < end; at += 2) {
      const code = occupations.at(at);
      let months = 0;
      let isFirst = true;
      for (let other = start; other < end; other += 2) {
        if (occupations.at(other) !== code) continue;
        if (other < at) isFirst = false;
        months = Math.max(months, occupations.at(other + 1));
      }
      if (isFirst) use(code, months);
    }
  }

  /** All but the months, which are those of an occupation. */
  #entryOf(row: number): Entry {
    const { arrays, categories, skills } = this.#columns;
    let categoryBits = 0;
    if (this.isPosted(row)) {
      for (let at = categories.start(row); at < categories.end(row); at += 3)
        categoryBits |= categoryBit(categories.at(at));
    }
    let [skillBits, moreSkillBits] = [0, 0];
    for (let at = skills.start(row); at < skills.end(row); at++) {
      const { bit, moreBit } = skillBit(skills.at(at));
      skillBits |= bit;
      moreSkillBits |= moreBit;
    }
    return {
      row,
      months: 0,
      ...this.#placeOf(row),
      freshness: freshnessOf(arrays.lastContact[row] ?? unknownDay, this.#today),
      waiting: waitingOf(arrays.waitingSince[row] ?? unknownDay, this.#today),
      categories: categoryBits,
      skills: skillBits >>> 0,
      moreSkills: moreSkillBits,
      licences: this.#licencesOf(row),
      freeFrom: arrays.availableFrom[row] ?? unknownDay,
      wishes: wishesOf(arrays.french[row] ?? unknown, arrays.hoursMin[row] ?? 0, arrays.hoursMax[row] ?? openHours),
    };
  }

  #licencesOf(row: number): number {
    const { arrays, moreLicences } = this.#columns;
    if (((arrays.facts[row] ?? 0) & licencesKnown) === 0) return 0xffff;
    const first = arrays.licences[row] ?? 0;
    // Licence 16 shares the bit of licence 0, and so on: as `licenceBit`.
    let bits = (first | (first >>> 16)) & 0xffff;
    for (let at = moreLicences.start(row); at < moreLicences.end(row); at++) bits |= licenceBit(moreLicences.at(at));
    return bits;
  }

  #placeOf(row: number): { x: number; y: number; z: number; radius: number } {
    const { lat, lon, radius } = this.#columns.arrays;
    const metres = radius[row] ?? unknown;
    const point = onGrid(this.grid, pointOf(lat[row] ?? Number.NaN, lon[row] ?? Number.NaN));
    if (metres === unknown || !isOnGrid(point)) return { ...middleOfGrid, radius: anyDistance };
    const { x, y, z } = point;
    return { x: Math.floor(x), y: Math.floor(y), z: Math.floor(z), radius: radiusInSteps(this.grid, metres) };
  }
}
