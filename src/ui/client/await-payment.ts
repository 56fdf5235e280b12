const every = 5000; // ms: a payment by QRIS is told within seconds
const most = 360; // half an hour; a page forgotten in a tab asks no longer

/** Asks data-url whether the money is still awaited, and loads the page anew when it is not. */
export function awaitPayment(element: HTMLElement): void {
  const { url, watching } = element.dataset;
  const link = element.querySelector('a');
  if (!url || !link) return;
  if (watching) link.before(`${watching} `);
  let asked = 0;
  const timer = window.setInterval(() => {
    if (document.hidden) return;
    asked += 1;
    if (asked >= most) window.clearInterval(timer);
    void fetch(url, { credentials: 'same-origin' })
      .then((answer) => (answer.ok ? answer.json() : undefined))
      .then((body: { waiting?: boolean } | undefined) => {
        if (body?.waiting === false) window.location.assign(link.href);
      })
      .catch(() => undefined);
  }, every);
}
