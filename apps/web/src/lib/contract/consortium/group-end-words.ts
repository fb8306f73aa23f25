import { defineWords } from '@jonction/domain/shared/words';

/** Words of the end of a group: what it changes, told before the act and after it. */
export const groupEndWords = defineWords({
  fr: {
    'end.open': 'Dissoudre le groupement',
    'end.will': 'Ce que la dissolution change :',
    'end.parts': {
      one: 'La part de {count} entreprise est arrêtée telle qu’elle est : plus rien ne la fait bouger, sauf ses propres heures d’avant.',
      other:
        'Les parts des {count} entreprises sont arrêtées telles qu’elles sont : plus rien ne les fait bouger, sauf leurs propres heures d’avant.',
    },
    'end.hours':
      'Les heures commencées jusqu’au dernier jour restent comptées dans les parts ; celles d’après comptent pour le marché seulement.',
    'end.signed': {
      one: '{count} transfert signé reste valable : {totalCents} HT restent dus entre les entreprises.',
      other: '{count} transferts signés restent valables : {totalCents} HT restent dus entre les entreprises.',
    },
    'end.waiting': {
      one: '{count} transfert attend une signature : il reste sans suite.',
      other: '{count} transferts attendent une signature : ils restent sans suite.',
    },
    'end.due': 'Le marché doit toujours {centihours} en entier : les titulaires du lot en répondent.',
    'end.told': 'Chaque entreprise reçoit une lettre, avec le motif et sa seule part.',
    'end.on': 'Dernier jour du groupement',
    'end.onHint': 'Aujourd’hui au plus tard, et pas avant le dernier transfert signé.',
    'end.reason': 'Pourquoi',
    'end.reasonHint': 'Les entreprises le liront. Exemple : « Avenant 3 : le titulaire poursuit seul ».',
    'end.confirm': 'J’ai lu ce que la dissolution change.',
    'end.undo': 'La dissolution peut être annulée ensuite, tant qu’aucun autre groupement n’est formé.',
    'end.do': 'Dissoudre',
    'end.closed': 'Le groupement est dissous : plus aucun transfert ne s’y propose ni ne s’y signe.',
    'ended.on': 'Groupement dissous : dernier jour le {day}.',
    'ended.onBy': 'Groupement dissous par {name} : dernier jour le {day}.',
    'ended.why': 'Motif : « {value} »',
    'ended.means':
      'Les parts ci-dessous sont arrêtées à ce jour. Le marché doit toujours ses heures en entier ; les heures d’après comptent pour lui seulement.',
    'ended.undo': 'Annuler la dissolution',
    'ended.undoHint': 'Les parts et les transferts en attente reprennent ; les entreprises en sont averties.',
    'ended.again': 'Former un nouveau groupement',
    'ended.account': 'Les comptes du groupement dissous',
    'ended.atEnd': 'Obligation à la dissolution : {centihours}.',
  },
  en: {
    'end.open': 'End the consortium',
    'end.will': 'What the end changes:',
    'end.parts': {
      one: 'The part of {count} company stops as it is: nothing moves it any more but its own hours of before.',
      other: 'The parts of the {count} companies stop as they are: nothing moves them but their own hours of before.',
    },
    'end.hours': 'Hours begun by the last day stay counted in the parts; those of after count for the contract alone.',
    'end.signed': {
      one: '{count} signed transfer stands: {totalCents} excl. VAT stay owed between the companies.',
      other: '{count} signed transfers stand: {totalCents} excl. VAT stay owed between the companies.',
    },
    'end.waiting': {
      one: '{count} transfer waits for a signature: it stays without effect.',
      other: '{count} transfers wait for a signature: they stay without effect.',
    },
    'end.due': 'The contract still owes {centihours} in all: the holders of the lot answer for it.',
    'end.told': 'Each company gets a letter, with the reason and its own part alone.',
    'end.on': 'Last day of the consortium',
    'end.onHint': 'Today at the latest, and not before the last signed transfer.',
    'end.reason': 'Why',
    'end.reasonHint': 'The companies will read it. Example: “Amendment 3: the holder goes on alone”.',
    'end.confirm': 'I have read what the end changes.',
    'end.undo': 'The end may be taken back later, as long as no other consortium is made.',
    'end.do': 'End it',
    'end.closed': 'The consortium has ended: no transfer is proposed or signed in it any more.',
    'ended.on': 'Consortium ended: last day {day}.',
    'ended.onBy': 'Consortium ended by {name}: last day {day}.',
    'ended.why': 'Reason: “{value}”',
    'ended.means':
      'The parts below stopped on that day. The contract still owes its hours in full; hours of after count for it alone.',
    'ended.undo': 'Take the end back',
    'ended.undoHint': 'Parts and waiting transfers go on; the companies are told.',
    'ended.again': 'Make a new consortium',
    'ended.account': 'The accounts of the consortium that ended',
    'ended.atEnd': 'Obligation at the end: {centihours}.',
  },
});
