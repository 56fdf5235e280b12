// The questions as the page brought them along, and the form as the server will see it.
import type { Env } from '../../definition/fields/types.ts';
import type { ServiceDefinition } from '../../definition/schema.ts';

/** The part of a definition that decides the path; the page leaves the rest out, and the walk never asks for it. */
export type CounterRules = ServiceDefinition;

export function rulesOf(root: HTMLElement): CounterRules | undefined {
  const text = root.dataset.counter;
  return text ? (JSON.parse(text) as CounterRules) : undefined;
}

/** Areas by their codes alone: 73.72.01.1004 lies inside 73.72.01. */
export function envOf(root: HTMLElement, form: HTMLFormElement): Env {
  const names = new Map<string, string>();
  for (const option of form.querySelectorAll<HTMLOptionElement>('select option')) names.set(option.value, option.text);
  return {
    today: root.dataset.today ?? '',
    locale: root.dataset.locale === 'en' ? 'en' : 'id',
    areas: {
      has: (code) => names.has(code),
      name: (code) => names.get(code),
      within: (code, parent) => code === parent || code.startsWith(`${parent}.`),
    },
  };
}

/** Field names and values as posted: a repeated name is a list. Files are known by being there. */
export function bodyOf(form: HTMLFormElement): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  new FormData(form).forEach((value, name) => {
    const one = typeof value === 'string' ? value : value.size > 0 ? 'berkas' : undefined;
    if (one === undefined) return;
    const before = body[name];
    body[name] = before === undefined ? one : Array.isArray(before) ? [...before, one] : [before, one];
  });
  return body;
}
