import { textOf } from '../text.ts';
import { CvFileRefused } from './source.ts';
import { parseXml, type XmlNode } from './xml.ts';

export function isOdtText(name: string): boolean {
  return name === 'content.xml' || name === 'styles.xml' || name === 'mimetype';
}

/** The words of an OpenDocument text or its template: paragraphs, lists, tables, frames, then page headers. */
export function textOfOdt(parts: ReadonlyMap<string, Uint8Array>): string {
  const content = parts.get('content.xml');
  if (!content) throw new CvFileRefused('cv_file.broken');
  const lines = linesOf(parseXml(textOf(content)).children);
  const styles = parts.get('styles.xml');
  // A name or an address often sits in the page header, which is kept with the styles.
  const header = styles
    ? find(parseXml(textOf(styles)).children, 'master-styles').flatMap((node) => linesOf(node.children))
    : [];
  return [...header, ...lines].join('\n');
}

function find(nodes: readonly XmlNode[], name: string): XmlNode[] {
  return nodes.flatMap((node) => (node.name === name ? [node] : find(node.children, name)));
}

function linesOf(nodes: readonly XmlNode[]): string[] {
  const lines: string[] = [];
  for (const node of nodes) {
    if (skipped.has(node.name)) continue;
    if (node.name === 'p' || node.name === 'h') lines.push(...linesOfParagraph(node));
    else if (node.name === 'list-item')
      lines.push(...linesOf(node.children).map((line, at) => (at === 0 ? `- ${line}` : line)));
    else if (node.name === 'table-row') lines.push(...linesOfRow(node));
    else lines.push(...linesOf(node.children));
  }
  return lines;
}

const skipped = new Set([
  'forms',
  'tracked-changes',
  'annotation',
  'scripts',
  'font-face-decls',
  'automatic-styles',
  'desc',
  'title',
]);

function linesOfRow(row: XmlNode): string[] {
  const cells = row.children.filter(({ name }) => name === 'table-cell').map((cell) => linesOf(cell.children));
  const filled = cells.map((cell) => cell.filter((line) => line.trim() !== '')).filter((cell) => cell.length > 0);
  const [first, second, ...rest] = filled;
  if (first?.length === 1 && second && (first[0] ?? '').length <= 90) {
    const beside = `${first[0] ?? ''}\t${second[0] ?? ''}`;
    if (second.length === 1 && rest.every((cell) => cell.length === 1)) return [[beside, ...rest.flat()].join('\t')];
    if ((first[0] ?? '').length <= 40) return [beside, ...second.slice(1), ...rest.flat()];
  }
  return filled.flat();
}

/** The lines of a paragraph, then those of the frames anchored in it. */
function linesOfParagraph(paragraph: XmlNode): string[] {
  let text = '';
  const framed: string[] = [];
  const walk = (nodes: readonly XmlNode[]): void => {
    for (const node of nodes) {
      if (node.name === '') text += node.text.replace(/[\r\n]+/g, ' ');
      else if (node.name === 's') text += ' '.repeat(Math.min(200, Number(node.attributes.get('c') ?? 1) || 1));
      else if (node.name === 'tab') text += '\t';
      else if (node.name === 'line-break') text += '\n';
      else if (node.name === 'text-box') framed.push(...linesOf(node.children));
      else if (!skipped.has(node.name)) walk(node.children);
    }
  };
  walk(paragraph.children);
  return [...text.split('\n'), ...framed];
}
