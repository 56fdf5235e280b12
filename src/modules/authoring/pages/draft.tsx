// Writing a draft: as YAML or through guarded forms. A refused save loses nothing of what was typed.
import { z } from 'zod';
import {
  applyEdits,
  entriesOf,
  mergeTexts,
  openDocument,
  sections,
  valueAt,
} from '../../../definition/editing/index.ts';
import { loadDefinition } from '../../../definition/load/index.ts';
import { formatDateTime } from '../../../lib/dates/format.ts';
import { AppError } from '../../../lib/errors.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import {
  definePage,
  html,
  type Incoming,
  json,
  type Reply,
  type Route,
  redirect,
} from '../../../platform/http/define.ts';
import { currentVersion } from '../../catalogue/index.ts';
import { readers } from '../access.ts';
import { type FlashCode, messagesFor } from '../messages.ts';
import { checkDraft, countsOf, fileOf, regionFolder } from '../service/check.ts';
import { getDraft, saveText, textAt } from '../service/drafts.ts';
import { shownFindings } from '../service/findings.ts';
import { namesOf } from '../service/listing.ts';
import { editsFrom } from '../service/typed.ts';
import type { Draft } from '../types.ts';
import { ConflictView, YamlView } from '../views/draft-view.tsx';
import { SectionView } from '../views/section-view.tsx';
import { baseOf, draftBase } from '../views/shell.tsx';
import { importLimits, textFrom } from './list.tsx';
import { Flashed, leadsTo, Slug } from './service.tsx';

export const reading = { kind: 'officer', permission: readers } as const;
export const writing = { kind: 'officer', permission: 'author' } as const;
export const RowVersion = z.coerce.number().int().min(1);
export const url = (path: string): string => `/petugas/layanan/:slug/konsep/${path}`;

/** The draft, or the way back to the service when there is none. */
export async function withDraft(ctx: Context, slug: string, show: (draft: Draft) => Promise<Reply>): Promise<Reply> {
  const draft = await getDraft(ctx, slug).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'authoring.no_draft') return undefined;
    throw error;
  });
  return draft ? show(draft) : redirect(baseOf(encodeURIComponent(slug)));
}

/** The name of the service as the draft says it; the one in force, or its short name, while the draft is not readable. */
export async function titleOf(ctx: Context, draft: Draft): Promise<string> {
  const definition = definitionIn(ctx, draft);
  const shown = definition ?? (await currentVersion(ctx, draft.service).catch(() => undefined))?.definition;
  return shown ? say(shown.title, ctx.locale) : draft.service;
}
export function definitionIn(ctx: Context, { service, text }: Pick<Draft, 'service' | 'text'>) {
  return loadDefinition({ file: fileOf(service), text, resolve: regionFolder(ctx).resolve }).definition;
}

export async function findingsFor(ctx: Context, draft: Pick<Draft, 'service' | 'text'>) {
  const { findings } = await checkDraft(ctx, draft);
  const { error, warning, info } = countsOf(findings);
  return {
    findings: shownFindings(findings, fileOf(draft.service), ctx.locale),
    counts: messagesFor(ctx.locale).counts(error, warning, info),
  };
}

interface ShownYaml {
  readonly text?: string;
  readonly rowVersion?: number;
  readonly checked?: boolean;
  readonly flash?: FlashCode | undefined;
  readonly error?: string;
  readonly status?: number;
}
async function showYaml(
  ctx: Context,
  { frame }: Pick<Incoming, 'frame'>,
  draft: Draft,
  shown: ShownYaml,
): Promise<Reply> {
  const text = shown.text ?? draft.text;
  const view = (
    <YamlView
      frame={frame}
      slug={draft.service}
      title={await titleOf(ctx, draft)}
      rowVersion={shown.rowVersion ?? draft.rowVersion}
      text={text}
      {...(await findingsFor(ctx, { service: draft.service, text }))}
      checked={shown.checked ?? false}
      flash={shown.flash}
      error={shown.error}
    />
  );
  return html(view, shown.status ?? 200);
}

const yaml = definePage({
  method: 'GET',
  url: url('yaml'),
  access: reading,
  params: Slug,
  query: Flashed,
  handle: (ctx, incoming) =>
    withDraft(ctx, incoming.params.slug, (draft) => showYaml(ctx, incoming, draft, { flash: incoming.query.kabar })),
});

const Text = z.object({ rowVersion: RowVersion, text: z.string().default('') });

export interface Lost {
  readonly field: 'text' | 'examples';
  readonly mine: string;
  readonly rowVersion: number;
}
/** Somebody saved in between: both texts, and what could be merged. */
export async function showConflict(
  ctx: Context,
  { frame }: Pick<Incoming, 'frame'>,
  slug: string,
  lost: Lost,
): Promise<Reply> {
  const draft = await getDraft(ctx, slug);
  const base = await textAt(ctx, draft, lost.rowVersion);
  const merge = mergeTexts(base[lost.field], lost.mine, draft[lost.field]);
  const name = (await namesOf(ctx, [draft.changedBy])).get(draft.changedBy) ?? '';
  const when = formatDateTime(draft.changedAt, { timezone: ctx.region.timezone, locale: ctx.locale });
  const view = (
    <ConflictView
      frame={frame}
      slug={slug}
      rowVersion={draft.rowVersion}
      lead={messagesFor(ctx.locale).conflict.lead(name, when)}
      field={lost.field}
      mine={lost.mine}
      theirs={draft[lost.field]}
      merge={merge && { text: merge.text, taken: merge.taken.length, left: merge.left }}
    />
  );
  return html(view, 409);
}

