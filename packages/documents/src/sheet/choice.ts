/** A word of a list and the code it stands for. */
export interface Choice<Code extends string> {
  code: Code;
  /** As the template writes it. */
  label: string;
  /** Other ways people write it. */
  aliases?: readonly string[];
}

/** The code of a word, without case, accents, punctuation or plurals; the code itself is understood too. */
export function choiceOf<Code extends string>(text: string, choices: readonly Choice<Code>[]): Code | null {
  const wanted = singular(text);
  if (wanted === '') return null;
  const found = choices.find(({ code, label, aliases = [] }) =>
    [code, label, ...aliases].some((name) => singular(name) === wanted),
  );
  return found?.code ?? null;
}

function singular(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/(?<=...)[sx]$/, ''))
    .join('');
}
