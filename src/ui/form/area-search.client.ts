/** A search field over a long select: typing narrows the list, the select itself stays the answer that is sent. */
export function areaSearch(element: HTMLElement): void {
  if (!(element instanceof HTMLSelectElement) || element.options.length < 12) return;
  const box = document.createElement('input');
  box.type = 'search';
  box.className = 'input';
  box.placeholder = element.dataset.search ?? '';
  box.setAttribute('aria-label', box.placeholder);
  box.autocomplete = 'off';
  const list = document.createElement('datalist');
  list.id = `${element.id}-list`;
  const said = document.createElement('p');
  said.className = 'hint';
  said.setAttribute('role', 'status');
  for (const option of element.options) {
    if (option.value) list.append(new Option(groupOf(option), nameOf(option)));
  }
  box.setAttribute('list', list.id);
  box.addEventListener('input', () => {
    const found = matches(element, box.value);
    said.textContent = box.value !== '' && found.length === 0 ? (element.dataset.none ?? '') : '';
    const exact = found.filter((option) => nameOf(option).toLowerCase() === box.value.trim().toLowerCase());
    const chosen = exact.length === 1 ? exact[0] : found.length === 1 ? found[0] : undefined;
    if (chosen) {
      element.value = chosen.value;
      element.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
  element.before(box, list, said);
}

function matches(select: HTMLSelectElement, text: string): HTMLOptionElement[] {
  const wanted = text.trim().toLowerCase();
  if (wanted.length < 2) return [];
  return [...select.options].filter((option) => option.value !== '' && nameOf(option).toLowerCase().includes(wanted));
}

function nameOf(option: HTMLOptionElement): string {
  return option.text.trim();
}

function groupOf(option: HTMLOptionElement): string {
  return option.parentElement instanceof HTMLOptGroupElement ? option.parentElement.label : '';
}
