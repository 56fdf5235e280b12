/** Puts spaces (or the thousands dot) between digits while the person types; the server takes them out again. */
export function groupDigits(element: HTMLElement): void {
  if (!(element instanceof HTMLInputElement)) return;
  const pattern = element.dataset.group ?? '';
  const show = () => {
    if (element.selectionStart !== element.value.length && document.activeElement === element) return; // correcting in the middle
    element.value = grouped(element.value, pattern);
  };
  element.addEventListener('input', show);
  element.addEventListener('blur', show);
  if (element.value !== '') show();
}

export function grouped(value: string, pattern: string): string {
  if (!/^[+\d\s.-]*$/.test(value)) return value; // letters: leave it for the person to see
  const plus = value.trimStart().startsWith('+') ? '+' : '';
  const digits = value.replace(/\D/g, '');
  if (pattern.endsWith('*')) return digits.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, '.');
  const sizes = pattern.split('-').map(Number);
  const groups: string[] = [];
  let rest = digits;
  for (const size of sizes) {
    if (rest === '') break;
    groups.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return plus + groups.join(' ') + rest;
}
