import { strToU8, zipSync } from 'fflate';
import { escaped } from './cv-docx.ts';

/** An OpenDocument text written by hand: one paragraph a line, runs of spaces as the format wants them. */
export function odtOf(text: string): Uint8Array {
  const paragraphs = text
    .trimEnd()
    .split('\n')
    .map(
      (line) =>
        `<text:p>${escaped(line).replace(/ {2,}/g, (spaces) => ` <text:s text:c="${spaces.length - 1}"/>`)}</text:p>`,
    );
  return zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>${paragraphs.join('')}</office:text></office:body></office:document-content>`,
    ),
  });
}
