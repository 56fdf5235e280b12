import { existsSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { sampleModule, seen } from './sample-module.testing.tsx';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ modules: [sampleModule] });
});
afterAll(() => test.close());

interface Form {
  cookie: string;
  token: string;
}
async function openForm(): Promise<Form> {
  const page = await test.fastify.inject('/contoh');
  const cookie = String(page.headers['set-cookie']).split(';')[0] ?? '';
  return { cookie, token: /value="([^"]+)"/.exec(page.body)?.[1] ?? '' };
}
function post(form: Partial<Form>, fields: string, headers: Record<string, string> = {}) {
  const payload = form.token === undefined ? fields : `${fields}&_csrf=${encodeURIComponent(form.token)}`;
  const type = 'application/x-www-form-urlencoded';
  return test.fastify.inject({
    method: 'POST',
    url: '/contoh',
    payload,
    headers: { 'content-type': type, ...(form.cookie ? { cookie: form.cookie } : {}), ...headers },
  });
}

describe('a form', () => {
  it('is accepted in the browser it was shown in, with repeated keys and dotted names', async () => {
    const answer = await post(await openForm(), 'nama=Siti&pilih=a&pilih=b&alamat.rt=03');
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain(
      '{&quot;nama&quot;:&quot;Siti&quot;,&quot;pilih&quot;:[&quot;a&quot;,&quot;b&quot;],&quot;alamat.rt&quot;:&quot;03&quot;}',
    );
  });

  it('is refused without a token, with a wrong one, and with one shown in another browser', async () => {
    const [mine, other] = [await openForm(), await openForm()];
    const tries = [
      { cookie: mine.cookie },
      { cookie: mine.cookie, token: `${mine.token}x` },
      { cookie: mine.cookie, token: 'a.b' },
      { cookie: mine.cookie, token: other.token },
      { token: mine.token },
    ];
    for (const form of tries) {
      const answer = await post(form, 'nama=Siti');
      expect(answer.statusCode).toBe(403);
      expect(answer.body).toContain('muat ulang halaman');
    }
  });

  it('is refused when another site sends it, even with a valid token', async () => {
    const form = await openForm();
    expect((await post(form, 'nama=Siti', { origin: 'https://jahat.example' })).statusCode).toBe(403);
    expect((await post(form, 'nama=Siti', { origin: 'null' })).statusCode).toBe(403);
    expect((await post(form, 'nama=Siti', { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect(
      (await post(form, 'nama=Siti', { origin: 'http://localhost:80', 'sec-fetch-site': 'same-origin' })).statusCode,
    ).toBe(200);
  });

  it('with a missing answer is refused naming the field in the language of the reader', async () => {
    const answer = await post(await openForm(), 'nama=', { 'accept-language': 'en' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('nama: ');
    expect(answer.body).toContain('Check them and send again');
  });
});

describe('uploads', () => {
  const boundary = 'batas';
  const file = (name: string, bytes: Buffer) =>
    Buffer.concat([
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="foto"; filename="${name}"\r\nContent-Type: image/jpeg\r\n\r\n`,
      ),
      bytes,
      Buffer.from('\r\n'),
    ]);
  async function upload(parts: Buffer[]) {
    const form = await openForm();
    const token = Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n${form.token}\r\n`);
    const payload = Buffer.concat([token, ...parts, Buffer.from(`--${boundary}--\r\n`)]);
    return test.fastify.inject({
      method: 'POST',
      url: '/unggah',
      payload,
      headers: { cookie: form.cookie, 'content-type': `multipart/form-data; boundary=${boundary}` },
    });
  }

  it('arrive as temporary files that are gone after the answer; empty inputs are left out', async () => {
    const answer = await upload([file('a/../b.jpg', Buffer.alloc(5000, 1)), file('', Buffer.alloc(0))]);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('[[&quot;b.jpg&quot;,5000]]');
    expect(seen.uploads).toHaveLength(1);
    await vi.waitFor(() => expect(seen.uploads.filter((path) => existsSync(path))).toEqual([]));
  });

  it('that are too large or too many are refused with a sentence', async () => {
    const large = await upload([file('a.jpg', Buffer.alloc(1024 * 1024 + 1))]);
    expect([large.statusCode, large.body.includes('paling banyak 1 MB')]).toEqual([413, true]);
    const small = Buffer.alloc(10);
    const many = await upload([file('a.jpg', small), file('b.jpg', small), file('c.jpg', small)]);
    expect([many.statusCode, many.body.includes('paling banyak 2 berkas')]).toEqual([413, true]);
  });

  it('that are broken are 400, not 500', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=batas' };
    const broken = await test.fastify.inject({
      method: 'POST',
      url: '/unggah',
      payload: '--batas\r\nContent-Disp',
      headers,
    });
    expect(broken.statusCode).toBe(400);
    const none = await test.fastify.inject({
      method: 'POST',
      url: '/unggah',
      payload: 'x',
      headers: { 'content-type': 'multipart/form-data' },
    });
    expect(none.statusCode).toBe(400);
  });
});

describe('access', () => {
  it('sends somebody who is not signed in to the sign-in page and back', async () => {
    const answer = await test.fastify.inject('/petugas/kotak?urut=batas');
    expect([answer.statusCode, answer.headers.location]).toEqual([
      303,
      '/petugas/masuk?kembali=%2Fpetugas%2Fkotak%3Furut%3Dbatas',
    ]);
  });

  it('lets an officer in by session, and refuses one without the permission', async () => {
    const headers = { cookie: 'sesi=good-session' };
    expect((await test.fastify.inject({ url: '/petugas/kotak', headers })).body).toContain('officer');
    expect((await test.fastify.inject({ url: '/petugas/admin', headers })).statusCode).toBe(403);
  });

  it('refuses a visitor who comes too often and says how long to wait', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => test.fastify.inject('/masuk-contoh')));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303, 429]);
    expect(Number(answers[3]?.headers['retry-after'])).toBeGreaterThan(0);
    expect(answers[0]?.headers['set-cookie']).toBe('sesi=x%20y; Path=/; HttpOnly; SameSite=Lax; Max-Age=60');
  });
});

