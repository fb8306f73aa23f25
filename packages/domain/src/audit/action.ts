import type { Locale } from '../shared/locale.ts';
import { hasSentence, sentence, type Words } from '../shared/words.ts';
import { auditActionWords } from './action-words.ts';
import { auditWords } from './words.ts';

/** The kinds of acts that a journal is filtered by: the noun before the dot. */
export const auditKinds = [
  'access',
  'audit',
  'bank',
  'contact',
  'contract',
  'cv',
  'eligibility',
  'file',
  'hours',
  'matching',
  'message',
  'offer',
  'organisation',
  'participant',
  'placement',
  'positioning',
  'prospect',
] as const;
export type AuditKind = (typeof auditKinds)[number];

/** What people say of a recorded act; one that has no words yet is said to be another act, never shown as a code. */
export function actionWords(action: string, locale: Locale): string {
  return wordsOr(auditActionWords, `audit.action.${action}`, 'audit.action.other', locale);
}

/** What people call the thing an act was about. */
export function subjectWords(kind: string, locale: Locale): string {
  return wordsOr(auditWords, `audit.subject.${kind}`, 'audit.subject.other', locale);
}

function wordsOr(words: Words, code: string, other: string, locale: Locale): string {
  return sentence(words, locale, hasSentence(words, code) ? code : other);
}
