import type { Segment } from './page-layout.ts';

/** Cells of a row, whatever the number of lines each takes. */
export interface PageTable {
  above: Segment[];
  rows: string[];
  below: Segment[];
}

/** The lines of one cell: each but the last had no room left for the first word of the next. */
interface Cell {
  lines: Segment[];
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const fewestRows = 3;
// A page of small print has 400; what has more is drawn by no word processor, and each is compared with the others.
const mostSegments = 1500;

/**
 * The first table of a page whose cells go over several lines: at least three rows one under the other (or two of three
 * cells), each of cells side by side, at least one of more lines than its neighbours. Rows of single lines need no help.
 */
export function findTable(segments: readonly Segment[]): PageTable | null {
  if (segments.length > mostSegments) return null;
  const leading = leadingOf(segments);
  const rows = rowsOfCells(cellsOf(segments, leading));
  for (let first = 0; first < rows.length; first++) {
    let last = first;
    while (last < rows.length && isRow(rows[last] ?? []) && sharesColumn(rows[first] ?? [], rows[last] ?? [])) last++;
    const found = rows.slice(first, last);
    if (found.length === 0 || !isTable(found, leading)) continue;
    const top = Math.max(...found.flat().map(topLine));
    const bottom = Math.min(...found.flat().map(bottomLine));
    return {
      above: segments.filter(({ y }) => y > top),
      rows: found.map((cells) => cells.map(textOfCell).join('\t')),
      below: segments.filter(({ y }) => y < bottom),
    };
  }
  return null;
}

function isTable(rows: readonly (readonly Cell[])[], leading: number): boolean {
  const enough = rows.length >= fewestRows || (rows.length === 2 && rows.every((cells) => cells.length >= 3));
  const wraps = rows.some((cells) => new Set(cells.map(({ lines }) => lines.length)).size > 1);
  const parted = rows.every((cells, at) => {
    const above = rows[at - 1];
    return !above || Math.min(...above.map(bottomLine)) - Math.max(...cells.map(topLine)) > leading * sameLeading;
  });
  return enough && wraps && parted;
}

/** From one line of a paragraph to the next: the least of the page. Rows of a table stand further apart. */
function leadingOf(segments: readonly Segment[]): number {
  const above: Segment[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const segment of [...segments].sort((a, b) => b.y - a.y)) {
    const before = above.findLastIndex(({ left }) => Math.abs(left - segment.left) < sameColumn);
    const gap = (above[before]?.y ?? Number.POSITIVE_INFINITY) - segment.y;
    if (gap >= segment.size * closestLines) least = Math.min(least, gap);
    if (before >= 0) above.splice(before, 1);
    above.push(segment);
  }
  return least;
}

const closestLines = 0.9;
const sameLeading = 1.06;

/** Two cells at least, none above another, that begin at one height or stand around one: columns of a page do not. */
function isRow(cells: readonly Cell[]): boolean {
  const [first] = cells;
  if (!first || cells.length < 2) return false;
  const level = (height: (cell: Cell) => number): boolean =>
    cells.every((cell) => Math.abs(height(cell) - height(first)) < sameHeight);
  return (
    (level(topLine) || level((cell) => (topLine(cell) + bottomLine(cell)) / 2)) &&
    cells.every((cell, at) => at === 0 || (cells[at - 1]?.right ?? 0) + 2 < cell.left)
  );
}

const sameHeight = 0.8;
const topLine = ({ lines }: Cell): number => lines[0]?.y ?? 0;
const bottomLine = ({ lines }: Cell): number => lines.at(-1)?.y ?? 0;

function sharesColumn(one: readonly Cell[], other: readonly Cell[]): boolean {
  return Math.abs((one[0]?.left ?? 0) - (other[0]?.left ?? 0)) < sameColumn;
}

const sameColumn = 1.5;

function cellsOf(glued: readonly Segment[], leading: number): Cell[] {
  const segments = apart(glued);
  const cells: Cell[] = [];
  for (const segment of [...segments].sort((a, b) => b.y - a.y)) {
    const cell = cells.findLast(({ left }) => Math.abs(left - segment.left) < sameColumn);
    const before = cell?.lines.at(-1);
    const near = before !== undefined && before.y - segment.y <= leading * sameLeading;
    if (cell && near && goesOnBelow(before, segment, roomOf(before, segments))) {
      cell.lines.push(segment);
      cell.right = Math.max(cell.right, segment.right);
      cell.bottom = segment.y - segment.size * depth;
    } else {
      const { left, right, y, size } = segment;
      cells.push({ lines: [segment], left, right, top: y + size * height, bottom: y - size * depth });
    }
  }
  return cells;
}

/** Cells that stand so near that they look like words of one line part where words of three lines begin. */
function apart(segments: readonly Segment[]): Segment[] {
  const starts = segments.flatMap(({ left, inner }) => [left, ...inner.map(({ x }) => x)]).sort((a, b) => a - b);
  const columns = starts.filter(
    (x, at) =>
      x - (starts[at - 1] ?? Number.NEGATIVE_INFINITY) > sameStart &&
      (starts[at + fewestRows - 1] ?? Number.POSITIVE_INFINITY) - x <= sameStart,
  );
  return segments.flatMap((segment) => {
    const cuts = columns.flatMap((x) => cutAt(segment, x));
    return [{ at: 0, x: segment.left }, ...cuts].map(({ at, x }, order) => ({
      ...segment,
      inner: [],
      text: segment.text.slice(at, cuts[order]?.at).trim(),
      left: x,
      right: cuts[order]?.end ?? segment.right,
    }));
  });
}

const sameStart = 0.7;

interface Cut {
  x: number;
  at: number;
  end: number;
}

/** Where the words that begin there begin; some programs write the whole row as one piece: the space that stands there parts it. */
function cutAt({ text, left, right, inner }: Segment, x: number): Cut[] {
  if (x <= left + sameStart || x >= right) return [];
  const begins = inner.find((piece) => Math.abs(piece.x - x) <= sameStart);
  if (begins) return [begins];
  if (inner.length > 0) return [];
  const letter = (right - left) / text.length;
  const about = (x - left) / letter;
  const space = [...text.matchAll(/ /g)]
    .map(({ index }) => index)
    .find((index) => Math.abs(index + 1 - about) <= farthestSpace);
  return space === undefined ? [] : [{ x, at: space + 1, end: left + letter * space }];
}

const farthestSpace = 1.6;

/** Of letters above and under their line, in sizes. */
const height = 0.7;
const depth = 0.2;

/** Where a line must end: where the longest of its column does, that goes no further than what stands beside it. */
function roomOf(line: Segment, segments: readonly Segment[]): number {
  const beside = segments.filter(
    ({ left, y, size }) => left > line.right && Math.abs(y - line.y) < Math.max(size, line.size) * besideWithin,
  );
  const next = Math.min(...beside.map(({ left }) => left));
  const column = segments.filter(({ left, right }) => Math.abs(left - line.left) < sameColumn && right < next);
  return Math.max(...column.map(({ right }) => right));
}

const besideWithin = 1.5;

function goesOnBelow(line: Segment, next: Segment, room: number): boolean {
  if (Math.abs(line.size - next.size) > 0.6) return false;
  const [word = ''] = next.text.trim().split(/\s/);
  const letter = (next.right - next.left) / Math.max(1, next.text.length);
  return line.right + letter * (word.length + 1) > room;
}

/** Cells that stand at the same height, from top to bottom, each row from left to right. */
function rowsOfCells(cells: readonly Cell[]): Cell[][] {
  const rows: { cells: Cell[]; bottom: number }[] = [];
  for (const cell of [...cells].sort((a, b) => b.top - a.top)) {
    const row = rows.at(-1);
    if (row && cell.top > row.bottom) {
      row.cells.push(cell);
      row.bottom = Math.min(row.bottom, cell.bottom);
    } else rows.push({ cells: [cell], bottom: cell.bottom });
  }
  return rows.map((row) => row.cells.sort((a, b) => a.left - b.left));
}

function textOfCell({ lines }: Cell): string {
  return lines.map(({ text }) => text.trim()).join(' ');
}
