// The application as people see it on the web, page by page, and the test case made of what was answered there.
import type { VNode } from 'preact';
import { z } from 'zod';
import { describe } from '../../../definition/conditions/describe.ts';
import type { Env } from '../../../definition/fields/types.ts';
import type { Condition, ServiceDefinition } from '../../../definition/schema.ts';
import { AppError } from '../../../lib/errors.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, type Incoming, redirect } from '../../../platform/http/define.ts';
import { areaGroups } from '../../applications/index.ts';
import { canAuthor } from '../access.ts';
import { messagesFor } from '../messages.ts';
import { checkText } from '../service/check.ts';
import { getDraft, saveText } from '../service/drafts.ts';
import { withAnswered } from '../service/examples.ts';
import { type Rehearsal, rehearsalOf } from '../service/preview.ts';
import type { Draft } from '../types.ts';
import { type WebPage, WebPreview } from '../views/preview-asked.tsx';
import { draftBase } from '../views/shell.tsx';
import { url, writing } from './draft.tsx';
import { Slug } from './service.tsx';

interface Look {
  readonly frame: Incoming['frame'];
  readonly draft: Draft;
  readonly page: string | undefined;
}
interface Shown {
  readonly definition: ServiceDefinition;
  readonly rehearsal: Rehearsal;
}
export async function webPreview(ctx: Context, look: Look, { definition, rehearsal }: Shown): Promise<VNode> {
  const pages = webPages(definition, rehearsal.env);
  return (
    <WebPreview
      frame={look.frame}
      slug={look.draft.service}
      pages={pages}
      shown={pages.find((page) => page.id === look.page) ?? pages[0]}
      areas={await areaGroups(ctx)}
      raw={rehearsal.raw}
      mayWrite={canAuthor(ctx.actor)}
    />
  );
}

/** Each step of the application on the web: the conditions, the pages, the papers. */
function webPages(definition: ServiceDefinition, env: Env): WebPage[] {
  const sentence = (when: Condition | undefined) => (when === undefined ? undefined : describe(when, definition, env));
  return [
    ...definition.eligibility.map(({ id, ask }) => ({
      id,
      title: ask.label,
      condition: sentence(ask.when),
      fields: [ask],
    })),
    ...definition.form.map(({ page, title, hint, when, fields }) => ({
      id: page,
      title,
      hint,
      condition: sentence(when),
      fields,
    })),
    ...definition.documents
      .filter(({ kind }) => kind === 'file')
      .map(({ id, label, note, when, accept, max }) => ({
        id: `dokumen-${id}`,
        title: label,
        hint: note,
        condition: sentence(when),
        fields: [],
        document: { accept, max },
      })),
  ];
}

export const previewCase = definePage({
  method: 'POST',
  url: url('pratinjau/kasus'),
  access: writing,
  params: Slug,
  body: z.looseObject({ _halaman: z.string().max(80), _nama: z.string().trim().max(200).default('') }),
  handle: async (ctx, { params, body }) => {
    const draft = await getDraft(ctx, params.slug);
    const { definition } = checkText(ctx, draft.service, draft.text);
    if (!definition) throw new AppError('conflict', 'authoring.has_errors');
    const { env, raw } = await rehearsalOf(ctx, definition);
    const page = webPages(definition, env).find(({ id }) => id === body._halaman);
    if (!page) return redirect(`${draftBase(draft.service)}/pratinjau/web`); // the draft has changed since
    const name = body._nama || messagesFor(ctx.locale).preview.caseOf(say(page.title, ctx.locale));
    const examples = await withAnswered(
      ctx,
      { definition, examples: draft.examples },
      { name, fields: page.fields, body, sample: raw },
    );
    await saveText(ctx, { service: draft.service, rowVersion: draft.rowVersion, examples });
    return redirect(`${draftBase(draft.service)}/uji?kabar=kasus`);
  },
});
