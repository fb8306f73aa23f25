/** What a line of a source is: the same for every format. */
export type Piece =
  | { kind: 'heading'; text: string }
  | { kind: 'line'; text: string }
  | { kind: 'item'; text: string }
  | { kind: 'table'; rows: readonly (readonly string[])[] };

/** The lines of a part of a CV, with the rows that follow each other gathered in one table where the layout has tables. */
export function piecesOf(lines: readonly string[], bullet: string | undefined, tables: boolean): Piece[] {
  const pieces: Piece[] = [];
  for (const text of lines) {
    const last = pieces.at(-1);
    const cells = tables && !text.startsWith('# ') ? text.split(/ \|(?: |$)/) : [];
    if (cells.length > 1) {
      if (last?.kind === 'table') last.rows = [...last.rows, cells];
      else pieces.push({ kind: 'table', rows: [cells] });
    } else if (text.startsWith('# ')) pieces.push({ kind: 'heading', text: text.slice(2) });
    else if (bullet && text.startsWith(`${bullet} `))
      pieces.push({ kind: 'item', text: text.slice(bullet.length + 1) });
    else pieces.push({ kind: 'line', text });
  }
  return pieces;
}

/** Text for the inside of an element of HTML or XML. */
export function escapedXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** A line in the pieces that word processors cut it into, as spelling checks and corrections leave them. */
export function runsOf(text: string): string[] {
  return text.match(/.{1,23}/gsu) ?? [];
}
