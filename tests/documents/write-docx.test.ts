import { textOfDocx } from '@jonction/documents/cv/docx';
import { parseXml } from '@jonction/documents/cv/xml';
import { checkUpload } from '@jonction/documents/upload';
import { writeDocx } from '@jonction/documents/write-docx';
import type { TextBlock } from '@jonction/domain/programme/clause-text';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

const at = new Date('2026-11-20T09:00:00Z');
const blocks: TextBlock[] = [
  { kind: 'title', text: 'Clause sociale' },
  { kind: 'heading', text: '1. Volume' },
  {
    kind: 'paragraph',
    text: 'Au moins 480\u00a0h, « sans réserve » & sans <balise> : l’offre "irrégulière".',
  },
  { kind: 'list', items: ['Embauche directe', 'Alternance'] },
  { kind: 'note', text: 'Calcul :\u0007 480 h' },
];
const written = () => writeDocx(blocks, { title: 'Clause <sociale>', at });

describe('a Word document', () => {
  it('opens in another program with its titles, its list and its signs', async () => {
    const lines = (await textOfDocx(new Map(Object.entries(unzipSync(written()))))).split('\n').filter(Boolean);
    expect(lines.map((line) => line.trim())).toEqual([
      'Clause sociale',
      '1. Volume',
      expect.stringMatching(/^Au moins 480\sh, «\ssans réserve\s» & sans <balise>\s: l’offre "irrégulière"\.$/),
      expect.stringContaining('Embauche directe'),
      expect.stringContaining('Alternance'),
      expect.stringMatching(/^Calcul : +480 h$/),
    ]);
  });

  it('is made of parts that are well-formed, each named in its table of contents', () => {
    const parts = unzipSync(written());
    const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array());
    for (const [name, bytes] of Object.entries(parts)) {
      expect(parseXml(strFromU8(bytes)).children.length, name).toBeGreaterThan(0);
      if (!name.endsWith('.rels') && !name.startsWith('[')) expect(types).toContain(`PartName="/${name}"`);
    }
    expect(strFromU8(parts['docProps/core.xml'] ?? new Uint8Array())).toContain('Clause &lt;sociale&gt;');
  });

  it('gives every paragraph a style that it defines', () => {
    const parts = unzipSync(written());
    const used = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).matchAll(/w:pStyle w:val="(\w+)"/g);
    const styles = strFromU8(parts['word/styles.xml'] ?? new Uint8Array());
    for (const [, style] of used) expect(styles).toContain(`w:styleId="${style}"`);
  });

  it('is the same bytes for the same text, and no sign that XML forbids', () => {
    expect(Buffer.from(written()).equals(Buffer.from(written()))).toBe(true);
    expect(strFromU8(unzipSync(written())['word/document.xml'] ?? new Uint8Array())).not.toContain('\u0007');
  });

  it('is known as a Word document by what takes files here', () => {
    expect(checkUpload(written(), 'document')).toMatchObject({ ok: true, value: { extension: 'docx' } });
  });
});
