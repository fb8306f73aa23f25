import { foldedText } from '../folded-text.ts';
import { type Problem, problemIn } from '../problem.ts';
import { modificationsOf, subcontractsOf } from './amendments.ts';
import {
  centsField,
  cpvField,
  dayField,
  type Field,
  isObject,
  monthsField,
  textField,
  unwrapObjects,
  unwrapTexts,
} from './fields.ts';
import { buyerField, buyerOf, holdersOf } from './identifier.ts';
import { lotNumberOf } from './lot-number.ts';
import { officialSpelling } from './nomenclature.ts';
import { plainText } from './plain-text.ts';
import type { Considerations, ContractKind, DecpRecord, Doubt, Place } from './record.ts';
import { decpWords } from './words.ts';

/**
 * A published record as one shape, or why it cannot come in. Refused is only what cannot be identified: no buyer (a
 * SIRET or SIREN), no contract id, no object. Anything else that is wrong leaves the field null and says so in
 * `doubts`: a facilitator can complete a contract that is there.
 *
 * @param group the name of the list that held it, `contrat-concession` for concessions of 2024.
 */
export function normaliseRecord(raw: unknown, group: string): DecpRecord | Problem[] {
  if (!isObject(raw)) return [problemIn(decpWords, 'marché', 'decp.not_an_object')];
  const doubts: Doubt[] = [];
  const buyer = buyerOf(raw, doubts);
  const contractId = textField(raw.id);
  const object = plainText(textField(raw.objet) ?? '');
  const problems: Problem[] = [];
  if (!('id' in buyer)) problems.push(problemIn(decpWords, buyerField(raw), buyer.code, { value: buyer.value }));
  if (contractId === null) problems.push(problemIn(decpWords, 'id', 'decp.id_missing'));
  if (object === '') problems.push(problemIn(decpWords, 'objet', 'decp.object_missing'));
  if (!('id' in buyer) || contractId === null || problems.length > 0) return problems;
  const field = (...names: string[]): Field => {
    const name = names.find((candidate) => raw[candidate] !== undefined) ?? names[0] ?? '';
    return { name, value: raw[name], doubts };
  };
  const holders = holdersOf(field('titulaires', 'concessionnaires', 'titulaire'));
  if (holders.length === 0) doubts.push({ field: 'titulaires', code: 'decp.holder_missing', facts: {} });
  return {
    buyer,
    contractId,
    kind: kindOf(raw, group),
    nature: spelled(raw.nature),
    object,
    lotNumber: lotNumberOf(object),
    cpv: cpvField(field('codeCPV')),
    procedure: spelled(raw.procedure),
    techniques: spelledList(raw.techniques),
    modalities: spelledList(raw.modalitesExecution),
    ccag: spelled(raw.ccag),
    frameworkId: textField(raw.idAccordCadre),
    place: placeOf(raw),
    durationMonths: monthsField(field('dureeMois')),
    notifiedOn: dayField(field('dateNotification', 'dateSignature')),
    startsOn: dayField(field('dateDebutExecution')),
    publishedOn: dayField(field('datePublicationDonnees')),
    amountCents: centsField(field('montant', 'valeurGlobale')),
    priceForm: spelled(raw.formePrix),
    holders,
    groupKind: spelled(raw.typeGroupementOperateurs),
    social: considerationsOf(raw.considerationsSociales),
    environmental: considerationsOf(raw.considerationsEnvironnementales),
    subcontracts: subcontractsOf(raw, doubts),
    modifications: modificationsOf(raw.modifications, doubts),
    doubts,
  };
}

function kindOf(raw: Record<string, unknown>, group: string): ContractKind {
  const said = `${group} ${textField(raw._type) ?? ''} ${textField(raw.nature) ?? ''}`;
  const concession =
    /concession|delegationdeservice/.test(foldedText(said)) ||
    raw.autoriteConcedante !== undefined ||
    raw.concessionnaires !== undefined ||
    (raw.valeurGlobale !== undefined && raw.montant === undefined);
  return concession ? 'concession' : 'contract';
}

function placeOf(raw: Record<string, unknown>): Place | null {
  const [published] = unwrapObjects(raw.lieuExecution, ['lieuExecution']);
  const code = textField(published?.code);
  const name = plainText(textField(published?.nom) ?? '') || null;
  return code === null && name === null ? null : { code, typeCode: spelled(published?.typeCode), name };
}

function spelled(value: unknown): string | null {
  const text = textField(value);
  return text === null ? null : officialSpelling(text);
}

function spelledList(value: unknown): string[] | null {
  const texts = unwrapTexts(value);
  return texts === null ? null : [...new Set(texts.map(officialSpelling))].sort();
}

function considerationsOf(value: unknown): Considerations {
  const list = spelledList(value);
  if (list === null || list.length === 0) return 'unknown';
  const some = list.filter(
    (item) => !foldedText(item).startsWith('pasdeconsideration') && foldedText(item) !== 'sansobjet',
  );
  return some.length === 0 ? 'none' : some;
}
