// Hides the questions that are not on the path, by the same walk the server takes when the form is sent.
import { documentsOnPath } from '../../definition/interview/documents.ts';
import { rawFromForm } from '../../definition/interview/form-values.ts';
import { walk } from '../../definition/interview/walk.ts';
import { fill, part } from '../../ui/client/start.ts';
import { bodyOf, type CounterRules, envOf, rulesOf } from './rules.ts';

/** Sent to the form by whoever cannot wait for the next frame. */
export const settlePath = 'settle-path';

export function followPath(root: HTMLElement, form: HTMLFormElement): void {
  const rules = rulesOf(root);
  const env = envOf(root, form);
  if (!rules) return;
  let waiting = false;
  const follow = (): void => {
    waiting = false;
    const raw = rawOf(rules, form);
    const walked = walk(rules, raw, env);
    const onPath = new Set([
      ...rules.eligibility.map((rule) => rule.ask.id),
      ...walked.pages.flatMap((step) => step.result.onPath.map((field) => field.id)),
    ]);
    const pages = new Set(walked.pages.map((step) => step.page.page));
    const documents = new Set(documentsOnPath(rules, walked.answers, env).map((document) => document.id));
    show(form, 'page', (id) => id === 'kelayakan' || pages.has(id));
    show(form, 'question', (id) => onPath.has(id));
    show(
      form,
      'document',
      (id) => documents.has(id) || !rules.documents.some((rule) => rule.id === id && rule.kind === 'file'),
    );
    for (const step of walked.eligibility) {
      const said = form.querySelector<HTMLElement>(`[data-unmet="${step.rule.id}"]`);
      if (said) said.hidden = step.met;
    }
    const left = walked.missing.length + walked.errors.length;
    const line = part(form, 'left');
    if (line) line.textContent = left === 0 ? (root.dataset.complete ?? '') : fill(root.dataset.left, left);
  };
  const soon = (): void => {
    if (!waiting) window.requestAnimationFrame(follow);
    waiting = true;
  };
  form.addEventListener('input', soon);
  form.addEventListener('change', soon);
  form.addEventListener(settlePath, follow);
  follow();
}

function rawOf(rules: CounterRules, form: HTMLFormElement): Record<string, unknown> {
  const body = bodyOf(form);
  const fields = [...rules.eligibility.map((rule) => rule.ask), ...rules.form.flatMap((page) => page.fields)];
  return rawFromForm(fields, body);
}

function show(form: HTMLFormElement, name: 'page' | 'question' | 'document', on: (id: string) => boolean): void {
  for (const element of form.querySelectorAll<HTMLElement>(`[data-${name}]`))
    element.hidden = !on(element.dataset[name] ?? '');
}
