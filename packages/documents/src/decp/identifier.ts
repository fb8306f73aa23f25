import { compactIdentifier, isSiren, isSiret } from '@jonction/domain/reference/siret';
import { foldedText } from '../folded-text.ts';
import { doubt, type Field, isAbsent, structured, textField, unwrapObjects } from './fields.ts';
import { plainText } from './plain-text.ts';
import { type Buyer, type Doubt, type Holder, type HolderIdKind, holderIdKinds } from './record.ts';

/**
 * A French number read through its usual accidents: spaces and dots, and the leading zeros that a spreadsheet drops
 * (believed only if the key is then right). Null: neither 9 nor 14 digits.
 */
function frenchNumber(field: Field, text: string): { idKind: 'SIRET' | 'SIREN'; id: string } | null {
  const digits = compactIdentifier(text);
  if (!/^\d{7,14}$/.test(digits) || /^(\d)\1+$/.test(digits)) return null;
  const whole = digits.length === 9 || digits.length === 14 ? digits : padded(field, digits);
  if (whole === null) return null;
  const siret = whole.length === 14;
  if (!siret) doubt(field, 'decp.siren_only', whole);
  if (!hasRightKey(whole)) doubt(field, 'decp.siret_key', whole);
  return { idKind: siret ? 'SIRET' : 'SIREN', id: whole };
}

function padded(field: Field, digits: string): string | null {
  const whole = digits.padStart(digits.length < 9 ? 9 : 14, '0');
  if (whole.length - digits.length > 3 || !hasRightKey(whole)) return null;
  doubt(field, 'decp.siret_padded', whole);
  return whole;
}

/**
 * The buyer, or why it cannot be identified. A wrong key is doubted and not refused: the number is still the one that
 * every publication of that buyer carries.
 */
export function buyerOf(raw: Record<string, unknown>, doubts: Doubt[]): Buyer | { code: string; value: string } {
  const [published] = unwrapObjects(raw.acheteur ?? raw.autoriteConcedante, ['acheteur', 'autoriteConcedante']);
  const bare = published ? null : textField(structured(raw.acheteur ?? raw.autoriteConcedante));
  const text = textField(published?.id) ?? bare ?? textField(raw['acheteur.id'] ?? raw.idAcheteur);
  if (text === null) return { code: 'decp.buyer_missing', value: '' };
  const number = frenchNumber({ name: buyerField(raw), value: text, doubts }, text);
  if (number === null) return { code: 'decp.buyer_malformed', value: text };
  return { ...number, name: nameOf(published?.nom ?? raw['acheteur.nom']) };
}

export function buyerField(raw: Record<string, unknown>): string {
  return raw.acheteur === undefined && raw.autoriteConcedante !== undefined ? 'autoriteConcedante.id' : 'acheteur.id';
}

const holderNames = ['titulaire', 'titulaires', 'concessionnaire', 'concessionnaires', 'sousTraitant'];

function hasRightKey(digits: string): boolean {
  return digits.length === 14 ? isSiret(digits) : isSiren(digits);
}

/** The holders in the order published (the first one leads a group), each once. */
export function holdersOf(field: Field): Holder[] {
  const holders = new Map<string, Holder>();
  for (const published of unwrapObjects(field.value, holderNames)) {
    const holder = holderOf({ ...field, value: published });
    if (holder) {
      const key = holder.id === '' ? `name ${holder.name}` : `${holder.idKind} ${holder.id}`;
      if (!holders.has(key)) holders.set(key, holder);
    }
  }
  return [...holders.values()];
}

export function holderOf(field: Field): Holder | null {
  const [published] = unwrapObjects(field.value, holderNames);
  if (!published) return null;
  const name = nameOf(published.denominationSociale ?? published.nom);
  const text = textField(published.id);
  if (text === null || /^(non\s(disponible|renseign)|inconnu|x+$|0+$)/i.test(text)) {
    return name === null ? null : { idKind: 'UNKNOWN', id: '', name };
  }
  const kind = kindWritten(published.typeIdentifiant);
  if (kind !== 'SIRET' && kind !== 'SIREN' && kind !== null) {
    return { idKind: kind, id: compactIdentifier(text), name };
  }
  const number = frenchNumber(field, text);
  if (number) return { ...number, name };
  doubt(field, 'decp.holder_malformed', text);
  return { idKind: 'UNKNOWN', id: compactIdentifier(text), name };
}

function kindWritten(value: unknown): HolderIdKind | null {
  const kind = foldedText(textField(value) ?? '');
  return holderIdKinds.find((known) => foldedText(known) === kind) ?? null;
}

function nameOf(value: unknown): string | null {
  return isAbsent(value) || typeof value !== 'string' ? null : plainText(value) || null;
}
