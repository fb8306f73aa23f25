/**
 * One line of plain text from what buyers paste into an object: HTML entities (`&#8217;`, `&euro;`, sometimes
 * encoded twice) become characters, tags (`<br />`) and runs of spaces one space. `< 3,5 t` is no tag and stays.
 */
export function plainText(text: string): string {
  const decoded = text.includes('&') ? decodeEntities(decodeEntities(text)) : text;
  return decoded
    .replace(/<\/?[a-z][a-z0-9]*(\s[^<>]*)?\/?>/gi, ' ')
    .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
    .trim();
}

function decodeEntities(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}[1-4]?);/gi, (whole, name: string) => {
    if (name[0] !== '#') return named[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    // 128 to 159 are written by programs that meant Windows-1252.
    if (code >= 128 && code <= 159) return windows1252.decode(Uint8Array.of(code));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const windows1252 = new TextDecoder('windows-1252');

// The entities of HTML 2 for U+00A0 to U+00FF, in the order of the code points.
const latin1 = `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3
acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig
Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave
Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave
iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`;

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  euro: '€',
  oelig: 'œ',
  OElig: 'Œ',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  trade: '™',
};
for (const [index, name] of latin1.split(/\s+/).entries()) named[name] = String.fromCodePoint(0xa0 + index);
