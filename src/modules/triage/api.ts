// What a text is probably about, for forms and programs. Nothing is stored.
import { z } from 'zod';
import { say } from '../../lib/locale.ts';
import { defineApi, json, type Route } from '../../platform/http/define.ts';
import { ownerOf, suggest } from './service.ts';

const ask = defineApi({
  method: 'POST',
  url: '/api/v1/complaints/suggest',
  access: { kind: 'public' },
  tag: 'complaints',
  summary: 'The likeliest categories of a text, words of danger, the kelurahan it names; nothing is stored',
  rateLimit: { name: 'suggest', max: 120, perSeconds: 60, sparesLoopback: true },
  body: z.object({ text: z.string().max(4000), area: z.string().max(40).optional() }),
  response: z.object({
    categories: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        agency: z.string(),
        owner: z.string().nullable(),
        share: z.number(),
        because: z.array(z.string()),
      }),
    ),
    danger: z.array(z.string()),
    area: z.string().nullable(),
  }),
  handle: async (ctx, { body }) => {
    const { categories, danger, area } = await suggest(ctx, body.text);
    const owners = await Promise.all(categories.map((one) => ownerOf(ctx, one, body.area ?? area)));
    return json({
      categories: categories.map(({ id, name, agency, share, because }, at) => ({
        ...{ id, name: say(name, ctx.locale), agency, because },
        owner: owners[at]?.name ?? null, // the unit at this place; unknown where the place decides and is not told
        share: Math.round(share * 1000) / 1000,
      })),
      danger,
      area: area ?? null,
    });
  },
});

export const triageApi: readonly Route[] = [ask];
