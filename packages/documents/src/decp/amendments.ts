import { canonicalJson } from './canonical.ts';
import { centsField, dayField, type Field, isUnreadable, monthsField, textField, unwrapObjects } from './fields.ts';
import { holderOf, holdersOf } from './identifier.ts';
import { plainText } from './plain-text.ts';
import type { Doubt, Modification, Subcontract } from './record.ts';

/** The amendments of a contract, each once, in the order of their days. */
export function modificationsOf(value: unknown, doubts: Doubt[]): Modification[] {
  return inOrder(
    unwrapObjects(value, ['modification', 'modifications']).map((raw) => {
      const field = fieldsOf('modifications', raw, doubts);
      return {
        id: textField(raw.id),
        on: dayField(field('dateNotificationModification', 'dateSignatureModification')),
        publishedOn: dayField(field('datePublicationDonneesModification', 'datePublicationDonnees')),
        amountCents: quietCents(field('montant', 'valeurGlobale')),
        durationMonths: quietMonths(field('dureeMois')),
        holders: raw.titulaires === undefined ? null : nullIfEmpty(holdersOf(field('titulaires'))),
        object: plainText(textField(raw.objetModification ?? raw.objet) ?? '') || null,
      };
    }),
  );
}

/** The acts of subcontracting and what amends them, each once, in the order of their days. */
export function subcontractsOf(raw: Record<string, unknown>, doubts: Doubt[]): Subcontract[] {
  const acts = unwrapObjects(raw.actesSousTraitance, ['acteSousTraitance']).map((act) => {
    const field = fieldsOf('actesSousTraitance', act, doubts);
    return {
      id: textField(act.id),
      holder: holderOf(field('sousTraitant')),
      on: dayField(field('dateNotification')),
      publishedOn: dayField(field('datePublicationDonnees')),
      amountCents: quietCents(field('montant')),
      durationMonths: quietMonths(field('dureeMois')),
      amends: false,
    };
  });
  const changes = unwrapObjects(raw.modificationsActesSousTraitance, [
    'modificationActeSousTraitance',
    'modificationActesSousTraitance',
  ]).map((change) => {
    const field = fieldsOf('modificationsActesSousTraitance', change, doubts);
    return {
      id: textField(change.id),
      holder: null,
      // Two names are in use for each date: the schemas 2.0.2 and 2.0.3 differ.
      on: dayField(field('dateNotificationModificationSousTraitance', 'dateNotificationModificationActeSousTraitance')),
      publishedOn: dayField(field('datePublicationDonnees', 'datePublicationDonneesModificationActeSousTraitance')),
      amountCents: quietCents(field('montant')),
      durationMonths: quietMonths(field('dureeMois')),
      amends: true,
    };
  });
  return inOrder([...acts, ...changes]);
}

/** A union that does not depend on the order of its parts: what two publications of one lot say together. */
export function inOrder<Item extends { on: string | null }>(items: readonly Item[]): Item[] {
  if (items.length < 2) return [...items];
  const byText = new Map(items.map((item) => [`${item.on ?? ''} ${canonicalJson(item)}`, item]));
  return [...byText.keys()].sort().flatMap((text) => byText.get(text) ?? []);
}

function fieldsOf(list: string, raw: Record<string, unknown>, doubts: Doubt[]): (...names: string[]) => Field {
  return (...names) => {
    const name = names.find((candidate) => raw[candidate] !== undefined) ?? names[0] ?? '';
    return { name: `${list}.${name}`, value: raw[name], doubts };
  };
}

// Amendments of a price list alone carry 0 or 1 €, a duration of 0 means "unchanged": neither is worth a doubt.
function quietCents(field: Field): number | null {
  const doubts: Doubt[] = [];
  const cents = centsField({ ...field, doubts });
  field.doubts.push(...doubts.filter(isUnreadable));
  return cents;
}

function quietMonths(field: Field): number | null {
  return Number(field.value) === 0 ? null : monthsField(field);
}

function nullIfEmpty<Item>(items: Item[]): Item[] | null {
  return items.length === 0 ? null : items;
}
