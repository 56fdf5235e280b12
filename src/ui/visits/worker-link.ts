// Talking to the service worker that keeps the prepared pages.

const visits = '/kerja/tinjau';

/** Has this page and what it needs kept. @returns false where the browser cannot, or the network was gone already. */
export async function keepPage(path: string): Promise<boolean> {
  return keepPages({ scope: visits, pages: [path, visits] });
}

export interface Keeping {
  readonly scope: string;
  readonly pages: readonly string[];
  readonly photos?: readonly string[]; // fetched once; with them the rest of the scope that is not named is dropped
  readonly assets?: readonly string[]; // beside those the page itself names
}
export async function keepPages({ scope, pages, photos, assets: more = [] }: Keeping): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  await navigator.serviceWorker.register(`${scope}/pekerja.js`, { scope });
  const linked = document.querySelectorAll<HTMLElement>('link[href^="/aset/"], script[src^="/aset/"]');
  const assets = [...linked].map((one) => one.getAttribute('href') ?? one.getAttribute('src') ?? '');
  return tell(scope, { kind: 'keep', pages, photos, assets: [...new Set([...assets, ...more])] });
}

export function dropPage(path: string, scope = visits): Promise<boolean> {
  return tell(scope, { kind: 'drop', pages: [path] });
}

async function tell(scope: string, message: object): Promise<boolean> {
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
