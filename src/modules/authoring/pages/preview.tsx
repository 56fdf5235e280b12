// The preview of a draft in every channel, for whoever may open the draft.
import type { VNode } from 'preact';
import { z } from 'zod';
import { smsProfile } from '../../../definition/dialogue/profile.ts';
import { rehearse } from '../../../definition/dialogue/rehearse.ts';
import type { Env } from '../../../definition/fields/types.ts';
import {
  flowDiagram,
  phoneScript,
  sopSteps,
  standardParts,
  submissionSchema,
} from '../../../definition/outputs/index.ts';
import type { ServiceDefinition } from '../../../definition/schema.ts';
import { AppError } from '../../../lib/errors.ts';
import { septets, septetsOfOneSms, toGsm7 } from '../../../lib/gsm7/gsm7.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Route } from '../../../platform/http/define.ts';
import { askedOf } from '../../assisted/index.ts';
import { messagesFor } from '../messages.ts';
import { checkText } from '../service/check.ts';
import { getDraft } from '../service/drafts.ts';
import { letterOfDraft, type Rehearsal, rehearsalOf, sampleRequest } from '../service/preview.ts';
import type { Draft } from '../types.ts';
import { type CounterPart, CounterPreview, PhonePreview } from '../views/preview-asked.tsx';
import {
  ApiPreview,
  ChatPreview,
  FlowPreview,
  LetterPreview,
  SmsPreview,
  type SmsText,
  StandardPreview,
} from '../views/preview-sent.tsx';
import { type PreviewChannel, PreviewView, previewChannels } from '../views/preview-view.tsx';
import { draftBase } from '../views/shell.tsx';
import { reading, titleOf, url, withDraft } from './draft.tsx';
import { previewCase, webPreview } from './preview-web.tsx';
import { leadsTo, Slug } from './service.tsx';

const show = definePage({
  method: 'GET',
  url: url('pratinjau/:channel'),
  access: reading,
  params: Slug.extend({ channel: z.enum(previewChannels).catch('web') }),
  query: z.object({ halaman: z.string().max(80).optional() }),
  handle: (ctx, incoming) =>
    withDraft(ctx, incoming.params.slug, async (draft) => {
      const { frame } = incoming;
      const { channel } = incoming.params;
      return html(
        <PreviewView frame={frame} slug={draft.service} title={await titleOf(ctx, draft)} channel={channel}>
          {await contentOf(ctx, { frame, draft, channel, page: incoming.query.halaman })}
        </PreviewView>,
      );
    }),
});

interface Look {
  readonly frame: Incoming['frame'];
  readonly draft: Draft;
  readonly channel: PreviewChannel;
  readonly page: string | undefined;
}
async function contentOf(ctx: Context, look: Look): Promise<VNode | null> {
  const { frame, draft, channel } = look;
  // A text with errors may name what is not there: what is drawn from it would be wrong, not only unfinished.
  const { definition } = checkText(ctx, draft.service, draft.text);
  if (!definition) return null;
  const rehearsal = await rehearsalOf(ctx, definition);
  switch (channel) {
    case 'web':
      return webPreview(ctx, { frame, draft, page: look.page }, { definition, rehearsal });
    case 'loket':
      return <CounterPreview frame={frame} parts={counterParts(definition, rehearsal.env)} />;
    case 'telepon':
      return <PhonePreview frame={frame} parts={phoneScript(definition, ctx.locale)} />;
    case 'chat':
      return <ChatPreview frame={frame} messages={rehearse(definition, rehearsal.raw, rehearsal.env)} />;
    case 'sms':
      return smsPreview(look, definition, rehearsal);
    case 'api': {
      const schema = JSON.stringify(submissionSchema(definition), null, 2);
      const example = JSON.stringify(sampleRequest(definition, rehearsal), null, 2);
      return <ApiPreview frame={frame} schema={schema} example={example} />;
    }
    case 'standar':
      return <StandardPreview parts={standardParts(definition, ctx.locale)} />;
    case 'alur':
      return (
        <FlowPreview
          frame={frame}
          flow={flowDiagram(definition, ctx.locale)}
          steps={sopSteps(definition, ctx.locale)}
        />
      );
    case 'surat':
      return <LetterPreview frame={frame} slug={draft.service} letter={definition.letter !== undefined} />;
  }
}

function counterParts(definition: ServiceDefinition, env: Env): CounterPart[] {
  const t = messagesFor(env.locale).preview;
  const { pages, documents } = askedOf(definition, env);
  const papers: CounterPart = {
    title: t.papers,
    rows: documents.map(({ rule, code, label, condition }) => ({ id: rule.id, code, label, options: [], condition })),
  };
  const asked = pages.map((page) => ({
    title: page.title ?? t.check,
    rows: page.fields.map(({ field, code, condition }) => ({
      id: field.id,
      code,
      label: say(field.label, env.locale),
      options: (field.options ?? []).map((option) => say(option.label, env.locale)),
      condition: condition ?? page.condition,
    })),
  }));
  return [...asked, ...(papers.rows.length > 0 ? [papers] : [])];
}

function smsPreview({ frame }: Look, definition: ServiceDefinition, { env, raw }: Rehearsal): VNode {
  const notices = definition.workflow.actions.flatMap((action): SmsText[] => {
    if (action.message === undefined) return [];
    const text = toGsm7(say(action.message, env.locale));
    const length = septets(text);
    return [{ id: action.do, text, septets: length, parts: Math.ceil(length / septetsOfOneSms) }];
  });
  const messages = rehearse(definition, raw, { ...env, profile: smsProfile });
  return <SmsPreview frame={frame} messages={messages} notices={notices} />;
}

const letter = definePage({
  method: 'GET',
  url: url('pratinjau/surat.pdf'),
  access: reading,
  params: Slug,
  rateLimit: { name: 'author-letter', max: 30, perSeconds: 60 },
  handle: async (ctx, { params }) => {
    const draft = await getDraft(ctx, params.slug);
    const { definition } = checkText(ctx, draft.service, draft.text);
    if (!definition) throw new AppError('conflict', 'authoring.has_errors');
    return {
      kind: 'bytes',
      body: await letterOfDraft(ctx, definition),
      type: 'application/pdf',
      fileName: `konsep-${draft.service}.pdf`,
      inline: true,
      headers: { 'cache-control': 'private, no-store' },
    };
  },
});

export const previewRoutes: readonly Route[] = [
  show,
  letter,
  previewCase,
  leadsTo(url('pratinjau/kasus'), reading, (slug) => `${draftBase(slug)}/pratinjau/web`),
];
