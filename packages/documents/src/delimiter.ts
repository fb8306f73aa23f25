/** The character that parts the columns: the one of `; , | tab` met most in the first line, outside quotes. */
export function delimiterOf(firstLine: string): string {
  const counts = new Map([...';,|\t'].map((char) => [char, 0]));
  let quoted = false;
  for (const char of firstLine) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && counts.has(char)) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] > 0 ? best[0] : ';';
}
