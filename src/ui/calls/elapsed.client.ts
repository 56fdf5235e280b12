/** "Lama panggilan 3.07": counts on from the moment the server names. */
export function elapsed(element: HTMLElement): void {
  const began = performance.now() - Number(element.dataset.seconds ?? 0) * 1000;
  const show = () => {
    const seconds = Math.floor((performance.now() - began) / 1000);
    element.textContent = `${element.dataset.label ?? ''} ${Math.floor(seconds / 60)}.${String(seconds % 60).padStart(2, '0')}`;
  };
  show();
  window.setInterval(show, 1000);
}
