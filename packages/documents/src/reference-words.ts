import { defineWords } from '@jonction/domain/shared/words';

/** Why a reference file or folder was refused. */
export const referenceWords = defineWords({
  fr: {
    'rome.no_codes': 'Le dossier « {folder} » ne contient pas les fichiers « unix_ » du ROME.',
    'rome.missing_file': 'Il manque un fichier du ROME version 3 dans ce dossier : {file}.',
    'cpv.no_codes': 'Le dossier « {folder} » ne contient pas les codes CPV : on attend un fichier « cpvCodes….json ».',
    'cpv.no_labels':
      'Le dossier « {folder} » ne contient pas les libellés français : on attend un fichier « cpv….fr….yaml ».',
    'cpv.unreadable': 'Le fichier {file} n’est pas une liste de codes CPV.',
    'communes.unknown_columns':
      'Ce fichier n’est pas la base des codes postaux de La Poste : on attend les colonnes « Code_commune_INSEE », « Nom_commune », « Code_postal » et « coordonnees_gps ».',
  },
  en: {
    'rome.no_codes': 'The folder “{folder}” does not hold the “unix_” files of ROME.',
    'rome.missing_file': 'A file of ROME version 3 is missing from this folder: {file}.',
    'cpv.no_codes': 'The folder “{folder}” does not hold the CPV codes: a file “cpvCodes….json” is expected.',
    'cpv.no_labels': 'The folder “{folder}” does not hold the French labels: a file “cpv….fr….yaml” is expected.',
    'cpv.unreadable': 'The file {file} is no list of CPV codes.',
    'communes.unknown_columns':
      'This file is not the postal code base of La Poste: columns “Code_commune_INSEE”, “Nom_commune”, “Code_postal” and “coordonnees_gps” are expected.',
  },
});
