import { type ContractEvent, type ContractFact, contractEventSchema } from '@jonction/domain/contract/event';
import { contractEventTypes, contractStatuses } from '@jonction/domain/contract/lifecycle';
import { recordEvent } from '@jonction/domain/contract/record-event';
import { contractEventSources } from '@jonction/domain/contract/said';
import { foldStatus } from '@jonction/domain/contract/status';
import { contractWords } from '@jonction/domain/contract/words';
import { hasSentence, sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contractFactArbitrary, contractFactsArbitrary } from './arbitraries.ts';

function event(changes: Partial<ContractEvent> = {}): ContractEvent {
  return {
    type: 'stop',
    on: '2020-03-17',
    recordedOn: '2020-03-20',
    source: 'buyer_answer',
    documentId: null,
    author: 'F1',
    legalBasis: null,
    ...changes,
  };
}

const known: ContractFact[] = [
  { type: 'notify', on: '2020-01-02', recordedOn: '2020-01-02' },
  { type: 'start', on: '2020-01-06', recordedOn: '2020-01-06' },
];

describe('recording an event', () => {
  test('takes one that the status allows on its day', () => {
    expect(recordEvent({ events: known, event: event() })).toEqual({ ok: true, value: event() });
  });

  test('refuses one that the status does not allow, and says what it does', () => {
    expect(recordEvent({ events: known, event: event({ type: 'settle' }) })).toEqual({
      ok: false,
      refusal: {
        code: 'contract.event_not_allowed',
        facts: {
          type: 'settle',
          status: 'active',
          allowed: 'complete, extend, stop, suspend, suspend_clause, terminate',
        },
      },
    });
  });

  test('goes by the status on the day of effect, not by the last', () => {
    const completed: ContractFact[] = [...known, { type: 'complete', on: '2020-06-30', recordedOn: '2020-06-30' }];
    const late = event({ type: 'suspend', on: '2020-03-25', recordedOn: '2020-07-15' });
    expect(recordEvent({ events: completed, event: late })).toMatchObject({ ok: true });
    expect(recordEvent({ events: completed, event: { ...late, on: '2020-07-01' } })).toMatchObject({ ok: false });
  });

  test('takes an announcement of what will come', () => {
    const announced = event({ type: 'terminate', on: '2020-12-31', recordedOn: '2020-05-02' });
    expect(recordEvent({ events: known, event: announced })).toMatchObject({ ok: true });
  });

  test('takes exactly those that the fold does not skip', () => {
    fc.assert(
      fc.property(contractFactsArbitrary, contractFactArbitrary, (events, fact) => {
        const all = [...events, fact];
        const { refused } = foldStatus({ events: all, asOf: fact.on, knownOn: fact.recordedOn });
        const skipped = refused.some((one) => one.event === events.length);
        expect(recordEvent({ events, event: event(fact) }).ok).toBe(!skipped);
      }),
    );
  });
});

describe('the shape of an event', () => {
  test('says who said it, on what document, who wrote it down and on what legal ground', () => {
    const full = event({ documentId: 'D1', legalBasis: 'Ordonnance 2020-319, article 6', endsOn: '2021-12-31' });
    expect(contractEventSchema.parse(full)).toEqual(full);
  });

  test.each([
    ['nobody who wrote it', { author: '' }],
    ['a source that does not exist', { source: 'rumour' }],
    ['no source', { source: undefined }],
    ['a type that does not exist', { type: 'pause' }],
    ['a day that does not exist', { on: '2020-02-30' }],
    ['an end that is no day', { endsOn: 'next year' }],
  ])('refuses %s', (_, wrong) => {
    expect(contractEventSchema.safeParse({ ...event(), ...wrong }).success).toBe(false);
  });
});

describe('words', () => {
  test.each(contractStatuses)('status %s has its words', (status) => {
    expect(hasSentence(contractWords, `contract.status.${status}`)).toBe(true);
  });

  test.each(contractEventTypes)('event %s has its words', (type) => {
    expect(hasSentence(contractWords, `contract.event.${type}`)).toBe(true);
  });

  test.each(contractEventSources)('source %s has its words', (source) => {
    expect(hasSentence(contractWords, `contract.event_source.${source}`)).toBe(true);
  });

  test('no two statuses read alike, in either language', () => {
    for (const locale of ['fr', 'en'] as const) {
      const words = contractStatuses.map((status) => sentence(contractWords, locale, `contract.status.${status}`));
      expect(new Set(words).size).toBe(contractStatuses.length);
    }
  });

  test('the refusal is a sentence in both languages, and leaves no gap', () => {
    const refused = recordEvent({ events: known, event: event({ type: 'settle' }) });
    if (refused.ok) throw new Error('it should have been refused');
    const { code, facts } = refused.refusal;
    for (const locale of ['fr', 'en'] as const) {
      const words = sentence(contractWords, locale, code, facts);
      expect(words).not.toBe(code);
      expect(words).toMatch(/\.$/);
      expect(words).not.toMatch(/[{}…]/);
    }
  });
});
