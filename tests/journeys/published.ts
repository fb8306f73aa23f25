import { cleaners, town } from './cast.ts';

/** The file of open data of the story, in the format of 2019: two lots that share a number, alive for years yet. */
export const reference = '2020-014';
export const contractObject = 'Nettoyage des écoles et des gymnases';

export function publishedContracts(today: Date): object {
  const monthsSince2020 = (today.getFullYear() - 2020) * 12 + today.getMonth();
  const lot = (object: string, amount: number) => ({
    id: reference,
    acheteur: { id: town.siret, nom: town.name },
    nature: 'Marché',
    objet: `${contractObject} - ${object}`,
    codeCPV: '90910000-9',
    procedure: "Appel d'offres ouvert",
    lieuExecution: { code: '75113', typeCode: 'Code commune', nom: 'Paris 13e' },
    dureeMois: monthsSince2020 + 18,
    dateNotification: '2020-01-06',
    datePublicationDonnees: '2020-01-20',
    montant: amount,
    formePrix: 'Ferme',
    titulaires: [{ typeIdentifiant: 'SIRET', id: cleaners.siret, denominationSociale: cleaners.name }],
    modifications: [],
  });
  return { marches: [lot('Lot 1 : écoles', 410_000), lot('Lot 2 : gymnases', 265_000)] };
}
