// Administrators keep the ready sentences.
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import { allTemplates, keepTemplate } from '../service/templates.ts';
import { TemplatesView, type TemplateTyped } from '../views/templates-view.tsx';

const access = { kind: 'officer', permission: 'admin' } as const;
const home = '/petugas/kalimat-laporan';
const text = (most: number) => z.string().max(most).default('').catch('');

async function show(
  ctx: Context,
  { frame }: Pick<Incoming, 'frame'>,
  more: { typed?: TemplateTyped; saved?: boolean } = {},
): Promise<Reply> {
  const { typed, saved = false } = more;
  const view = (
    <TemplatesView frame={frame} templates={await allTemplates(ctx)} freshId={newId()} typed={typed} saved={saved} />
  );
  return html(view, typed ? 422 : 200);
}

const list = definePage({
  method: 'GET',
  url: home,
  access,
  query: z.object({ kabar: z.enum(['disimpan']).optional().catch(undefined) }),
  handle: (ctx, incoming) => show(ctx, incoming, { saved: incoming.query.kabar !== undefined }),
});

const save = definePage({
  method: 'POST',
  url: home,
  access,
  body: z.object({ id: z.uuid(), judul: text(80), isi: text(1000), pakai: text(2) }),
  handle: async (ctx, incoming) => {
    const { id, judul: title, isi: body, pakai } = incoming.body;
    try {
      await keepTemplate(ctx, { id, title, body, active: pakai === '1' });
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
      return show(ctx, incoming, { typed: { id, title, body, error: incoming.sentence(error) } });
    }
    return redirect(`${home}?kabar=disimpan`);
  },
});

export const templateRoutes: readonly Route[] = [list, save];
