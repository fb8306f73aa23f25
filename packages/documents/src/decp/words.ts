import { defineWords } from '@jonction/domain/shared/words';

/** What is said of a file of public contracts: why it, or one of its records, did not come in, or what to look at. */
export const decpWords = defineWords({
  fr: {
    'decp.xml':
      'Ce fichier est en XML. Jonction lit les données essentielles en JSON ou en CSV : téléchargez la version JSON sur la même page.',
    'decp.zip': 'Ce fichier est une archive zip. Ouvrez-la et donnez le fichier JSON ou CSV qu’elle contient.',
    'decp.not_contracts':
      'Ce fichier n’est pas un fichier de marchés : on attend du JSON (données essentielles) ou un CSV avec les colonnes « id » et « objet ».',
    'decp.empty_file': 'Ce fichier est vide.',
    'decp.broken': 'Ce marché est mal écrit dans le fichier et ne peut pas être lu ; les suivants l’ont été.',
    'decp.not_an_object': 'Il y a ici autre chose qu’un marché.',
    'decp.row_short':
      'Cette ligne est coupée : elle a {cells} colonnes, le tableau en a {columns}. Les autres lignes ont été lues.',
    'decp.too_long': 'Ce marché est trop long pour être lu (plus de 8 Mo).',
    'decp.cut': 'Le fichier s’arrête au milieu : il manque des marchés. Téléchargez-le à nouveau.',
    'decp.buyer_missing': 'L’acheteur n’est pas identifié : il manque son SIRET.',
    'decp.buyer_malformed': '« {value} » n’est pas un SIRET : l’acheteur ne peut pas être identifié.',
    'decp.id_missing': 'Le numéro du marché manque.',
    'decp.object_missing': 'L’objet du marché manque.',
    'decp.siret_key': 'La clé du SIRET {value} est fausse : un chiffre est sans doute mal recopié.',
    'decp.siren_only': '{value} est un SIREN : l’établissement n’est pas connu.',
    'decp.siret_padded': 'Le SIRET avait perdu ses zéros de tête : {value} a été compris.',
    'decp.holder_malformed': '« {value} » n’est pas un identifiant d’entreprise.',
    'decp.holder_missing': 'Le titulaire n’est pas publié.',
    'decp.date_impossible': '« {value} » n’est pas une date possible.',
    'decp.amount_suspicious': 'Le montant publié est de {value} € : il n’est sans doute pas renseigné.',
    'decp.amount_unreadable': '« {value} » n’est pas un montant.',
    'decp.duration_unreadable': '« {value} » n’est pas une durée en mois.',
    'decp.cpv_unreadable': '« {value} » n’est pas un code CPV à 8 chiffres.',
  },
  en: {
    'decp.xml': 'This file is XML. Jonction reads essential data as JSON or CSV: download the JSON version.',
    'decp.zip': 'This file is a zip archive. Open it and give the JSON or CSV file that it holds.',
    'decp.not_contracts':
      'This is not a file of contracts: JSON (essential data) or a CSV with the columns “id” and “objet” is expected.',
    'decp.empty_file': 'This file is empty.',
    'decp.broken': 'This contract is badly written in the file and cannot be read; the following ones were.',
    'decp.not_an_object': 'There is something other than a contract here.',
    'decp.row_short': 'This line is cut: it has {cells} columns, the table has {columns}. The other lines were read.',
    'decp.too_long': 'This contract is too long to be read (over 8 MB).',
    'decp.cut': 'The file stops half-way: contracts are missing. Download it again.',
    'decp.buyer_missing': 'The buyer is not identified: its SIRET is missing.',
    'decp.buyer_malformed': '“{value}” is not a SIRET: the buyer cannot be identified.',
    'decp.id_missing': 'The number of the contract is missing.',
    'decp.object_missing': 'The object of the contract is missing.',
    'decp.siret_key': 'The key of the SIRET {value} is wrong: a digit was probably miscopied.',
    'decp.siren_only': '{value} is a SIREN: the establishment is not known.',
    'decp.siret_padded': 'The SIRET had lost its leading zeros: {value} was understood.',
    'decp.holder_malformed': '“{value}” does not identify a company.',
    'decp.holder_missing': 'The holder is not published.',
    'decp.date_impossible': '“{value}” is not a possible date.',
    'decp.amount_suspicious': 'The published amount is {value} €: it was probably not filled in.',
    'decp.amount_unreadable': '“{value}” is not an amount.',
    'decp.duration_unreadable': '“{value}” is not a duration in months.',
    'decp.cpv_unreadable': '“{value}” is not an 8-digit CPV code.',
  },
});