describe('a page', () => {
  it('carries strict headers, and never tells its address when a token is in it', async () => {
    const page = await test.fastify.inject('/contoh');
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.headers['content-security-policy']).not.toContain('unsafe');
    expect(page.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    const tracking = await test.fastify.inject('/lacak/ABC123');
    expect(tracking.headers).toMatchObject({ 'referrer-policy': 'same-origin', 'cache-control': 'no-store' });
  });

  it('follows the language of the link, then of the cookie, then of the browser', async () => {
    const language = async (url: string, headers: Record<string, string>) =>
      /<body>(\w\w)/.exec((await test.fastify.inject({ url, headers })).body)?.[1];
    expect(await language('/contoh', {})).toBe('id');
    expect(await language('/contoh', { 'accept-language': 'en-GB,en;q=0.9,id;q=0.1' })).toBe('en');
    expect(await language('/contoh', { 'accept-language': 'en', cookie: 'bahasa=id' })).toBe('id');
    expect(await language('/contoh?bahasa=en', { cookie: 'bahasa=id' })).toBe('en');
  });

  it('comes compressed, and not at all when the browser has it', async () => {
    const br = await test.fastify.inject({ url: '/tetap', headers: { 'accept-encoding': 'gzip, br' } });
    const gz = await test.fastify.inject({ url: '/tetap', headers: { 'accept-encoding': 'gzip, br;q=0' } });
    expect([br.headers['content-encoding'], gz.headers['content-encoding']]).toEqual(['br', 'gzip']);
    expect(brotliDecompressSync(br.rawPayload).equals(gunzipSync(gz.rawPayload))).toBe(true);
    const again = await test.fastify.inject({ url: '/tetap', headers: { 'if-none-match': String(br.headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('with a revision is rendered once for everybody and anew when the revision changes', async () => {
    seen.revision = 'a';
    const before = seen.rendered;
    for (let i = 0; i < 5; i += 1) expect((await test.fastify.inject('/tetap')).body).toContain('a id');
    expect(seen.rendered).toBe(before + 1);
    expect((await test.fastify.inject({ url: '/tetap', headers: { cookie: 'bahasa=en' } })).body).toContain('a en');
    seen.revision = 'b';
    expect((await test.fastify.inject('/tetap')).body).toContain('b id');
  });

  it('keeps the look somebody chose and goes back only within this site', async () => {
    const answer = await test.fastify.inject(
      '/tampilan?ukuran=a-plus&kontras=high&kembali=%2Flayanan%3Fbahasa%3Den%26q%3Dktp',
    );
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/layanan?q=ktp']);
    expect(String(answer.headers['set-cookie'])).toContain('ukuran=a-plus');
    for (const back of [
      'https://jahat.example',
      '//jahat.example',
      '/\\jahat.example',
      '/%09/x\t',
      'javascript:alert(1)',
      '/a\\b',
    ]) {
      const elsewhere = await test.fastify.inject(`/tampilan?kembali=${encodeURIComponent(back)}`);
      expect(new URL(String(elsewhere.headers.location), 'http://localhost').host).toBe('localhost');
    }
  });

  it('that fails shows a short code, logs the rest and tells nothing else', async () => {
    const answer = await test.fastify.inject('/gagal');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).toContain(String(answer.headers['x-request-id']).slice(-8));
    expect(answer.body).not.toContain('secret detail');
  });

  it('of bytes names its file in every alphabet and may run nothing', async () => {
    const { headers } = await test.fastify.inject('/berkas');
    expect(headers['content-disposition']).toBe(
      `inline; filename="surat ___.pdf"; filename*=UTF-8''surat%20%22%C3%A9%22.pdf`,
    );
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });
});
