/** Who or what said it: a census row shows it beside the status ("who says so, and since when"). */
export const contractEventSources = [
  'buyer_answer',
  'holder',
  'phone',
  'mail',
  'meeting',
  'decp',
  'import',
  'facilitator',
] as const;

export type ContractEventSource = (typeof contractEventSources)[number];

/** Whose word somebody may write down: not a file's, which speaks for itself. */
export const speakableSources = contractEventSources.filter(
  (source): source is Exclude<ContractEventSource, 'decp' | 'import'> => source !== 'decp' && source !== 'import',
);
