// A scan dragged onto its row lands in that row's file box.
export function dropFiles(form: HTMLFormElement): void {
  for (const row of form.querySelectorAll<HTMLElement>('[data-document]')) {
    const input = row.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) continue;
    row.addEventListener('dragover', (event) => {
      event.preventDefault();
      row.classList.add('is-over');
    });
    row.addEventListener('dragleave', () => row.classList.remove('is-over'));
    row.addEventListener('drop', (event) => {
      event.preventDefault();
      row.classList.remove('is-over');
      const files = event.dataTransfer?.files;
      if (!files?.length) return;
      input.files = files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }
}
