// Service worker of /kerja/tinjau and of /lapangan: keeps the pages an officer prepared, and answers with them without a network.
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
  readonly photos?: readonly string[];
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
// Its own address says whose it is: '/lapangan/pekerja.js'.
const home = worker.location.pathname.replace(/\/[^/]*$/, '');
const shelf = home.slice(home.lastIndexOf('/') + 1);
const standIn = `${home}/tanpa-sinyal`; // for a page that was not kept
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
  if (isLasting(url.pathname)) event.respondWith(keptFirst(event.request));
  else if (url.pathname === home || url.pathname.startsWith(`${home}/`)) event.respondWith(networkFirst(event.request));
});

/** Files whose address names their version: the design system's, and the sketch under every map. */
function isLasting(path: string): boolean {
  return path.startsWith('/aset/') || path.startsWith('/wilayah/');
}

async function carryOut({ kind, pages = [], photos, assets = [] }: Asked): Promise<void> {
  const cache = await caches.open(shelf);
  const own = pages.filter((path) => path === home || path.startsWith(`${home}/`));
  if (kind === 'drop') await Promise.all(own.map((path) => cache.delete(path, loosely)));
  if (kind !== 'keep') return;
  await Promise.all(own.map((path) => keep(cache, path)));
  if (photos) await keepOnly(cache, photos);
  await Promise.all(assets.filter(isLasting).map((path) => keepAsset(cache, path)));
}

/** Only a page that really is one: not a sign-in page it was sent on to. */
async function keep(cache: Cache, path: string): Promise<void> {
  const answer = await fetch(path, { credentials: 'same-origin', redirect: 'error' });
  if (!answer.ok) throw new Error(String(answer.status));
  await cache.put(path, answer);
}

/** What left the list leaves the phone; a photo that cannot be had does not hold up the rest. */
async function keepOnly(cache: Cache, photos: readonly string[]): Promise<void> {
  const wanted = new Set(photos.map((path) => new URL(path, worker.location.origin).pathname));
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith(`${home}/`) && pathname !== standIn && !wanted.has(pathname)) await cache.delete(request);
  }
  for (const path of photos) if (!(await cache.match(path, loosely))) await keep(cache, path).catch(() => undefined);
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
    const instead = kept ?? (request.mode === 'navigate' ? await (await caches.open(shelf)).match(standIn) : undefined);
    if (instead) return instead;
    throw error;
  }
}

async function fromShelf(request: Request): Promise<Response | undefined> {
  const cache = await caches.open(shelf);
  return cache.match(request.url, loosely);
}
