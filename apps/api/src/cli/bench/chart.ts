/** A way of ranking: its name in a bench, what it is called, and its median in milliseconds by size of the bank. */
export interface Series {
  id: string;
  label: string;
  points: readonly { size: number; ms: number }[];
}

const width = 820;
const height = 480;
const left = 70;
const right = 250;
const top = 46;
const bottom = 60;
const colours = ['#2f55a4', '#0b7285', '#5f3dc4', '#a61e4d', '#8a5a00', '#2b6a2f'];
/** Labels that would stand closer than this are moved apart. */
const apart = 18;

/** Cost against size, both by powers of ten, as one SVG that needs nothing else: it is read in a page of text. */
export function drawChart(title: string, series: readonly Series[]): string {
  const points = series.flatMap((one) => one.points);
  const sizes = [...new Set(points.map(({ size }) => size))].sort((a, b) => a - b);
  const across = scale(sizes, left, width - right);
  const up = scale(powersAround(points.map(({ ms }) => ms)), height - bottom, top);
  const labels = spread(series.map(({ points: own }) => up(own.at(-1)?.ms ?? 1)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="${escaped(title)}">`,
    `<rect width="${width}" height="${height}" fill="#fffefb"/>`,
    `<text x="${left}" y="26" font-size="15" font-weight="600" fill="#1d1b18">${escaped(title)}</text>`,
    ...powersAround(points.map(({ ms }) => ms)).map(
      (ms) =>
        `<line x1="${left}" x2="${width - right}" y1="${round(up(ms))}" y2="${round(up(ms))}" stroke="#e3dfd6"/>` +
        `<text x="${left - 8}" y="${round(up(ms) + 4)}" text-anchor="end" fill="#5b574f">${written(ms)} ms</text>`,
    ),
    ...sizes.map(
      (size) =>
        `<text x="${round(across(size))}" y="${height - bottom + 24}" text-anchor="middle" fill="#5b574f">${written(size)}</text>`,
    ),
    `<text x="${round((left + width - right) / 2)}" y="${height - 12}" text-anchor="middle" fill="#5b574f">people in the bank</text>`,
    ...series.map((one, at) => lineOf(one, colours[at % colours.length] ?? '', across, up, labels[at] ?? 0)),
    '</svg>',
    '',
  ].join('\n');
}

function lineOf(
  { label, points }: Series,
  colour: string,
  across: (size: number) => number,
  up: (ms: number) => number,
  labelAt: number,
): string {
  const places = points.map(({ size, ms }) => `${round(across(size))},${round(up(ms))}`);
  const dots = places.map((place) => {
    const [x, y] = place.split(',');
    return `<circle cx="${x}" cy="${y}" r="3.5" fill="${colour}"/>`;
  });
  return (
    `<polyline points="${places.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}` +
    `<text x="${width - right + 12}" y="${round(labelAt + 4)}" fill="${colour}">${escaped(label)}</text>`
  );
}

/** Places along a line by powers of ten, from the least to the most of some values. */
function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const [least, most] = [Math.log10(Math.min(...values)), Math.log10(Math.max(...values))];
  return (value) => (most === least ? from : from + ((Math.log10(value) - least) / (most - least)) * (to - from));
}

function powersAround(values: readonly number[]): number[] {
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.ceil(Math.log10(Math.max(...values)));
  return Array.from({ length: last - first + 1 }, (_, step) => 10 ** (first + step));
}

/** The same heights, moved down where two would be written over each other. */
function spread(heights: readonly number[]): number[] {
  const moved = [...heights];
  let last = Number.NEGATIVE_INFINITY;
  for (const at of heights
    .keys()
    .toArray()
    .toSorted((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0))) {
    last = Math.max(moved[at] ?? 0, last + apart);
    moved[at] = last;
  }
  return moved;
}

function written(value: number): string {
  return value < 1 ? String(Number(value.toPrecision(1))) : value.toLocaleString('en');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
