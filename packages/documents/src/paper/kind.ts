/** What a paper of a declaration may be: as a payroll program prints it, a photo of it, a statement in a sheet or a text. */
export const paperKinds = ['pdf', 'jpeg', 'png', 'xlsx', 'odt'] as const;
export type PaperKind = (typeof paperKinds)[number];
