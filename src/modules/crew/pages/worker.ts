// The service worker's address decides what it may touch: pages under /lapangan and nothing else.
import { definePage, type Route } from '../../../platform/http/define.ts';

const script = definePage({
  method: 'GET',
  url: '/lapangan/pekerja.js',
  access: { kind: 'public' }, // a program, the same for everybody; browsers look for a new one without asking anybody
  handle: async (_ctx, { frame }) => ({
    kind: 'bytes',
    type: 'text/javascript; charset=utf-8',
    body: `importScripts(${JSON.stringify(frame.assets.visitWorker ?? '/aset/none.js')});\n`,
    headers: { 'service-worker-allowed': '/lapangan', 'cache-control': 'no-cache' },
  }),
});

export const workerRoutes: readonly Route[] = [script];
