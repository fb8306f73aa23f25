import { router } from '../trpc.ts';
import { communes } from './communes.ts';
import { cpvLabels, cpvs } from './search-cpv.ts';
import { occupationLabels, occupations } from './search-occupations.ts';
import { searchSkills } from './search-skills.ts';
import { skills } from './skills.ts';

export const referenceRouter = router({
  occupations,
  occupationLabels,
  skills,
  searchSkills,
  communes,
  cpvs,
  cpvLabels,
});
