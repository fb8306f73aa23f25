import type { ChosenColumn, ExportList } from './export-list.ts';

export const portalCodes = [
  'people_import',
  'people_fse',
  'contracts_import',
  'contracts_decp',
  'hours_import',
] as const;

/** The columns of another tool, which come with the product. */
export interface PortalTemplate {
  code: (typeof portalCodes)[number];
  list: ExportList;
  columns: readonly ChosenColumn[];
}

const named = (columns: Readonly<Record<string, string>>): ChosenColumn[] =>
  Object.entries(columns).map(([key, header]) => ({ key, header }));

/**
 * The three sheets that come back here and show a difference before anything changes, under the headers of their templates; the
 * essential data of public contracts, under the names of the schema of the arrêté of 22 December 2022 (version 2.0.3); what is entered
 * of a participant of the European Social Fund, in the order of its form (regulation 2021/1057, annex I).
 */
export const portalTemplates: readonly PortalTemplate[] = [
  {
    code: 'people_import',
    list: 'people',
    columns: named({
      lastName: 'Nom',
      firstName: 'Prénom',
      birthDate: 'Date de naissance',
      phone: 'Téléphone',
      email: 'Courriel',
      postalCode: 'Code postal',
      occupations: 'Métiers visés',
      licences: 'Permis et habilitations',
      frenchLevel: 'Niveau de français',
      availableFrom: 'Disponible le',
      radiusKm: 'Rayon (km)',
      category: 'Catégorie',
      evidenceIssuedOn: 'Justificatif émis le',
      prescriber: 'Prescripteur',
      consentOn: 'Consentement le',
    }),
  },
  {
    code: 'people_fse',
    list: 'people',
    columns: named({
      lastName: 'Nom',
      firstName: 'Prénom',
      birthDate: 'Date de naissance',
      postalCode: 'Code postal',
      city: 'Commune',
      phone: 'Téléphone',
      email: 'Courriel',
      createdOn: 'Date d’entrée',
      prescriber: 'Prescripteur',
    }),
  },
  {
    code: 'contracts_import',
    list: 'contracts',
    columns: named({
      buyerSiret: 'Acheteur (SIRET)',
      reference: 'Référence',
      lot: 'Lot',
      object: 'Objet',
      cpv: 'CPV',
      holderSiret: 'Titulaire (SIRET)',
      amount: 'Montant HT',
      notifiedOn: 'Notifié le',
      endsOn: 'Fin prévue le',
      dueHours: 'Heures dues',
      contractStatus: 'Statut',
    }),
  },
  {
    code: 'contracts_decp',
    list: 'contracts',
    columns: named({
      reference: 'id',
      buyerSiret: 'acheteur.id',
      object: 'objet',
      cpv: 'codeCPV',
      placeCode: 'lieuExecution.code',
      notifiedOn: 'dateNotification',
      amount: 'montant',
      holderSiret: 'titulaires.id',
      social: 'considerationsSociales',
    }),
  },
  {
    code: 'hours_import',
    list: 'hours',
    columns: named({
      contract: 'Contrat',
      lot: 'Lot',
      hire: 'Salarié (identifiant)',
      month: 'Mois',
      from: 'Du',
      to: 'Au',
      hourKind: 'Nature',
      declared: 'Heures',
      payer: 'Pris en charge par',
      evidence: 'Justificatifs',
    }),
  },
];

export function portalTemplatesOf(list: ExportList): readonly PortalTemplate[] {
  return portalTemplates.filter((template) => template.list === list);
}
