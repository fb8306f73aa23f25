import { readFileSync } from 'node:fs';
import { docxOf } from '../support/cv-docx.ts';
import { blocksOf } from '../support/cv-files.ts';
import { odtOf } from '../support/cv-odt.ts';
import { pdfOf } from '../support/cv-pdf.ts';

/** Somebody whom the partner recommends, with the file that she brought. Everybody here is fictitious. */
export interface Candidate {
  firstName: string;
  lastName: string;
  /** What the CV says, to be found in the form. */
  phone: string;
  postalCode: string;
  file: { name: string; mimeType: string; buffer: Buffer };
  /** An occupation that the file speaks of, in the words of the product. */
  occupation: string;
}

const cvOfMarius = `Marius DELORME
4 impasse du Moulin
75014 Paris
06 39 98 20 02
marius.delorme@example.org

AGENT D'ENTRETIEN

EXPÉRIENCE PROFESSIONNELLE
De janvier 2016 à mars 2019 : Agent d'entretien, Netteté Services (Paris 14e)
 - Nettoyage de bureaux et de vitres

COMPÉTENCES
Autolaveuse

LANGUES
Français : langue maternelle
`;

const cvOfYasmina = `Yasmina BELHADI
18 rue des Cordonniers
94200 Ivry-sur-Seine
06 39 98 20 03
yasmina.belhadi@example.org

EXPÉRIENCES
2017 - 2019 : Agente d'entretien, Les Halles Claires (Ivry-sur-Seine)
2012 - 2016 : Femme de chambre, Hôtel de la Gare

LANGUES
Français : B2
`;

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const odt = 'application/vnd.oasis.opendocument.text';

export const fatou: Candidate = {
  firstName: 'Fatou',
  lastName: 'Diarrassouba',
  phone: '06 39 98 10 01',
  postalCode: '75013',
  file: {
    name: 'cv-fatou.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(
      pdfOf(blocksOf(readFileSync(new URL('../support/cvs/01-nettoyage.txt', import.meta.url), 'utf8'))),
    ),
  },
  occupation: 'Nettoyage',
};

export const marius: Candidate = {
  firstName: 'Marius',
  lastName: 'Delorme',
  phone: '06 39 98 20 02',
  postalCode: '75014',
  file: { name: 'cv-marius.docx', mimeType: docx, buffer: Buffer.from(docxOf(cvOfMarius)) },
  occupation: 'Nettoyage',
};

export const yasmina: Candidate = {
  firstName: 'Yasmina',
  lastName: 'Belhadi',
  phone: '06 39 98 20 03',
  postalCode: '94200',
  file: { name: 'cv-yasmina.odt', mimeType: odt, buffer: Buffer.from(odtOf(cvOfYasmina)) },
  occupation: 'Nettoyage',
};

export const nameOf = ({ firstName, lastName }: Candidate) => `${firstName} ${lastName}`;
