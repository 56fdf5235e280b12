// The service worker's address decides what it may touch: /lapor and nothing else.
import { definePage, type Route } from '../../../platform/http/define.ts';

const script = definePage({
  method: 'GET',
  url: '/lapor/pekerja.js',
  access: { kind: 'public' }, // a program, the same for everybody
  handle: async (_ctx, { frame }) => ({
    kind: 'bytes',
    type: 'text/javascript; charset=utf-8',
    // The name of the file carries its hash, so a new version changes this line and browsers notice.
    body: `importScripts(${JSON.stringify(frame.assets.visitWorker ?? '/aset/none.js')});\n`,
    headers: { 'service-worker-allowed': '/lapor', 'cache-control': 'no-cache' },
  }),
});

export const workerRoutes: readonly Route[] = [script];
