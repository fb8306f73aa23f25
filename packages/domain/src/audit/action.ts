import type { Locale } from '../shared/locale.ts';
import { hasSentence, joinWords, sentence, type Words } from '../shared/words.ts';
import { auditActionWords } from './action-words.ts';
import { crisisActionWords } from './crisis-action-words.ts';
import { hoursActionWords } from './hours-action-words.ts';
import { paperActionWords } from './paper-action-words.ts';
import { personActionWords } from './person-action-words.ts';
import { programmeActionWords } from './programme-action-words.ts';
import { signatureActionWords } from './signature-action-words.ts';
import { auditWords } from './words.ts';

/** The kinds of acts that a journal is filtered by: the noun before the dot. */
export const auditKinds = [
  'access',
  'audit',
  'bank',
  'census',
  'contact',
  'contract',
  'crisis',
  'cv',
  'eligibility',
  'file',
  'hours',
  'legal',
  'matching',
  'message',
  'offer',
  'organisation',
  'paper',
  'participant',
  'penalty',
  'placement',
  'positioning',
  'programme',
  'prospect',
  'published',
  'report',
  'signature',
] as const;
export type AuditKind = (typeof auditKinds)[number];

/** What the journal says of each act. */
export const auditActions = joinWords(
  auditActionWords,
  crisisActionWords,
  hoursActionWords,
  paperActionWords,
  personActionWords,
  programmeActionWords,
  signatureActionWords,
);

/** What people say of a recorded act; one that has no words yet is said to be another act, never shown as a code. */
export function actionWords(action: string, locale: Locale): string {
  return wordsOr(auditActions, `audit.action.${action}`, 'audit.action.other', locale);
}

/** What people call the thing an act was about. */
export function subjectWords(kind: string, locale: Locale): string {
  return wordsOr(auditWords, `audit.subject.${kind}`, 'audit.subject.other', locale);
}

function wordsOr(words: Words, code: string, other: string, locale: Locale): string {
  return sentence(words, locale, hasSentence(words, code) ? code : other);
}
