import { router } from '../trpc.ts';
import { communes } from './communes.ts';
import { occupationLabels, occupations } from './search-occupations.ts';
import { skills } from './skills.ts';

export const referenceRouter = router({ occupations, occupationLabels, skills, communes });
