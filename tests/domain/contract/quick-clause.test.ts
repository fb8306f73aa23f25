import { type QuickLot, quickClauseLot } from '@jonction/domain/contract/quick-clause';
import { contractRefusalWords } from '@jonction/domain/contract/refusal-words';
import { targetModes } from '@jonction/domain/contract/target';
import { hasSentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const lot = (id: string, number: string | null = null, mode: QuickLot['mode'] = null): QuickLot => ({
  id,
  number,
  mode,
});
const codeOf = (lots: QuickLot[], named: string | null) => {
  const decision = quickClauseLot(lots, named);
  return decision.ok ? decision.value.id : decision.refusal.code;
};

describe('the lot on which a buyer logs hours in one line', () => {
  it('goes without saying when there is one', () => {
    expect(codeOf([lot('a')], null)).toBe('a');
    expect(codeOf([lot('a', '1')], null)).toBe('a');
  });

  it('is asked for when there are several, and the refusal says which', () => {
    const decision = quickClauseLot([lot('a', '1'), lot('b', '2')], null);
    expect(decision).toEqual({ ok: false, refusal: { code: 'contract.lot_to_say', facts: { lots: '1, 2' } } });
  });

  it('is understood however it is typed', () => {
    const lots = [lot('a', '1'), lot('b', '02'), lot('c', 'Lot 3')];
    expect(['2', '02', 'lot 2', 'Lot n°2', ' LOT N° 02 '].map((named) => codeOf(lots, named))).toEqual(
      Array.from({ length: 5 }, () => 'b'),
    );
    expect(codeOf(lots, '3')).toBe('c');
  });

  it('is one of the contract', () => {
    expect(codeOf([lot('a', '1')], '7')).toBe('contract.lot_unknown');
    expect(codeOf([lot('a')], '1')).toBe('contract.lot_unknown');
    expect(codeOf([], null)).toBe('contract.lot_unknown');
  });

  it('keeps a target that is counted from something else than a number', () => {
    for (const mode of targetModes.filter((one) => one !== 'fixed'))
      expect(codeOf([lot('a', null, mode)], null)).toBe('contract.clause_counted');
    expect(codeOf([lot('a', null, 'fixed')], null)).toBe('a');
  });

  it('answers with a lot of the contract, or a refusal that has a sentence', () => {
    const number = fc.option(fc.constantFrom('1', '2', '02', 'lot 3'));
    const anyLot = fc.record({
      id: fc.uuid(),
      number,
      mode: fc.option(fc.constantFrom(...targetModes)),
    });
    fc.assert(
      fc.property(fc.array(anyLot, { maxLength: 4 }), number, (lots, named) => {
        const decision = quickClauseLot(lots, named);
        if (!decision.ok) return hasSentence(contractRefusalWords, decision.refusal.code);
        return lots.some((one) => one === decision.value) && (named !== null || lots.length === 1);
      }),
    );
  });
});
