/** Keys whose value is records, or wraps them. */
export const wrapperKeys = new Set([
  'marches',
  'marche',
  'contrats',
  'contrat',
  'concessions',
  'concession',
  'contrat-concession',
  'contrats-concession',
  'contratsConcession',
  'contrat_concession',
  'records',
  'results',
  'data',
  'fields',
]);

/** One of these is in every record, and in no part of one. */
export const recordKeys = ['"objet"', '"acheteur"', '"autoriteConcedante"'];
