/** A letter ready to leave: plain text is the letter, HTML is the same words with a button. */
export interface Letter {
  template: string;
  subject: string;
  text: string;
  html: string;
}

export interface LetterContent {
  template: string;
  subject: string;
  /** Paragraphs of plain text. */
  paragraphs: readonly string[];
  /** The one thing to do; its address is also written out in the plain text. */
  action?: { label: string; url: string };
  /** Who writes and whom to call. */
  signature: readonly string[];
}

/** No image, no tracking, nothing loaded from outside: it reads the same in every mail program. */
export function composeLetter(content: LetterContent): Letter {
  const { action } = content;
  const text = [
    ...content.paragraphs,
    ...(action ? [`${action.label} :\n${action.url}`] : []),
    content.signature.join('\n'),
  ].join('\n\n');
  const html = [
    '<!doctype html><html lang="fr"><body style="font-family:sans-serif;line-height:1.5;color:#1c1b19;max-width:36rem">',
    ...content.paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`),
    action
      ? `<p><a href="${escapeHtml(action.url)}" style="display:inline-block;background:#2f55a4;color:#ffffff;padding:.7rem 1.2rem;border-radius:.4rem;text-decoration:none">${escapeHtml(action.label)}</a></p>`
      : '',
    `<p style="color:#55524c">${content.signature.map(escapeHtml).join('<br>')}</p>`,
    '</body></html>',
  ].join('\n');
  return { template: content.template, subject: content.subject, text, html };
}

/** "de mars", "d’avril": before a month or a number written out. */
export function ofWords(text: string): string {
  return /^[aeiouyàâéèêîôû]/i.test(text) ? `d’${text}` : `de ${text}`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
