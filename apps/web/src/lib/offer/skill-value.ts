/** Parts a skill's code from its label in one checkbox value. */
export const skillSeparator = '\u001f';
