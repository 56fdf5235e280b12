import type { Field } from '../definition/schema.ts';

/** The browser may fill in what the person has typed elsewhere (WCAG 1.3.5); only for questions about the applicant. */
export function autocompleteOf(field: Field): string | undefined {
  if (field.type === 'name' && field.id === 'nama') return 'name';
  if (field.type === 'phone' && field.id === 'hp') return 'tel';
  if (field.type === 'email') return 'email';
  return undefined;
}
