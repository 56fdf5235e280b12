/** Shows the map once its script is there; the list below needs neither. */
export function boardMap(element: HTMLElement): void {
  const { script, css } = element.dataset;
  if (!script) return;
  if (css) {
    const look = document.createElement('link');
    look.rel = 'stylesheet';
    look.href = css;
    document.head.append(look);
  }
  const load = document.createElement('script');
  load.src = script;
  load.async = true;
  document.head.append(load);
}
