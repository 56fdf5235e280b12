// A module with one route of every kind, for the tests of the web layer.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import type { Officer } from '../context.ts';
import type { Module } from '../module.ts';
import { defineApi, definePage, html, json, redirect } from './define.ts';

export const officer: Officer = {
  kind: 'officer',
  id: '0190a0a0-0000-7000-8000-000000000001',
  username: 'andi',
  name: 'Andi',
  title: 'Petugas',
  memberships: [],
  permissions: ['inbox'],
  via: 'session',
};
export const seen = { uploads: [] as string[], revision: '1', rendered: 0 };

function Page({ csrf, children }: { csrf?: string; children: preact.ComponentChildren }) {
  return (
    <html lang="id">
      <body>
        {children}
        {csrf && <input name="_csrf" value={csrf} />}
      </body>
    </html>
  );
}

export const sampleModule: Module = {
  name: 'sample',
  errors: { id: { 'sample.sad': () => 'Kalimat sedih.' }, en: { 'sample.sad': () => 'A sad sentence.' } },
  resolveOfficer: async (_platform, { kind, secret }) => (secret === `good-${kind}` ? officer : undefined),
  routes: [
    definePage({
      method: 'GET',
      url: '/contoh',
      access: { kind: 'public' },
      handle: async (_ctx, { frame }) => html(<Page csrf={frame.csrf}>{frame.locale}</Page>),
    }),
    definePage({
      method: 'POST',
      url: '/contoh',
      access: { kind: 'public' },
      body: z.object({
        nama: z.string().min(1),
        pilih: z.union([z.string(), z.array(z.string())]).optional(),
        'alamat.rt': z.string().optional(),
      }),
      handle: async (_ctx, { body }) => html(<Page>{JSON.stringify(body)}</Page>),
    }),
    definePage({
      method: 'GET',
      url: '/tetap',
      access: { kind: 'public' },
      revision: async () => seen.revision,
      handle: async (_ctx, { frame }) => {
        seen.rendered += 1;
        return html(<Page>{`${'isi tetap '.repeat(200)}${seen.revision} ${frame.locale}`}</Page>);
      },
    }),
    definePage({
      method: 'POST',
      url: '/unggah',
      access: { kind: 'public' },
      multipart: { maxFiles: 2, maxBytes: 1024 * 1024 },
      handle: async (_ctx, { files, body }) => {
        seen.uploads = files.map(({ path }) => path);
        const sizes = await Promise.all(
          files.map(async ({ path, fileName }) => [fileName, (await readFile(path)).length]),
        );
        return html(<Page>{JSON.stringify({ sizes, body })}</Page>);
      },
    }),
    definePage({
      method: 'GET',
      url: '/petugas/kotak',
      access: { kind: 'officer' },
      handle: async (ctx) => html(<Page>{ctx.actor.kind}</Page>),
    }),
    definePage({
      method: 'GET',
      url: '/petugas/admin',
      access: { kind: 'officer', permission: 'admin' },
      handle: async () => html(<Page>admin</Page>),
    }),
    definePage({
      method: 'GET',
      url: '/lacak/:kode',
      access: { kind: 'token' },
      params: z.object({ kode: z.string().min(3) }),
      handle: async () => html(<Page>jejak</Page>),
    }),
    definePage({
      method: 'GET',
      url: '/masuk-contoh',
      access: { kind: 'public' },
      rateLimit: { name: 'sample', max: 3, perSeconds: 60 },
      handle: async () => redirect('/', { cookies: [{ name: 'sesi', value: 'x y', maxAgeSeconds: 60 }] }),
    }),
    definePage({
      method: 'GET',
      url: '/gagal',
      access: { kind: 'public' },
      handle: async () => {
        throw new TypeError('secret detail');
      },
    }),
    definePage({
      method: 'GET',
      url: '/berkas',
      access: { kind: 'token' },
      handle: async () => ({
        kind: 'bytes',
        body: '%PDF-1.7',
        type: 'application/pdf',
        fileName: 'surat "é".pdf',
        inline: true,
      }),
    }),
    defineApi({
      method: 'POST',
      url: '/api/v1/contoh/:id',
      access: { kind: 'public' },
      summary: 'Echo',
      tag: 'sample',
      params: z.object({ id: z.uuid() }),
      body: z.object({ amount: z.int().min(1), tags: z.array(z.string()).default([]) }),
      response: z.object({ amount: z.int() }),
      successStatus: 201,
      handle: async (_ctx, { body }) => json(body, 201),
    }),
    defineApi({
      method: 'GET',
      url: '/api/v1/rahasia',
      access: { kind: 'officer' },
      summary: 'Whoever asks',
      tag: 'sample',
      response: z.object({ name: z.string() }),
      handle: async (ctx) => json({ name: ctx.actor.kind === 'officer' ? ctx.actor.name : '' }),
    }),
    defineApi({
      method: 'GET',
      url: '/api/v1/sedih',
      access: { kind: 'public' },
      summary: 'Refuses',
      tag: 'sample',
      response: z.object({}),
      handle: async () => {
        throw new AppError('conflict', 'sample.sad');
      },
    }),
  ],
};
