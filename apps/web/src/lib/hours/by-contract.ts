interface Placed {
  clauseId: string;
  contractObject: string;
  contractReference: string;
  lotNumber: string | null;
}

export interface ContractGroup<Worker extends Placed> {
  clauseId: string;
  object: string;
  reference: string;
  lotNumber: string | null;
  workers: Worker[];
}

/** Workers of a month by the clause that they work on, in the order of its object: an agency declares for several at once. */
export function byContract<Worker extends Placed>(workers: readonly Worker[]): ContractGroup<Worker>[] {
  const groups = [...Map.groupBy(workers, ({ clauseId }) => clauseId)].flatMap(([clauseId, own]) => {
    const [first] = own;
    if (!first) return [];
    const { contractObject: object, contractReference: reference, lotNumber } = first;
    return [{ clauseId, object, reference, lotNumber, workers: own }];
  });
  return groups.sort(
    (a, b) => a.object.localeCompare(b.object, 'fr') || a.reference.localeCompare(b.reference, 'fr', { numeric: true }),
  );
}