const saveYaml = definePage({
  method: 'POST',
  url: url('yaml'),
  access: writing,
  params: Slug,
  body: Text,
  handle: (ctx, incoming) => saveOrShow(ctx, incoming, incoming.body),
});

type Sent = Incoming<z.infer<typeof Slug>>;
async function saveOrShow(
  ctx: Context,
  incoming: Sent,
  given: { text: string; rowVersion: number; kind?: 'imported'; after?: string },
): Promise<Reply> {
  const { slug } = incoming.params;
  const { text, rowVersion, kind = 'saved', after = 'yaml' } = given;
  try {
    await saveText(ctx, { service: slug, rowVersion, text, kind });
    return redirect(`${draftBase(slug)}/${after}?kabar=simpan`);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'authoring.changed_meanwhile')
      return showConflict(ctx, incoming, slug, { field: 'text', mine: text, rowVersion });
    if (error.kind !== 'conflict' && error.kind !== 'too_large') throw error;
    return showYaml(ctx, incoming, await getDraft(ctx, slug), { text, error: incoming.sentence(error), status: 409 });
  }
}

const check = definePage({
  method: 'POST',
  url: url('periksa-teks'),
  access: reading,
  params: Slug,
  body: Text,
  handle: (ctx, incoming) =>
    withDraft(ctx, incoming.params.slug, (draft) =>
      showYaml(ctx, incoming, draft, { ...incoming.body, checked: true }),
    ),
});

/** For the script of the editor: the same findings while typing. Nothing is stored. */
const checkTyped = definePage({
  method: 'POST',
  url: url('periksa'),
  access: reading,
  params: Slug,
  body: Text,
  rateLimit: { name: 'author-check', max: 240, perSeconds: 60 },
  handle: async (ctx, { params, body }) => {
    const { findings } = await findingsFor(ctx, { service: params.slug, text: body.text });
    return json({ findings, empty: messagesFor(ctx.locale).noFindings });
  },
});

const download = definePage({
  method: 'GET',
  url: url('unduh'),
  access: reading,
  params: Slug,
  handle: (ctx, { params }) =>
    withDraft(ctx, params.slug, async ({ text, service }) => ({
      kind: 'bytes',
      body: text,
      type: 'application/yaml; charset=utf-8',
      fileName: fileOf(service),
      headers: { 'cache-control': 'private, no-store' },
    })),
});

const importFile = definePage({
  method: 'POST',
  url: url('masukkan'),
  access: writing,
  params: Slug,
  multipart: importLimits,
  body: z.object({ rowVersion: RowVersion }),
  handle: async (ctx, incoming) => {
    const { rowVersion } = incoming.body;
    const draft = await getDraft(ctx, incoming.params.slug);
    return saveOrShow(ctx, incoming, {
      text: await textFrom(incoming.files, draft.text),
      rowVersion,
      kind: 'imported',
    });
  },
});

const Part = Slug.extend({ section: z.enum(sections) });

function entriesIn(ctx: Context, service: string, text: string) {
  const definition = definitionIn(ctx, { service, text });
  if (!definition) return undefined;
  const doc = openDocument(text);
  return entriesOf(definition, (steps) => valueAt(doc, steps) !== undefined);
}

const section = definePage({
  method: 'GET',
  url: url('isi/:section'),
  access: reading,
  params: Part,
  query: Flashed,
  handle: (ctx, { frame, params, query }) =>
    withDraft(ctx, params.slug, async (draft) => {
      const entries = entriesIn(ctx, draft.service, draft.text);
      return html(
        <SectionView
          frame={frame}
          slug={draft.service}
          title={await titleOf(ctx, draft)}
          section={params.section}
          rowVersion={draft.rowVersion}
          entries={(entries ?? []).filter((entry) => entry.section === params.section)}
          {...(await findingsFor(ctx, draft))}
          flash={query.kabar}
          broken={entries === undefined}
        />,
      );
    }),
});

const saveSection = definePage({
  method: 'POST',
  url: url('isi/:section'),
  access: writing,
  params: Part,
  body: z.looseObject({ rowVersion: RowVersion }),
  handle: async (ctx, incoming) => {
    const { slug, section: part } = incoming.params;
    const { rowVersion } = incoming.body;
    const draft = await getDraft(ctx, slug);
    // What was typed belongs to the text it was shown with, whatever was saved since.
    const base = await textAt(ctx, draft, rowVersion);
    const entries = entriesIn(ctx, slug, base.text);
    if (!entries) throw new AppError('conflict', 'authoring.unreadable');
    const edits = editsFrom(
      entries.filter((entry) => entry.section === part),
      incoming.body,
    );
    return saveOrShow(ctx, incoming, { text: applyEdits(base.text, edits), rowVersion, after: `isi/${part}` });
  },
});

export const draftRoutes: readonly Route[] = [
  yaml,
  saveYaml,
  check,
  checkTyped,
  download,
  importFile,
  section,
  saveSection,
  ...['periksa', 'periksa-teks', 'masukkan'].map((path) =>
    leadsTo(url(path), reading, (slug) => `${draftBase(slug)}/yaml`),
  ),
];
