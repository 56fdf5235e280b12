import type { Module } from '../../platform/module.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { answerRoutes } from './pages/answer.ts';
import { batchRoutes } from './pages/batch.tsx';
import { batchesRoutes } from './pages/batches.tsx';
import { beyondRoutes } from './pages/beyond.ts';
import { coverRoutes } from './pages/cover.tsx';
import { formAddressRoutes } from './pages/form-addresses.ts';
import { forwardRoutes } from './pages/forward.ts';
import { joinRoutes } from './pages/join.ts';
import { listRoutes } from './pages/list.tsx';
import { offerRoutes } from './pages/offer.ts';
import { photoRoutes } from './pages/photo.ts';
import { publishRoutes } from './pages/publish.tsx';
import { reportRoutes } from './pages/report.tsx';
import { templateRoutes } from './pages/templates.tsx';
import { runBatch } from './service/batch.ts';
import { loadTemplates } from './service/templates.ts';

/** The desk where reports are sorted: list, forwarding with one tap, what the public sees of them. */
export const dispatchModule: Module = {
  name: 'dispatch',
  routes: [
    ...listRoutes,
    ...reportRoutes,
    ...forwardRoutes,
    ...joinRoutes,
    ...photoRoutes,
    ...coverRoutes,
    ...publishRoutes,
    ...batchRoutes,
    ...batchesRoutes,
    ...offerRoutes,
    ...beyondRoutes,
    ...answerRoutes,
    ...templateRoutes,
    ...formAddressRoutes,
  ],
  loadRegion: (ctx, dir) => loadTemplates(ctx, dir),
  jobs: {
    'dispatch.run_batch': (ctx, { batchId }) => runBatch(ctx, batchId),
  },
  errors: { id: id.errors, en: en.errors },
};
