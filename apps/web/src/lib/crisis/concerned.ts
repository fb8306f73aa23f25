/** The screens on which an emergency changes what is seen: contracts, hours, the letters of the morning, the day. Not its own pages. */
const concerned = [
  '/facilitateur/marches',
  '/facilitateur/heures',
  '/facilitateur/offres',
  '/facilitateur/envois',
  '/facilitateur/pieces',
  '/facilitateur/signatures',
  '/facilitateur/messages',
  '/facilitateur/bilans',
];

export function concernedBy(path: string): boolean {
  return path === '/facilitateur' || concerned.some((start) => path === start || path.startsWith(`${start}/`));
}
