const longest = 60;

/** The short name of a structure, as typed after `--structure`: small letters without accents, digits, hyphens; '' when none is left. */
export function slugOf(name: string): string {
  return name
    .replaceAll(/œ/gi, 'oe')
    .replaceAll(/æ/gi, 'ae')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replaceAll(/^-+|-+$/g, '');
}
