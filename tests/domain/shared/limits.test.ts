import { logContactSchema } from '@jonction/domain/contact/contact';
import { penaltyTermsSchema } from '@jonction/domain/contract/clause';
import { createContractSchema, logBoughtSchema, recordEventSchema } from '@jonction/domain/contract/contract';
import { confirmCvSchema, cvContentSchema, cvLanguageSchema, cvSkillSchema } from '@jonction/domain/cv/content';
import { recordEvidenceSchema } from '@jonction/domain/eligibility/record';
import { offerInput } from '@jonction/domain/offer/offer';
import { createOrganisationSchema } from '@jonction/domain/organisation/organisation';
import { createParticipantSchema } from '@jonction/domain/participant/create';
import { listParticipantsSchema } from '@jonction/domain/participant/list';
import { answerRecommendationSchema, recommendParticipantSchema } from '@jonction/domain/participant/recommend';
import { followParticipantSchema } from '@jonction/domain/participant/update';
import { answerInput } from '@jonction/domain/positioning/answer';
import { pushInput } from '@jonction/domain/positioning/push';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { fieldsRefused } from './refusals-of.ts';

/** Every free text that a form holds, with the most characters that it keeps. */
const texts: readonly (readonly [form: string, shape: z.ZodObject, most: Readonly<Record<string, number>>])[] = [
  ['an organisation', createOrganisationSchema, { name: 300, address: 300, city: 100 }],
  ['a person', createParticipantSchema, { firstName: 100, lastName: 100, city: 100 }],
  ['a recommendation', recommendParticipantSchema, { firstName: 100, lastName: 100, city: 100, message: 2000 }],
  ['the answer to a recommendation', answerRecommendationSchema, { answer: 2000 }],
  ['what comes next for a person', followParticipantSchema, { nextAction: 200 }],
  ['a search of the CV bank', listParticipantsSchema, { text: 200 }],
  ['a contact', logContactSchema, { note: 2000 }],
  ['a paper', recordEvidenceSchema, { label: 200 }],
  ['a CV', confirmCvSchema, { title: 200 }],
  ['the content of a CV', cvContentSchema, { summary: 1000 }],
  ['a skill', cvSkillSchema, { skill: 200, label: 200 }],
  ['a language', cvLanguageSchema, { levelText: 80 }],
  ['a contract', createContractSchema, { reference: 120, object: 1000, placeCode: 10, placeName: 200 }],
  ['a contract that its buyer logs', logBoughtSchema, { reference: 120, object: 1000, lotNumber: 20, holderName: 300 }],
  ['an event', recordEventSchema, { saidBy: 200, legalBasis: 300, note: 2000 }],
  ['a penalty', penaltyTermsSchema, { note: 1000 }],
  [
    'an offer',
    offerInput,
    { title: 200, placeLabel: 200, description: 4000, schedule: 500, contactName: 200, contactPhone: 40 },
  ],
  ['a push', pushInput, { recipientName: 200, message: 2000 }],
  ['an answer', answerInput, { note: 1000 }],
];

describe.each(texts)('%s', (_, shape, limits) => {
  it.each(Object.entries(limits))('keeps its %s to %d characters, without the spaces around', (field, most) => {
    const full = 'x'.repeat(most);
    // Judged on its own: what is wrong with the rest of the form is another matter.
    const alone = shape.shape[field];
    expect(alone).toBeDefined();
    expect(alone?.safeParse(full)).toEqual({ success: true, data: full });
    expect(alone?.safeParse(`  ${full}\t`)).toEqual({ success: true, data: full });
    expect(alone?.safeParse(`${full}x`).success).toBe(false);
  });
});

describe('the lists of a form', () => {
  it.each([
    ['occupations', 20],
    ['licences', 20],
  ])('hold in a search of the CV bank %s to %d', (field, most) => {
    const of = (count: number) => ({ [field]: Array.from({ length: count }, () => 'B') });
    expect(fieldsRefused(listParticipantsSchema, of(most))).toEqual([]);
    expect(fieldsRefused(listParticipantsSchema, of(most + 1))).toEqual([field]);
  });

  it('hold in a CV what a life holds, and no more', () => {
    const most = { occupations: 30, skills: 100, licences: 60, languages: 20, experience: 60 };
    const one = {
      occupations: { code: 'K2204' },
      skills: { skill: 'x', label: 'x' },
      licences: 'B',
      languages: { code: 'fr' },
      experience: { label: 'x' },
    };
    for (const field of ['occupations', 'skills', 'licences', 'languages', 'experience'] as const) {
      const of = (count: number) => ({ [field]: Array.from({ length: count }, () => one[field]) });
      expect(fieldsRefused(cvContentSchema, of(most[field])), field).toEqual([]);
      expect(fieldsRefused(cvContentSchema, of(most[field] + 1)), field).toEqual([field]);
    }
  });
});
