import { XMLParser } from 'fast-xml-parser';
import { CvFileRefused } from './source.ts';

/** One element or text of an XML document, children in the order of the document. */
export interface XmlNode {
  /** Local name without its prefix; empty for text. */
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: readonly XmlNode[];
  text: string;
}

const mostDepth = 200;

/** An XML document as nodes. A document type is refused: entities are how a small file grows without end. */
export function parseXml(text: string): XmlNode {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new CvFileRefused('cv_file.broken');
  let raw: unknown;
  try {
    raw = parser.parse(text);
  } catch (error) {
    throw new CvFileRefused('cv_file.broken', {}, { cause: error });
  }
  return { name: '', attributes: new Map(), children: nodesOf(raw, 0), text: '' };
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  removeNSPrefix: true,
  processEntities: true,
});

function nodesOf(raw: unknown, depth: number): XmlNode[] {
  if (!Array.isArray(raw)) return [];
  if (depth > mostDepth) throw new CvFileRefused('cv_file.broken');
  return raw.flatMap((item: unknown): XmlNode[] => {
    if (!isRecord(item)) return [];
    const attributes = new Map<string, string>();
    if (isRecord(item[':@'])) for (const [key, value] of Object.entries(item[':@'])) attributes.set(key, String(value));
    return Object.entries(item).flatMap(([name, value]): XmlNode[] => {
      if (name === ':@' || name.startsWith('?')) return [];
      if (name === '#text') return [{ name: '', attributes, children: [], text: String(value) }];
      return [{ name, attributes, children: nodesOf(value, depth + 1), text: '' }];
    });
  });
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
