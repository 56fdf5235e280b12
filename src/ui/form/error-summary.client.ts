/** Moves the reader to the list of what to put right, and its links into the fields themselves. */
export function errorSummary(element: HTMLElement): void {
  element.focus();
  element.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    (field.closest('.field') ?? field).scrollIntoView({ block: 'start' });
    field.focus({ preventScroll: true });
  });
}
