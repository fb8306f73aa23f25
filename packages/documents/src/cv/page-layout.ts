import { findTable } from './page-table.ts';

/** A piece of text as a PDF places it: `x`, `y` of its start from the bottom left, in points. */
export interface PlacedText {
  str: string;
  x: number;
  y: number;
  width: number;
  fontSize: number;
}

/** Words of one baseline, glued while the space between them is that of a word. */
export interface Segment {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  /** Where each piece but the first begins, in points and in letters, and where the one before it ends. */
  inner: { x: number; at: number; end: number }[];
}

/**
 * The lines of a page in reading order. Two columns are read one after the other, between the full-width lines
 * around them; a column of dates or of labels beside its texts is read row by row. Rule of the house.
 */
export function linesOfPage(items: readonly PlacedText[]): string[] {
  return read(segmentsOf(items), 0);
}

/** Pages one after the other; a head or a foot that comes back on the next pages is told once. */
export function linesOfPages(pages: readonly (readonly PlacedText[])[]): string[] {
  const told = new Set<string>();
  return pages.flatMap((items, number) => {
    const lines = linesOfPage(items);
    const filled = lines.flatMap((line, position) => (line.trim() === '' ? [] : [position]));
    const edges = new Set([...filled.slice(0, edgeLines), ...filled.slice(-edgeLines)]);
    const kept = lines.filter((line, position) => !(edges.has(position) && told.has(line.trim())));
    for (const position of edges) told.add((lines[position] ?? '').trim());
    return number === 0 ? kept : ['', ...kept];
  });
}

const edgeLines = 2;

function read(segments: readonly Segment[], depth: number): string[] {
  const table = depth < 6 ? findTable(segments) : null;
  if (table) {
    const { above, rows, below } = table;
    const around = (part: readonly Segment[]) => (part.length === 0 ? [] : [...read(part, depth + 1), '']);
    return [...around(above), ...rows, '', ...around(below)];
  }
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
        current.inner.push({ x, at: current.text.length + space.length, end: current.right });
        current.text += space + str;
        current.right = Math.max(current.right, x + width);
      } else {
        current = { text: str, left: x, right: x + width, y, size, inner: [] };
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
  const edge = Math.max(...segments.map(({ right }) => right));
  let before: Segment[] = [];
  for (const row of baselines(segments)) {
    row.sort((a, b) => a.left - b.left);
    const text = row.map((segment) => segment.text.trim()).join('\t');
    const gap = (before[0]?.y ?? 0) - (row[0]?.y ?? 0);
    const size = Math.max(before[0]?.size ?? 0, row[0]?.size ?? 0);
    const last = lines.at(-1);
    if (last !== undefined && gap <= size * farthestWrap && goesOn(before, row, edge))
      lines[lines.length - 1] = `${last} ${text}`;
    else {
      if (last !== undefined && gap > size * 1.9) lines.push('');
      lines.push(text);
    }
    before = row;
  }
  return lines;
}

const farthestWrap = 1.75;

/**
 * Whether a line goes on with the next: the first word of that one had no room left, and either the line ends on what calls
 * for more ("de", a comma, an open bracket) or the next begins as no line of a CV does, with a small letter.
 */
function goesOn(before: readonly Segment[], row: readonly Segment[], edge: number): boolean {
  const [line, next] = [before.at(-1), row[0]];
  // The edge of a column of short lines is nobody's margin.
  if (!line || !next || row.length > 1 || line.text.length < shortestWrapped || Math.abs(line.size - next.size) > 0.6)
    return false;
  // Cells of a row, and what begins further left, are other lines.
  if (next.left < (before[0]?.left ?? 0) - 2 || next.left > (before[0]?.left ?? 0) + line.size * 3) return false;
  const [word = ''] = next.text.trim().split(/\s/);
  const letter = (next.right - next.left) / Math.max(1, next.text.length);
  if (line.right + letter * (word.length + 1) < edge) return false;
  const text = line.text.trim();
  if (/^[–—-]$/.test(word))
    return (
      /^\S+\s+(?:\p{Ll}|\d{2})/u.test(next.text.trim()) &&
      /^[•\p{Lu}]/u.test(line.text.trim()) &&
      !/^[–—-]/.test(line.text.trim())
    );
  if (!/\p{L}|\p{N}/u.test(word[0] ?? '') && !/^[(«"]/.test(word)) return false;
  if (opensBracket(text)) return true;
  if (/[.;:!?]$/.test(text)) return /^\p{Ll}{2}/u.test(word) && /[:;]$/.test(text);
  return unfinished.test(text) || opensBracket(text) || /^\p{Ll}['’\p{Ll}]/u.test(word);
}

const shortestWrapped = 25;
const unfinished =
  /(?:[,(«/&–—-]|(?:^|[\s'’])(?:de|du|des|d['’]|la|le|les|l['’]|et|ou|à|au|aux|en|sur|pour|par|avec|dans|chez|un|une|son|mon))$/i;

function opensBracket(text: string): boolean {
  return text.lastIndexOf('(') > text.lastIndexOf(')');
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
