import type { OrganisationKind } from '../access/role.ts';

/**
 * What stands for the name of a body that open data publishes by its number alone, until somebody names it: "Acheteur sans nom ·
 * SIRET 123 456 789 00012". Kept where a name is kept, so that every list, letter and export reads it. Rule of the house.
 */
export function namelessBody(body: { kind: OrganisationKind; identifierKind: string; identifier: string }): string {
  const who = body.kind === 'buyer' ? 'Acheteur sans nom' : 'Entreprise sans nom';
  return `${who} · ${body.identifierKind} ${grouped(body)}`;
}

/** A SIRET as people read it: three by three, then five. Other numbers stay as published. */
function grouped({ identifierKind, identifier }: { identifierKind: string; identifier: string }): string {
  const french = identifierKind === 'SIRET' || identifierKind === 'SIREN';
  return french ? identifier.replace(/^(\d{3})(\d{3})(\d{3})(\d*)$/, '$1 $2 $3 $4').trim() : identifier;
}
