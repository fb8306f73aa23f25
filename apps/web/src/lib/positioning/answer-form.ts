import type { answerInput } from '@jonction/domain/positioning/answer';
import type { z } from 'zod';

/** An answer as the three forms post it, for `positioning.answer`. What is wrong is refused there, at its field. */
export function readAnswer(form: FormData): z.input<typeof answerInput> {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  return {
    positioningId: text('positioningId') ?? '',
    answer: (text('answer') ?? '') as 'meet',
    interviewAt: text('interviewAt')?.slice(0, 16) ?? null,
    reason: text('reason') as 'other' | null,
    note: text('note'),
    version: Number(text('version')) || null,
  };
}
