import { canBeText, decodeText, textOf } from '@jonction/documents/text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

async function* cut(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0;
  for (const at of [...cuts].sort((a, b) => a - b)) {
    if (at <= from || at >= bytes.byteLength) continue;
    yield bytes.subarray(from, at);
    from = at;
  }
  yield bytes.subarray(from);
}

async function decoded(bytes: Uint8Array, cuts: readonly number[] = []): Promise<string> {
  return (await Array.fromAsync(decodeText(cut(bytes, cuts)))).join('');
}

const cuts = fc.array(fc.nat(200), { maxLength: 12 });
const frenchWords = fc
  .array(fc.constantFrom('école', 'Noël', 'cœur', 'garçon', 'où', '12 €', 'l’été', 'façade', 'ÎLE', 'abc', '\n', ';'), {
    maxLength: 20,
  })
  .map((words) => words.join(' '));

/** Windows-1252 as a French Excel saves it. */
function windows1252(text: string): Uint8Array {
  const special: Record<string, number> = { '€': 0x80, '’': 0x92, œ: 0x9c, Œ: 0x8c, '–': 0x96 };
  return Uint8Array.from([...text].map((char) => special[char] ?? char.charCodeAt(0)));
}

describe('decodeText', () => {
  it('gives any text in UTF-8 back, wherever the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), cuts, async (text, at) => {
        fc.pre(!/^\ufeff/.test(text) && text.isWellFormed());
        expect(await decoded(Buffer.from(text), at)).toBe(text);
      }),
    );
  });

  it('gives French in Windows-1252 back, wherever the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(frenchWords, cuts, async (text, at) => {
        expect(await decoded(windows1252(text), at)).toBe(text);
      }),
    );
  });

  it('drops a byte order mark and obeys one of UTF-16, wherever the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(frenchWords, cuts, async (text, at) => {
        fc.pre(text.length > 1);
        expect(await decoded(Buffer.from(`\ufeff${text}`), at)).toBe(text);
        expect(await decoded(Buffer.from(`\ufeff${text}`, 'utf16le'), at)).toBe(text);
        expect(await decoded(Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), at)).toBe(text);
      }),
    );
  });

  it('gives one or two bytes and nothing at all', async () => {
    expect(await decoded(Buffer.from('a'))).toBe('a');
    expect(await decoded(Buffer.from('é'))).toBe('é');
    expect(await decoded(Uint8Array.from([0xe9]))).toBe('é');
    expect(await decoded(new Uint8Array(0))).toBe('');
  });

  it('agrees with textOf on a whole file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), async (bytes) => {
        const marked = [0xfe, 0xff, 0xef].includes(bytes[0] ?? 0);
        fc.pre(!marked);
        // A file cut within its last character is UTF-8 up to there: it ends here with a whole one.
        const whole = Uint8Array.from([...bytes, 0x0a]);
        expect(await decoded(whole)).toBe(textOf(whole));
      }),
    );
  });
});

describe('canBeText', () => {
  it('takes what has no zero byte, and UTF-16, which has', () => {
    expect(canBeText(Buffer.from('Contrat;Heures'))).toBe(true);
    expect(canBeText(windows1252('été'))).toBe(true);
    expect(canBeText(Buffer.from('\ufeffabc', 'utf16le'))).toBe(true);
    expect(canBeText(Uint8Array.from([0x61, 0, 0x62]))).toBe(false);
    expect(canBeText(Buffer.from('abc', 'utf16le'))).toBe(false);
  });
});
