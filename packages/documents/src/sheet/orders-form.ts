import type { SheetField, SheetForm } from './field.ts';
import { type InvoicesField, invoicesForm } from './invoices-form.ts';

const own: Partial<Record<InvoicesField, Partial<SheetField<InvoicesField>>>> = {
  invoice: {
    header: 'Bon de commande',
    aliases: ['commande', 'n° de bon de commande', 'n° de commande', 'numéro de commande', 'référence commande', 'bdc'],
    help: 'Le numéro du bon de commande : deux lignes de même numéro sont le même bon.',
    example: 'BC-2024-031',
  },
  date: { aliases: ['date de commande', 'date commande', 'commandé le'], help: 'La date du bon de commande.' },
  amount: { help: 'Le montant hors taxes, en euros ; négatif pour une annulation.' },
};

/** The purchase orders of contracts: the sheet of invoices, in the words of an order. */
export const ordersForm: SheetForm<InvoicesField> = {
  title: 'Bons de commande',
  intro: 'Une ligne par bon de commande : les heures à prévoir de certains marchés suivent ce qui est commandé.',
  fields: invoicesForm.fields.map((field) => ({ ...field, ...own[field.key] })),
};
