// Talking to the service worker that keeps the prepared pages.

const scope = '/kerja/tinjau';

/** Has this page and what it needs kept. @returns false where the browser cannot, or the network was gone already. */
export async function keepPage(path: string): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  await navigator.serviceWorker.register(`${scope}/pekerja.js`, { scope });
  const linked = document.querySelectorAll<HTMLElement>('link[href^="/aset/"], script[src^="/aset/"]');
  const assets = [...linked].map((one) => one.getAttribute('href') ?? one.getAttribute('src') ?? '');
  return tell({ kind: 'keep', pages: [path, scope], assets: [...new Set(assets)] });
}

export function dropPage(path: string): Promise<boolean> {
  return tell({ kind: 'drop', pages: [path] });
}

async function tell(message: object): Promise<boolean> {
  const registration = await navigator.serviceWorker?.getRegistration(scope);
  const worker = registration?.active ?? registration?.waiting ?? registration?.installing;
  if (!worker) return false;
  const line = new MessageChannel();
  const answered = new Promise<boolean>((done) => {
    line.port1.onmessage = (event) => done(event.data === true);
  });
  worker.postMessage(message, [line.port2]);
  return answered;
}
