import { type Columns, licencesKnown, present, unknown } from './columns.ts';
import { categoryBit, demandsOf, firstDayFor, licenceBit } from './gate.ts';
import { freshnessOf, waitingOf } from './judge.ts';
import { anyDistance, type Grid, gridOf, isOnGrid, middleOfGrid, onGrid, pointOf, radiusInSteps } from './place.ts';
import { type Entry, PostingList, skillBit } from './posting-list.ts';

/** The posting lists of a bank, one per occupation. Only people who may be put forward at all have entries. */
export class Postings {
  readonly lists: (PostingList | undefined)[] = [];
  readonly grid: Grid;
  /** The day from which entries count those of their people. */
  readonly firstDay: number;
  readonly #columns: Columns;
  #today: number;

  constructor(columns: Columns, today: number) {
    this.#columns = columns;
    this.#today = today;
    this.firstDay = firstDayFor(today);
    this.grid = gridOf(columns);
    this.#fill();
  }

  get bytes(): number {
    return this.lists.reduce((sum, list) => sum + (list?.bytes ?? 0), 0);
  }

  isPosted(row: number): boolean {
    return (this.#columns.rows.facts(row) & present) === present;
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
    const { rows } = this.#columns;
    for (const list of this.lists) {
      list?.recount((row) => ({
        freshness: freshnessOf(rows.lastContact(row), today),
        waiting: waitingOf(rows.waitingSince(row), today),
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
    const { rows, categories, skills } = this.#columns;
    let categoryBits = 0;
    if (this.isPosted(row)) {
      const end = categories.end(row);
      for (let at = categories.start(row); at < end; at += 3) categoryBits |= categoryBit(categories.at(at));
    }
    // Licence 16 shares the bit of licence 0, and so on: as `licenceBit`.
    let licences = rows.licences(row) | (rows.licences(row) >>> 16);
    let [skillBits, moreSkillBits] = [0, 0];
    const end = skills.end(row);
    for (let at = skills.start(row); at < end; at++) {
      const licence = this.#columns.rareLicenceAt(at);
      if (licence !== -1) {
        licences |= licenceBit(licence);
        continue;
      }
      const { bit, moreBit } = skillBit(skills.at(at));
      skillBits |= bit;
      moreSkillBits |= moreBit;
    }
    return {
      row,
      months: 0,
      ...this.#placeOf(row),
      freshness: freshnessOf(rows.lastContact(row), this.#today),
      waiting: waitingOf(rows.waitingSince(row), this.#today),
      categories: categoryBits,
      skills: skillBits,
      moreSkills: moreSkillBits,
      licences: (rows.facts(row) & licencesKnown) === 0 ? 0xffff : licences & 0xffff,
      demands: demandsOf(
        {
          freeFrom: rows.availableFrom(row),
          french: rows.french(row),
          hoursMin: rows.hoursMin(row),
          hoursMax: rows.hoursMax(row),
        },
        this.firstDay,
      ),
    };
  }

  #placeOf(row: number): { x: number; y: number; z: number; radius: number } {
    const { rows } = this.#columns;
    const metres = rows.radius(row);
    const point = onGrid(this.grid, pointOf(rows.lat(row), rows.lon(row)));
    if (metres === unknown || !isOnGrid(point)) return { ...middleOfGrid, radius: anyDistance };
    const { x, y, z } = point;
    return { x: Math.floor(x), y: Math.floor(y), z: Math.floor(z), radius: radiusInSteps(this.grid, metres) };
  }
}
