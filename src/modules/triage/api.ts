// What a text is probably about, for forms and programs. Nothing is stored.
import { z } from 'zod';
import { say } from '../../lib/locale.ts';
import { defineApi, json, type Route } from '../../platform/http/define.ts';
import { suggest } from './service.ts';

const ask = defineApi({
  method: 'POST',
  url: '/api/v1/complaints/suggest',
  access: { kind: 'public' },
  tag: 'complaints',
  summary: 'The likeliest categories of a text, words of danger, the kelurahan it names; nothing is stored',
  rateLimit: { name: 'suggest', max: 120, perSeconds: 60, sparesLoopback: true },
  body: z.object({ text: z.string().max(4000) }),
  response: z.object({
    categories: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        agency: z.string(),
        share: z.number(),
        because: z.array(z.string()),
      }),
    ),
    danger: z.array(z.string()),
    area: z.string().nullable(),
  }),
  handle: async (ctx, { body }) => {
    const { categories, danger, area } = await suggest(ctx, body.text);
    return json({
      categories: categories.map(({ id, name, agency, share, because }) => ({
        ...{ id, name: say(name, ctx.locale), agency, because },
        share: Math.round(share * 1000) / 1000,
      })),
      danger,
      area: area ?? null,
    });
  },
});

export const triageApi: readonly Route[] = [ask];
