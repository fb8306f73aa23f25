import type { CvSource } from './cv-corpus.ts';
import { escapedXml, piecesOf } from './cv-corpus-lines.ts';

/** A page to print, with what is repeated above and below each sheet. */
export interface Sheet {
  html: string;
  header: string;
  footer: string;
}

const grey = 'width:90px;height:110px;background:#bbb;border-radius:6px';

/** The page of a CV as a browser draws it: columns side by side, a box set apart, a grey square for the photograph. */
export function pageOfSource(source: CvSource): Sheet {
  const part = (lines: readonly string[] = []) =>
    piecesOf(lines, source.bullet, source.layout === 'table')
      .map((piece) => {
        if (piece.kind === 'heading') return `<h2>${escapedXml(piece.text)}</h2>`;
        if (piece.kind === 'item') return `<p class="item">${escapedXml(`${source.bullet} ${piece.text}`)}</p>`;
        if (piece.kind === 'line') return `<p>${escapedXml(piece.text)}</p>`;
        const rows = piece.rows.map(
          (cells) => `<tr>${cells.map((cell) => `<td>${escapedXml(cell)}</td>`).join('')}</tr>`,
        );
        return `<table>${rows.join('')}</table>`;
      })
      .join('\n');
  const repeated = (lines: readonly string[] = []) =>
    lines.length === 0
      ? ''
      : `<div style="font-size:8px;width:100%;text-align:center">${lines.map(escapedXml).join(' – ')}</div>`;
  const photo = source.photo ? `<div style="${grey}"></div>` : '';
  const inside = {
    'one-column': () => `${photo}${part(source.top)}${part(source.main)}`,
    table: () => `${photo}${part(source.top)}${part(source.main)}`,
    'two-columns': () =>
      `<header>${part(source.top)}</header><div class="columns"><aside>${photo}${part(source.aside)}</aside><main>${part(source.main)}</main></div>`,
    'right-aside': () => `<aside class="right">${photo}${part(source.aside)}</aside><main>${part(source.main)}</main>`,
    'text-box': () => `<main class="beside">${part(source.main)}</main><div class="box">${part(source.box)}</div>`,
  }[source.layout]();
  return {
    html: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>CV</title><style>${style(source)}</style>${inside}</html>`,
    header: repeated(source.header),
    footer: repeated(source.footer),
  };
}

function style({ size = 11, spacedHeadings, layout }: CvSource): string {
  const family = layout === 'one-column' ? 'serif' : 'sans-serif';
  return `
    body { font: ${size}pt/1.35 ${family}; margin: 0; position: relative }
    p { margin: 0 0 2px } .item { padding-left: 12px } h2 { font-size: 1.25em; margin: 12px 0 4px }
    header h2 { font-size: 1.7em; margin-top: 0 }
    .columns { display: grid; grid-template-columns: 37% 1fr; gap: 14px }
    aside, .box { background: #eef; padding: 6px; font-size: 0.85em }
    .right { float: right; width: 36%; margin-left: 14px }
    .beside { margin-right: 40% } .box { position: absolute; top: 0; right: 0; width: 36%; border: 1px solid }
    ${spacedHeadings ? '.columns h2 { letter-spacing: 0.45em }' : ''}`;
}
