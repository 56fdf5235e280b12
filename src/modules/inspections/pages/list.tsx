import { z } from 'zod';
import { parseCaseNumber } from '../../../lib/case-number.ts';
import { definePage, html, type Route, redirect } from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import { claimTask } from '../../cases/index.ts';
import { listVisits } from '../service/visits.ts';
import { ListView } from '../views/list-view.tsx';

const list = definePage({
  method: 'GET',
  url: '/kerja/tinjau',
  access: { kind: 'officer' },
  query: z.object({ terkirim: z.string().max(40).optional().catch(undefined) }),
  handle: async (ctx, { frame, query }) =>
    html(<ListView frame={frame} rows={await listVisits(ctx)} sent={parseCaseNumber(query.terkirim ?? '')} />),
});

/** Takes the task, so that two officers do not travel to the same door, and opens its page. */
const take = definePage({
  method: 'POST',
  url: '/kerja/tinjau/:number/:task/siapkan',
  access: { kind: 'officer' },
  params: z.object({ number: z.string().max(40), task: z.uuid() }),
  handle: async (ctx, { params }) => {
    await claimTask(ctx, { number: params.number, taskId: params.task, requestId: newId() });
    return redirect(`/kerja/tinjau/${params.number}/${params.task}`);
  },
});

/** Where a form was sent to is an address too. */
const taken = definePage({
  method: 'GET',
  url: '/kerja/tinjau/:number/:task/siapkan',
  access: { kind: 'officer' },
  params: z.object({ number: z.string().max(40), task: z.uuid() }),
  handle: async (_ctx, { params }) => redirect(`/kerja/tinjau/${params.number}/${params.task}`),
});

export const listRoutes: readonly Route[] = [list, take, taken];
