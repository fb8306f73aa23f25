/** What is needed of a voice of the browser. */
interface Voice {
  lang: string;
  localService: boolean;
}

/**
 * A voice of this very device for a language; undefined when there is none. A voice that is not local sends what it reads to
 * somebody else's server: nothing of this page may leave the browser.
 */
export function localVoice<V extends Voice>(voices: readonly V[], language: string): V | undefined {
  const wanted = language.toLowerCase();
  return voices.find(
    ({ lang, localService }) => localService === true && lang.toLowerCase().split(/[-_]/)[0] === wanted,
  );
}

/** A text in pieces of a sentence or two: some voices stop in the middle of long ones. */
export function spokenPieces(text: string, most = 200): string[] {
  const pieces: string[] = [];
  for (const line of text.split(/\n+|(?<=[.!?])\s+/)) {
    const words = line.trim();
    if (words === '') continue;
    const last = pieces.at(-1);
    if (last !== undefined && last.length + words.length < most) pieces[pieces.length - 1] = `${last} ${words}`;
    else pieces.push(words);
  }
  return pieces;
}
