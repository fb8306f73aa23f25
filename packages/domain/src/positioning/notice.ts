/** What the team must know of a positioning and has not seen yet, as its tray names it. */
export const noticeKinds = [
  'closed_silence',
  'closed_found_work',
  'closed_offer',
  'dead_address',
  'transfer_asked',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];
