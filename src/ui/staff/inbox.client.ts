/** j and k move between rows; Enter follows the link that then has the focus. Never while someone is typing. */
export function inbox(table: HTMLElement): void {
  const links = () => [...table.querySelectorAll<HTMLAnchorElement>('tbody th a')];
  document.addEventListener('keydown', (event) => {
    const typing =
      event.target instanceof Element && event.target.closest('input, select, textarea, [contenteditable]');
    if (typing || event.ctrlKey || event.metaKey || event.altKey || (event.key !== 'j' && event.key !== 'k')) return;
    const all = links();
    const row = document.activeElement?.closest('tr');
    const at = all.findIndex((link) => link.closest('tr') === row);
    const next = event.key === 'j' ? at + 1 : Math.max(0, at - 1);
    all[Math.min(next, all.length - 1)]?.focus();
    event.preventDefault();
  });
}
