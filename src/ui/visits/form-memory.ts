// From a form to what can be kept, and back.
import type { KeptPhoto } from './visit-store.ts';

const ownNames = new Set(['_csrf', 'requestId', 'visitedAt']);

export interface FormContent {
  readonly fields: readonly (readonly [string, string])[];
  readonly photos: readonly KeptPhoto[];
}

export async function readForm(form: HTMLFormElement, known: readonly KeptPhoto[]): Promise<FormContent> {
  const fields: [string, string][] = [];
  const photos: KeptPhoto[] = [];
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') {
      if (!ownNames.has(name)) fields.push([name, value]);
      continue;
    }
    if (value.size === 0) continue;
    const bytes = await value.arrayBuffer();
    const same = known.find(
      (one) => one.field === name && one.name === value.name && one.bytes.byteLength === bytes.byteLength,
    );
    photos.push(same ?? { field: name, name: value.name, type: value.type, bytes });
  }
  return { fields, photos };
}

/** Question and answer as they stand on the screen. */
export function readLabels(form: HTMLFormElement): [string, string][] {
  return [...form.querySelectorAll<HTMLElement>('.field')].flatMap((field): [string, string][] => {
    const label = field.querySelector('.label')?.textContent?.trim() ?? '';
    const values = [
      ...field.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('input,textarea,select'),
    ].flatMap((control) => textOf(control));
    return values.length === 0 ? [] : [[label, values.join(' ')]];
  });
}

function textOf(control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): string[] {
  if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type))
    return control.checked ? [control.labels?.[0]?.textContent?.trim() ?? control.value] : [];
  if (control.type === 'file' || control.type === 'hidden' || control.value === '') return [];
  if (control instanceof HTMLSelectElement) return [control.selectedOptions[0]?.textContent ?? control.value];
  return [control.value];
}

export function fillForm(form: HTMLFormElement, content: FormContent): void {
  const left = content.fields.map(([name, value]) => ({ name, value }));
  const take = (name: string): string | undefined => {
    const at = left.findIndex((one) => one.name === name);
    return at < 0 ? undefined : left.splice(at, 1)[0]?.value;
  };
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type))
      control.checked = content.fields.some(([name, value]) => name === control.name && value === control.value);
    else if (control instanceof HTMLInputElement && control.type === 'file') putPhotos(control, content.photos);
    else if (
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    )
      control.value = (ownNames.has(control.name) ? undefined : take(control.name)) ?? control.value;
  }
}

/** The picker of a question stands before its camera button: it gets them all. */
function putPhotos(input: HTMLInputElement, photos: readonly KeptPhoto[]): void {
  const own = photos.filter((photo) => photo.field === input.name);
  if (own.length === 0 || input.hasAttribute('capture')) return;
  const box = new DataTransfer();
  for (const photo of own) box.items.add(new File([photo.bytes], photo.name, { type: photo.type }));
  input.files = box.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
