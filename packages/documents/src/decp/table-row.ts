import { foldedText } from '../folded-text.ts';

/**
 * Puts the cells of a table of contracts back into the shape of the JSON: `acheteur_id`, `acheteur.id` and
 * `Acheteur Id` are `acheteur: {id}`. Holders may be in numbered columns (`titulaire_id_1`, `titulaire_id_2`).
 */
export function tableColumns(header: readonly string[]): Column[] {
  return header.map((name) => {
    const key = foldedText(name.replace(/type_?identifiant(type_?identifiant)?/i, 'typeIdentifiant'));
    const holder = /^(?:titulaires?|concessionnaires?)(id|typeidentifiant|denominationsociale|nom)(\d*)$/.exec(key);
    if (holder) {
      return { into: 'holder', index: Number(holder[2] || 1), name: holderNames[holder[1] ?? ''] ?? 'id' };
    }
    const buyer = /^(?:acheteur|autoriteconcedante)(id|nom)$/.exec(key);
    if (buyer) return { into: 'acheteur', name: buyer[1] ?? '' };
    const place = /^lieuexecution(code|typecode|nom)$/.exec(key);
    if (place) return { into: 'lieuExecution', name: place[1] === 'typecode' ? 'typeCode' : (place[1] ?? '') };
    return { into: 'record', name: recordNames.get(key) ?? name };
  });
}

export type Column =
  | { into: 'record' | 'acheteur' | 'lieuExecution'; name: string }
  | { into: 'holder'; index: number; name: string };

/** Whether a header is that of a table of contracts. */
export function isContractTable(columns: readonly Column[]): boolean {
  const names = columns.map((column) => `${column.into} ${column.name}`);
  return names.includes('record id') && names.includes('record objet');
}

export function rawFromRow(columns: readonly Column[], cells: readonly string[]): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  const nested: Record<string, Record<string, string>> = { acheteur: {}, lieuExecution: {} };
  const holders: Record<string, string>[] = [];
  for (const [at, column] of columns.entries()) {
    const cell = cells[at]?.trim() ?? '';
    if (cell === '') continue;
    if (column.into === 'record') record[column.name] = cell;
    else if (column.into === 'holder') {
      const holder = holders[column.index - 1] ?? {};
      holder[column.name] = cell;
      holders[column.index - 1] = holder;
    } else nested[column.into] = { ...nested[column.into], [column.name]: cell };
  }
  return { titulaires: holders.filter((holder) => holder !== undefined), ...nested, ...record };
}

const holderNames: Record<string, string> = {
  id: 'id',
  typeidentifiant: 'typeIdentifiant',
  denominationsociale: 'denominationSociale',
  nom: 'denominationSociale',
};

const recordNames = new Map(
  [
    'id',
    'objet',
    'nature',
    'codeCPV',
    'procedure',
    'techniques',
    'modalitesExecution',
    'ccag',
    'idAccordCadre',
    'dureeMois',
    'dateNotification',
    'datePublicationDonnees',
    'dateDebutExecution',
    'dateSignature',
    'montant',
    'valeurGlobale',
    'formePrix',
    'typeGroupementOperateurs',
    'considerationsSociales',
    'considerationsEnvironnementales',
    'titulaires',
    'concessionnaires',
    'acheteur',
    'modifications',
    'actesSousTraitance',
  ].map((name) => [foldedText(name), name]),
);
