// Service worker of /kerja/tinjau: keeps the pages an officer prepared, and answers with them when there is no network.
// It never answers for any other address, and stores nothing it was not asked to keep.

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends WorkerEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Asked {
  readonly kind?: 'keep' | 'drop';
  readonly pages?: readonly string[];
  readonly assets?: readonly string[];
}
interface WorkerScope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(name: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(name: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(name: 'message', listener: (event: MessageEvent<Asked> & WorkerEvent) => void): void;
}

const worker = globalThis as unknown as WorkerScope;
const shelf = 'tinjau';
const home = '/kerja/tinjau';
const loosely = { ignoreSearch: true, ignoreVary: true };

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', (event) => {
  const work = carryOut(event.data).then(
    () => true,
    () => false,
  );
  event.waitUntil(work.then((done) => event.ports[0]?.postMessage(done)));
});
worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (url.pathname.startsWith('/aset/')) event.respondWith(keptFirst(event.request));
  else if (url.pathname === home || url.pathname.startsWith(`${home}/`)) event.respondWith(networkFirst(event.request));
});

async function carryOut({ kind, pages = [], assets = [] }: Asked): Promise<void> {
  const cache = await caches.open(shelf);
  const own = pages.filter((path) => path === home || path.startsWith(`${home}/`));
  if (kind === 'drop') await Promise.all(own.map((path) => cache.delete(path, loosely)));
  if (kind !== 'keep') return;
  await Promise.all(own.map((path) => keep(cache, path)));
  await Promise.all(assets.filter((path) => path.startsWith('/aset/')).map((path) => keepAsset(cache, path)));
}

/** Only a page that really is one: not a sign-in page it was sent on to. */
async function keep(cache: Cache, path: string): Promise<void> {
  const answer = await fetch(path, { credentials: 'same-origin', redirect: 'error' });
  if (!answer.ok) throw new Error(String(answer.status));
  await cache.put(path, answer);
}

async function keepAsset(cache: Cache, path: string): Promise<void> {
  if (await cache.match(path, loosely)) return;
  const answer = await fetch(path);
  if (answer.ok) await cache.put(path, answer);
}

async function keptFirst(request: Request): Promise<Response> {
  return (await fromShelf(request)) ?? fetch(request);
}

async function networkFirst(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await fromShelf(request);
    if (kept) return kept;
    throw error;
  }
}

async function fromShelf(request: Request): Promise<Response | undefined> {
  const cache = await caches.open(shelf);
  return cache.match(request.url, loosely);
}
