import type { Api } from '#lib/server/api.ts';

type Shown = Awaited<ReturnType<Api['participant']['showMine']['query']>>;
/** A project as its page reads it. */
export type ShownProject = Shown['projects'][number];
export type ShownSkill = Shown['participant']['skills'][number];
