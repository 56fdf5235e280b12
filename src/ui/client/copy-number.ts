/** Copies the number; the button appears only where the browser can do it. */
export function copyNumber(element: HTMLElement): void {
  const button = element.querySelector('button');
  const said = element.querySelector('[role=status]');
  if (!button || !said || !navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(element.dataset.number ?? '').then(() => {
      said.textContent = element.dataset.copied ?? '';
    });
  });
}
