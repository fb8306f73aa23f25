/** Just enough of RFC 5322 and 2045 for a report of delivery: headers, parts, and the two encodings of a part. */
export interface Part {
  headers: Headers;
  body: string;
}

export class Headers {
  readonly #fields: readonly (readonly [name: string, value: string])[];

  constructor(fields: readonly (readonly [string, string])[]) {
    this.#fields = fields;
  }

  /** The first field of that name, unfolded; null when there is none. */
  first(name: string): string | null {
    return this.#fields.find(([one]) => one === name)?.[1] ?? null;
  }

  /** `multipart/report; boundary="x"` read apart; names in lower case. Text where nothing is said. */
  contentType(): { type: string; parameters: Record<string, string | undefined> } {
    const [type = '', ...rest] = splitParameters(this.first('content-type') ?? 'text/plain');
    const parameters: Record<string, string | undefined> = {};
    for (const piece of rest) {
      const [, name = '', value = ''] = /^\s*([^=\s]+)\s*=\s*([\s\S]*)$/.exec(piece) ?? [];
      if (name !== '')
        parameters[name.toLowerCase()] = value
          .trim()
          .replace(/^"([\s\S]*)"$/, '$1')
          .replaceAll(/\\(.)/g, '$1');
    }
    return { type: type.trim().toLowerCase(), parameters };
  }
}

/** Apart at semicolons that stand in no quotes. */
function splitParameters(value: string): string[] {
  return value.match(/(?:"(?:\\.|[^"\\])*"|[^;"])+/g) ?? [];
}

/** The headers of a mail or of a part, and what follows the first empty line; null when no field can be read. */
export function headersOf(raw: string): Part | null {
  // A mailbox file begins with a line of its own; a pipe may leave blank ones.
  const text = raw.replace(/^(?:\s*\r?\n)+/, '').replace(/^From [^\n]*\n/, '');
  const end = /\r?\n\r?\n/.exec(text);
  const head = end ? text.slice(0, end.index) : text;
  const fields = head
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line): [string, string][] => {
      const [, name, value] = /^([!-9;-~]+)[ \t]*:([\s\S]*)$/.exec(line) ?? [];
      return name && value !== undefined ? [[name.toLowerCase(), value.trim()]] : [];
    });
  if (fields.length === 0) return null;
  return { headers: new Headers(fields), body: end ? text.slice(end.index + end[0].length) : '' };
}

/** The parts between the lines of a boundary. */
export function partsOf(body: string, boundary: string): Part[] {
  const line = new RegExp(
    `(?:^|\\r?\\n)--${boundary.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(--)?[ \\t]*(?=\\r?\\n|$)`,
  );
  const [, ...pieces] = splitAt(body, line);
  return pieces.flatMap((piece) => {
    // A part without headers begins with an empty line: text, which nobody looks for here.
    const part = headersOf(piece.replace(/^\r?\n/, ''));
    return part ? [part] : [];
  });
}

function splitAt(body: string, line: RegExp): string[] {
  const pieces: string[] = [];
  let rest = body;
  for (let found = line.exec(rest); found !== null; found = line.exec(rest)) {
    pieces.push(rest.slice(0, found.index));
    rest = rest.slice(found.index + found[0].length);
    // The closing line: what stands after it is of no part.
    if (found[1]) return pieces;
  }
  return [...pieces, rest];
}

/** The words of a part, out of the encoding that carried them. */
export function decodeBody({ headers, body }: Part): string {
  switch (headers.first('content-transfer-encoding')?.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString('utf8');
    case 'quoted-printable': {
      const bytes = body
        .replaceAll(/=[ \t]*\r?\n/g, '')
        .replaceAll(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
      return Buffer.from(bytes, 'latin1').toString('utf8');
    }
    default:
      return body;
  }
}
