/** A piece of text as a PDF places it: `x`, `y` of its start from the bottom left, in points. */
export interface PlacedText {
  str: string;
  x: number;
  y: number;
  width: number;
  fontSize: number;
}

interface Segment {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
}

/**
 * The lines of a page in reading order. Two columns are read one after the other, between the full-width lines
 * around them; a column of dates or of labels beside its texts is read row by row. Rule of the house.
 */
export function linesOfPage(items: readonly PlacedText[]): string[] {
  return read(segmentsOf(items), 0);
}

function read(segments: readonly Segment[], depth: number): string[] {
  const columns = depth < 6 ? findColumns(segments) : null;
  if (!columns) return rowsOf(segments);
  const { above, left, right, below } = columns;
  return [above, left, right, below].flatMap((part) => (part.length === 0 ? [] : [...read(part, depth + 1), '']));
}

/** Items of one baseline glued while the space between them is that of a word. */
function segmentsOf(items: readonly PlacedText[]): Segment[] {
  const shown = items.filter(({ str }) => str.trim() !== '');
  const segments: Segment[] = [];
  for (const line of baselines(shown.map((item) => ({ ...item, size: item.fontSize || 10 })))) {
    line.sort((a, b) => a.x - b.x);
    let current: Segment | null = null;
    for (const { str, x, y, width, size } of line) {
      const gap: number = current ? x - current.right : 0;
      if (current && gap < size * 1.1) {
        const space = gap > size * 0.15 && !current.text.endsWith(' ') && !str.startsWith(' ') ? ' ' : '';
        current.text += space + str;
        current.right = Math.max(current.right, x + width);
      } else {
        current = { text: str, left: x, right: x + width, y, size };
        segments.push(current);
      }
    }
  }
  return segments;
}

function baselines<Placed extends { y: number; size: number }>(placed: readonly Placed[]): Placed[][] {
  const lines: Placed[][] = [];
  for (const item of [...placed].sort((a, b) => b.y - a.y)) {
    const last = lines.at(-1);
    const reference = last?.[0];
    if (last && reference && reference.y - item.y < sameLine(reference.size, item.size)) last.push(item);
    else lines.push([item]);
  }
  return lines;
}

/** How far apart two baselines of one line may be: the letters of "1er" are smaller and stand a third higher. */
function sameLine(a: number, b: number): number {
  return Math.max(Math.min(a, b) * 0.45, Math.max(a, b) * 0.35);
}

function rowsOf(segments: readonly Segment[]): string[] {
  const lines: string[] = [];
  let before: Segment | null = null;
  for (const row of baselines(segments)) {
    row.sort((a, b) => a.left - b.left);
    const [first] = row;
    if (before && first && before.y - first.y > Math.max(before.size, first.size) * 1.9) lines.push('');
    lines.push(row.map(({ text }) => text.trim()).join('\t'));
    before = first ?? before;
  }
  return lines;
}

interface Columns {
  above: Segment[];
  left: Segment[];
  right: Segment[];
  below: Segment[];
}

const fewestLines = 3;
const narrowestGutter = 8;

/** The cut that leaves the most lines on its poorer side. */
function findColumns(segments: readonly Segment[]): Columns | null {
  const ordered = [...segments].sort((a, b) => b.y - a.y);
  const starts = [...new Set(ordered.map(({ left }) => Math.round(left)))];
  let best: { columns: Columns; lines: number } | null = null;
  for (const start of starts) {
    for (const run of runsAside(ordered, start)) {
      const left = run.filter((segment) => segment.left < start - 2);
      const right = run.filter((segment) => segment.left >= start - 2);
      const lines = Math.min(left.length, right.length);
      if (lines < fewestLines || (best && lines <= best.lines)) continue;
      if (start - Math.max(...left.map((segment) => segment.right)) < narrowestGutter || areRows(left, right)) continue;
      const top = Math.max(...run.map(({ y }) => y));
      const bottom = Math.min(...run.map(({ y }) => y));
      const outside = ordered.filter((segment) => !run.includes(segment));
      const above = outside.filter(({ y }) => y > top);
      const below = outside.filter(({ y }) => y < bottom);
      if (above.length + below.length === outside.length) best = { columns: { above, left, right, below }, lines };
    }
  }
  return best?.columns ?? null;
}

/** Runs of lines, from top to bottom, that no text crosses at `start`. */
function runsAside(ordered: readonly Segment[], start: number): Segment[][] {
  const runs: Segment[][] = [[]];
  for (const segment of ordered) {
    if (segment.left < start - 2 && segment.right > start - narrowestGutter) runs.push([]);
    else runs.at(-1)?.push(segment);
  }
  // A crossing line takes its own baseline with it.
  return runs.filter((run) => run.length >= 2 * fewestLines);
}

const year = /\b(?:19|20)\d{2}\b|\b\d{1,2}[/.]\d{2,4}\b/;

function areRows(left: readonly Segment[], right: readonly Segment[]): boolean {
  const share = (side: readonly Segment[], test: (text: string) => boolean): number =>
    side.filter(({ text }) => test(text.trim())).length / side.length;
  const isDate = (text: string): boolean => year.test(text) && text.length <= 40;
  const isLabel = (text: string): boolean => text.endsWith(':') && text.length <= 30;
  return share(left, isDate) >= 0.5 || share(right, isDate) >= 0.5 || share(left, isLabel) >= 0.6;
}
