import type { SheetForm } from './field.ts';

export type InvoicesField = 'contract' | 'lot' | 'invoice' | 'date' | 'amount';

export const invoicesForm: SheetForm<InvoicesField> = {
  title: 'Factures',
  intro: 'Une ligne par facture : les heures dues de certains marchés suivent ce qui est facturé.',
  fields: [
    {
      key: 'contract',
      header: 'Contrat',
      aliases: ['marché', 'n° de marché', 'numéro de marché', 'référence du marché'],
      required: true,
      kind: 'text',
      help: 'Le numéro du marché dans Jonction, ou le SIRET de l’acheteur, une barre et sa référence.',
      example: '21990001600011/2024-017',
    },
    {
      key: 'lot',
      header: 'Lot',
      aliases: ['n° de lot', 'numéro de lot'],
      required: false,
      kind: 'text',
      help: 'Le numéro du lot, si le marché en a.',
      example: '2',
    },
    {
      key: 'invoice',
      header: 'Facture',
      aliases: ['n° de facture', 'numéro de facture', 'référence facture'],
      required: true,
      kind: 'text',
      help: 'Le numéro de la facture : deux lignes de même numéro sont la même facture.',
      example: 'F-2024-0117',
    },
    {
      key: 'date',
      header: 'Date',
      aliases: ['date de facture', 'date facture', 'facturé le'],
      required: true,
      kind: 'day',
      help: 'La date de la facture.',
      example: '30/04/2024',
    },
    {
      key: 'amount',
      header: 'Montant HT',
      aliases: ['montant', 'montant (ht)', 'total ht'],
      required: true,
      kind: 'number',
      help: 'Le montant hors taxes, en euros ; négatif pour un avoir.',
      example: '12500',
    },
  ],
};
