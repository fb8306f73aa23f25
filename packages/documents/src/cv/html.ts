/**
 * Lines of simple HTML as text: blocks and breaks end a line, list items begin with "- ", a table row of short
 * cells is one line with tabs, and a row of long cells (a page laid out as a table) gives its cells one after the other.
 */
export function linesOfHtml(html: string): string[] {
  const lines: string[] = [];
  let line = '';
  const rows: Row[] = [];
  const target = (): string[] => rows.at(-1)?.cells.at(-1) ?? lines;
  const endLine = (): void => {
    if (line.trim() !== '') target().push(line.replace(/[ \u00a0]+/g, ' ').trimEnd());
    line = '';
  };
  for (const [, name, closing, text] of tokensOf(html)) {
    if (text !== undefined) {
      line += decodeEntities(text.replace(/[ \r\n]+/g, ' '));
      continue;
    }
    if (name === 'tr') {
      endLine();
      if (!closing) rows.push({ cells: [] });
      else {
        const row = rows.pop();
        target().push(...linesOfRow(row));
      }
    } else if (name === 'td' || name === 'th') {
      endLine();
      if (!closing) rows.at(-1)?.cells.push([]);
    } else if (name !== undefined && blocks.has(name)) {
      endLine();
      if (name === 'li' && !closing) line = '- ';
    }
  }
  endLine();
  return lines;
}

interface Row {
  cells: string[][];
}

function linesOfRow(row: Row | undefined): string[] {
  const cells = (row?.cells ?? []).filter((cell) => cell.length > 0);
  const short = cells.filter((cell) => cell.length === 1 && (cell[0] ?? '').length <= 90);
  if (cells.length > 1 && short.length === cells.length) return [cells.map((cell) => cell[0] ?? '').join('\t')];
  // A date or a place in a first short cell belongs to the first line of its neighbour.
  const [first, second, ...rest] = cells;
  if (first?.length === 1 && second && (first[0] ?? '').length <= 40) {
    return [`${first[0] ?? ''}\t${second[0] ?? ''}`, ...second.slice(1), ...rest.flat()];
  }
  return cells.flat();
}

const blocks = new Set([
  'p',
  'div',
  'br',
  'li',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'section',
  'hr',
]);

function* tokensOf(html: string): Generator<[unknown, string | undefined, boolean, string | undefined]> {
  for (const piece of html.split(/(<[^<>]{0,2000}>)/)) {
    const tag = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)/.exec(piece);
    if (tag) yield [null, tag[2]?.toLowerCase(), tag[1] === '/', undefined];
    else if (piece !== '') yield [null, undefined, false, piece];
  }
}

export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,8}));/gi, (whole, decimal, hexadecimal, name: string) => {
    if (name !== undefined) return named.get(name.toLowerCase()) ?? whole;
    const point = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}

const named = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);
