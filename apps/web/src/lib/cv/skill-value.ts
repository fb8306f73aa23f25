const between = '\u001f';

/** A skill as the one value of a checkbox: its key and its words. */
export function skillValue({ skill, label }: { skill: string; label: string }): string {
  return `${skill}${between}${label}`;
}

export function skillOfValue(value: string): { skill: string; label: string } {
  const [skill = '', label = skill] = value.split(between);
  return { skill, label };
}
