/**
 * A name written all in capitals, as people write it: official tables and CVs shout ("NOISY LE SEC" is "Noisy Le Sec", "N'DIAYE" is
 * "N'Diaye"). A name that has small letters is left as it is.
 */
export function capitalised(name: string): string {
  if (name !== name.toLocaleUpperCase('fr')) return name;
  return name
    .toLocaleLowerCase('fr')
    .replaceAll(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('fr'));
}
