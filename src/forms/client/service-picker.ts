// Two or three letters and Enter: the list of services narrows while one types.
export function servicePicker(root: HTMLElement): void {
  const box = root.querySelector<HTMLInputElement>('input[name="q"]');
  const rows = [...root.querySelectorAll<HTMLElement>('[data-service]')];
  if (!box) return;
  const wordsOf = (row: HTMLElement): string => (row.dataset.service ?? '').toLowerCase();
  const narrow = (): void => {
    const typed = box.value.trim().toLowerCase();
    const begins = (row: HTMLElement): boolean =>
      wordsOf(row)
        .split(/[\s/(]+/)
        .some((word) => word.startsWith(typed));
    for (const row of rows) row.hidden = typed !== '' && !begins(row) && !wordsOf(row).includes(typed);
    const found = rows.filter((row) => !row.hidden).sort((a, b) => Number(begins(b)) - Number(begins(a)));
    found[0]?.parentElement?.prepend(...(typed === '' ? [] : found));
  };
  box.addEventListener('input', narrow);
  box.form?.addEventListener('submit', (event) => {
    const link = rows.find((row) => !row.hidden)?.querySelector('a');
    const first = [...root.querySelectorAll<HTMLElement>('[data-service]')]
      .find((row) => !row.hidden)
      ?.querySelector('a');
    if (!(first ?? link)) return;
    event.preventDefault();
    (first ?? link)?.click();
  });
  box.focus();
}
