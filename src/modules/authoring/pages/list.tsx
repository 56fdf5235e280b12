// Which service stands where, who works on which; starting one that never existed.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { formatShortDate } from '../../../lib/dates/format.ts';
import { AppError } from '../../../lib/errors.ts';
import { definePage, html, type Route, redirect, type UploadedFile } from '../../../platform/http/define.ts';
import { canAuthor, readers } from '../access.ts';
import { messagesFor } from '../messages.ts';
import { beginNewService } from '../service/drafts.ts';
import { listLines } from '../service/listing.ts';
import { listStates } from '../types.ts';
import { ListView, NewView } from '../views/list-view.tsx';
import { draftBase } from '../views/shell.tsx';

const list = definePage({
  method: 'GET',
  url: '/petugas/layanan',
  access: { kind: 'officer', permission: readers },
  query: z.object({
    q: z.string().max(80).default('').catch(''),
    keadaan: z
      .enum(['', ...listStates])
      .default('')
      .catch(''),
  }),
  handle: async (ctx, { frame, query }) => {
    const lines = await listLines(ctx);
    const words = query.q.toLowerCase().split(/\s+/).filter(Boolean);
    const state = query.keadaan;
    const shown = lines.filter(
      (line) =>
        words.every((word) => `${line.title} ${line.slug}`.toLowerCase().includes(word)) &&
        (state === '' || line.states.includes(state)),
    );
    const t = messagesFor(ctx.locale).list;
    const style = { timezone: ctx.region.timezone, locale: ctx.locale };
    return html(
      <ListView
        frame={frame}
        total={lines.length}
        drafts={lines.filter(({ draft }) => draft).length}
        query={query.q}
        state={state}
        mayWrite={canAuthor(ctx.actor)}
        lines={shown.map((line) => ({
          ...line,
          draft: line.draft && t.draftBy(line.draft.by, formatShortDate(line.draft.since, style)),
        }))}
      />,
    );
  },
});

const fresh = definePage({
  method: 'GET',
  url: '/petugas/layanan/baru',
  access: { kind: 'officer', permission: 'author' },
  handle: async (_ctx, { frame }) => html(<NewView frame={frame} typed={{ name: '', text: '' }} errors={[]} />),
});

export const importLimits = { maxFiles: 1, maxBytes: 512 * 1024 } as const;

/** The text of the chosen file, or what was pasted when none was chosen. */
export async function textFrom(files: readonly UploadedFile[], typed: string): Promise<string> {
  const [file] = files.filter(({ size }) => size > 0);
  return file ? readFile(file.path, 'utf8') : typed;
}

const begin = definePage({
  method: 'POST',
  url: '/petugas/layanan/baru',
  access: { kind: 'officer', permission: 'author' },
  multipart: importLimits,
  body: z.object({ name: z.string().max(80).default(''), text: z.string().default('') }),
  handle: async (ctx, { frame, body, files, sentence }) => {
    const text = await textFrom(files, body.text);
    try {
      const draft = await beginNewService(ctx, body.name.trim(), text);
      return redirect(`${draftBase(draft.service)}/yaml?kabar=simpan`);
    } catch (error) {
      if (!(error instanceof AppError) || !error.code.startsWith('authoring.name')) throw error;
      const errors = [{ field: 'name', message: sentence(error) }];
      return html(<NewView frame={frame} typed={{ name: body.name, text }} errors={errors} />, 422);
    }
  },
});

export const listRoutes: readonly Route[] = [list, fresh, begin];
