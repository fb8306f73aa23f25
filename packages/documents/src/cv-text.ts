import { isDocxText, textOfDocx } from './cv/docx.ts';
import { europassOfXml, fromEuropass } from './cv/europass.ts';
import { fromJson } from './cv/json.ts';
import { cvFileKind } from './cv/kind.ts';
import { isOdtText, textOfOdt } from './cv/odt.ts';
import { textOfPdf } from './cv/pdf.ts';
import { CvFileRefused, type CvSource } from './cv/source.ts';
import { unzipWanted } from './cv/unzip.ts';
import { isRecord, parseXml } from './cv/xml.ts';
import { textOfFile } from './text.ts';

const limitMegabytes = 10;
// The longest CV read by hand in the field runs to ten pages; the rest of a longer text is left unread.
const mostCharacters = 80_000;

/**
 * The words of a CV file, and its fields where the format has some. The kind is told by the bytes, never by the
 * name. Throws `CvFileRefused` for what cannot be read. A hostile file may take long or much memory: outside
 * tests, call it through `readCvInWorker`.
 */
export async function cvTextOf(bytes: Uint8Array): Promise<CvSource> {
  if (bytes.byteLength > limitMegabytes * 1_000_000) throw new CvFileRefused('cv_file.too_large', { limitMegabytes });
  const source = await sourceOf(bytes);
  const text = tidy(source.text);
  if (text === '') {
    throw new CvFileRefused(source.kind === 'docx' || source.kind === 'odt' ? 'cv_file.no_text' : 'cv_file.empty');
  }
  return { ...source, text };
}

async function sourceOf(bytes: Uint8Array): Promise<CvSource> {
  switch (cvFileKind(bytes)) {
    case 'pdf':
      return { kind: 'pdf', text: await textOfPdf(bytes) };
    case 'zip':
      return fromArchive(bytes);
    case 'xml':
      return fromXml(textOfFile(bytes));
    case 'json':
      return fromJson(textOfFile(bytes));
    case 'text':
      return { kind: 'text', text: textOfFile(bytes) };
  }
}

async function fromArchive(bytes: Uint8Array): Promise<CvSource> {
  const parts = unzipWanted(bytes, (name) => isDocxText(name) || isOdtText(name));
  if (parts.has('word/document.xml')) {
    try {
      return { kind: 'docx', text: await textOfDocx(parts) };
    } catch (error) {
      if (error instanceof CvFileRefused) throw error;
      throw new CvFileRefused('cv_file.broken', {}, { cause: error });
    }
  }
  const mimetype = parts.get('mimetype');
  if (mimetype && /opendocument\.text/.test(textOfFile(mimetype))) return { kind: 'odt', text: textOfOdt(parts) };
  throw new CvFileRefused('cv_file.unknown_kind');
}

function fromXml(text: string): CvSource {
  const root = parseXml(text).children.find(({ name }) => name !== '');
  if (root?.name !== 'SkillsPassport') throw new CvFileRefused('cv_file.not_a_cv');
  const passport = europassOfXml(root);
  if (!isRecord(passport)) throw new CvFileRefused('cv_file.not_a_cv');
  return fromEuropass(passport);
}

function tidy(text: string): string {
  return (
    text
      .slice(0, mostCharacters)
      .normalize('NFC')
      .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
      .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
      // The signs that programs draw before the items of a list, icons of their own fonts among them.
      .replace(/^([ \t]*)(?:(?:(?:(?![\n\t])\p{Cc}|[\p{Co}\p{So}→⇒➔‣⁃◦∙•·])[ \t]*)+|~[ \t]+)(?=\S)/gmu, '$1• ')
      // Zero-width and soft hyphens cut words in two for whoever searches them.
      .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]|(?![\n\t])\p{Cc}/gu, '')
      .replace(/[ \t]{100,}/g, '\t')
      .replace(/[ \t]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}
