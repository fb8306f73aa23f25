/** How somebody gets to work, as the person says it; nothing of why. */
export const transports = ['foot', 'bike', 'scooter', 'car', 'public', 'shared'] as const;
export type Transport = (typeof transports)[number];

/** Where a project stands: looked for, found, or given up. */
export const projectStates = ['active', 'achieved', 'dropped'] as const;
export type ProjectState = (typeof projectStates)[number];
