import { z } from 'zod';
import { isDay } from './day.ts';

export const daySchema = z.string().refine(isDay, { error: 'shared.not_a_day' });

/** The version of a record that the writer had in front of her: another one since then refuses `shared.changed_meanwhile`. */
export const versionSchema = z.int().positive();
