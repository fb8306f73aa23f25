import { type DecpRead, openDecp } from '@jonction/documents/decp';
import type { DecpRecord } from '@jonction/documents/decp/record';

/** Fictitious buyers and companies whose SIRET have a right key. */
export const town = '21990001600011';
export const county = '22990002200018';
export const painter = '99000001000019';
export const mason = '99000002800011';
export const roofer = '99000003600014';

/** A contract as the 2024 format writes it. */
export function rawContract(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: '2024-017-00',
    acheteur: { id: town },
    nature: 'Marché',
    objet: 'Rénovation de l’école des Tilleuls',
    codeCPV: '45000000',
    procedure: 'Procédure adaptée',
    lieuExecution: { code: '99001', typeCode: 'Code postal' },
    dureeMois: 12,
    dateNotification: '2024-03-01',
    datePublicationDonnees: '2024-03-12',
    montant: 120000.5,
    formePrix: 'Forfaitaire',
    ccag: 'Travaux',
    typeGroupementOperateurs: 'Pas de groupement',
    titulaires: [{ titulaire: { typeIdentifiant: 'SIRET', id: painter } }],
    considerationsSociales: { considerationSociale: ['Clause sociale'] },
    considerationsEnvironnementales: { considerationEnvironnementale: ['Pas de considération environnementale'] },
    modalitesExecution: { modaliteExecution: ['Sans objet'] },
    techniques: { technique: ['Sans objet'] },
    modifications: [],
    ...changes,
  };
}

export async function readText(text: string | Uint8Array, chunkBytes = 65_536): Promise<DecpRead[]> {
  const opened = await openDecp(chunked(typeof text === 'string' ? Buffer.from(text) : text, chunkBytes));
  if (!opened.ok) throw new Error(opened.refusal.code);
  return Array.fromAsync(opened.value);
}

export async function readRaw(...raws: unknown[]): Promise<DecpRead[]> {
  return readText(JSON.stringify({ marches: { marche: raws } }));
}

/** The one contract of the raw record. */
export async function contractOf(raw: unknown): Promise<DecpRecord> {
  const [read] = await readRaw(raw);
  if (!read?.ok) throw new Error(JSON.stringify(read));
  return read.contract;
}

export async function* chunked(bytes: Uint8Array, chunkBytes: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.byteLength; from += chunkBytes) yield bytes.subarray(from, from + chunkBytes);
}
