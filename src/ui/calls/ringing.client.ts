const every = 4000; // ms; somebody is waiting at the other end

/** Shows calls as they come in: fetches the page again quietly and takes over only this part, never the field being typed in. */
export function ringing(element: HTMLElement): void {
  window.setInterval(() => {
    if (document.hidden) return;
    void fetch(window.location.href, { credentials: 'same-origin' })
      .then((answer) => (answer.ok ? answer.text() : ''))
      .then((html) => {
        const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-module=ringing]');
        if (!fresh || fresh.getAttribute('data-calls') === element.dataset.calls) return;
        element.dataset.calls = fresh.getAttribute('data-calls') ?? '';
        element.replaceChildren(...fresh.childNodes);
      })
      .catch(() => undefined);
  }, every);
}
