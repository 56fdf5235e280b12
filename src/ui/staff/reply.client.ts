/** Puts the chosen ready sentence into the text, after what is already there. Without script the server does it. */
export function reply(form: HTMLElement): void {
  const select = form.querySelector('select');
  const text = form.querySelector('textarea');
  if (!select || !text) return;
  select.addEventListener('change', () => {
    const sentence = select.selectedOptions[0]?.dataset.text;
    if (!sentence) return;
    text.value = text.value.trim() === '' ? sentence : `${text.value.trimEnd()}\n${sentence}`;
    select.value = '';
    text.focus();
  });
}
