import { z } from 'zod';

/** The version of a record that the writer had in front of her: another one since then refuses `shared.changed_meanwhile`. */
export const versionSchema = z.int().positive();
