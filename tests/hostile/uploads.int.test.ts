// Files from strangers: too large, dressed up, broken, or made to hurt whoever opens them.
import { deflateRawSync, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readUpload } from '../../src/modules/documents/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { draftOf, fillIn, startDomicile } from '../support/journey.ts';
import { aPdf, aPhoto, asFile } from '../support/papers.ts';
import { createVisitor, encodeForm, textOf } from '../support/visitor.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
});
afterAll(() => app.close());

async function upload(bytes: Uint8Array, name = 'berkas', type = 'application/octet-stream') {
  const form = new FormData();
  form.append('file', asFile(bytes, name, type));
  const { payload, type: contentType } = await encodeForm(form);
  const answer = await app.fastify.inject({
    method: 'POST',
    url: '/api/v1/uploads',
    payload,
    headers: { 'content-type': contentType },
  });
  return { status: answer.statusCode, body: answer.json<{ uploadId?: string; code?: string }>() };
}

const stored = async () => Number((await app.database.query('select count(*) as n from documents.upload'))[0]?.n);

/** A PNG that says it is 30000 x 30000 and holds as many zero bytes as it says, packed to a few kilobytes. */
function pngBomb(): Buffer {
  const crcTable = Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
  });
  const crc = (bytes: Buffer) =>
    (bytes.reduce((sum, byte) => (crcTable[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
  const chunk = (name: string, body: Buffer) => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(body.length);
    const named = Buffer.concat([Buffer.from(name), body]);
    const tail = Buffer.alloc(4);
    tail.writeUInt32BE(crc(named));
    return Buffer.concat([head, named, tail]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(30_000, 0);
  header.writeUInt32BE(30_000, 4);
  header.set([1, 0, 0, 0, 0], 8); // one bit, grey
  const rows = deflateSync(Buffer.alloc(30_000 * (1 + 3750)), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function zip(): Buffer {
  const body = deflateRawSync(Buffer.alloc(1_000_000));
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(body.length, 18);
  head.writeUInt32LE(1_000_000, 22);
  return Buffer.concat([head, body]);
}

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const page = Buffer.from('<!doctype html><script>alert(document.domain)</script>');

describe('a file that is not what it says', () => {
  it.each([
    ['a zip named .jpg', zip(), 'ktp.jpg'],
    ['an SVG with a script', svg, 'ktp.svg'],
    ['an SVG named .png', svg, 'ktp.png'],
    ['a web page named .pdf', page, 'kk.pdf'],
    ['a program', Buffer.from('\x7fELF\x02\x01\x01'.padEnd(400, 'x')), 'ktp.jpg'],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x80\x00\x00'), 'ktp.gif'],
    [
      'a PDF locked by a password',
      aPdf().toString('latin1').replace('/Root 1 0 R', '/Root 1 0 R /Encrypt 5 0 R'),
      'kk.pdf',
    ],
    ['a PDF that runs JavaScript', aPdf('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'), 'kk.pdf'],
    [
      'a PDF that hides the word JavaScript',
      aPdf('/OpenAction << /S /Java#53cript /JS (app.alert\\(1\\)) >>'),
      'kk.pdf',
    ],
    ['a PDF that starts a program', aPdf('/OpenAction << /S /Launch /F (cmd.exe) >>'), 'kk.pdf'],
    ['a PDF with a file inside', aPdf('/Names << /EmbeddedFiles << /Names [] >> >>'), 'kk.pdf'],
    ['only the first bytes of a PDF', aPdf().subarray(0, 40), 'kk.pdf'],
    ['nothing', Buffer.alloc(0), 'ktp.jpg'],
  ])('%s is refused with a reason and not kept', async (_what, bytes, name) => {
    const before = await stored();
    const { status, body } = await upload(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, name);
    expect(status).toBe(422);
    expect(body.code).toMatch(/^(images|documents)\./);
    expect(await stored()).toBe(before);
  });

  it('a picture with a web page behind it is kept as the picture alone', async () => {
    const { status, body } = await upload(Buffer.concat([await aPhoto(), page]), 'ktp.jpg', 'text/html');
    expect(status).toBe(201);
    const { bytes, upload: kept } = await readUpload(app.ctx(), body.uploadId ?? '');
    expect(kept.mediaType).toBe('image/jpeg');
    expect(Buffer.from(bytes).includes('alert')).toBe(false);
  });
});

describe('a photo', () => {
  it('loses camera and place before it is kept', async () => {
    const photo = await aPhoto();
    expect(photo.includes('RAHASIA-KAMERA')).toBe(true);
    const { body } = await upload(photo, 'IMG_1.jpg', 'image/jpeg');
    const { bytes } = await readUpload(app.ctx(), body.uploadId ?? '');
    expect(Buffer.from(bytes).includes('RAHASIA-KAMERA')).toBe(false);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  });

  it('that broke off on the way is refused', async () => {
    const photo = await aPhoto();
    const { status, body } = await upload(photo.subarray(0, Math.floor(photo.length / 2)), 'ktp.jpg');
    expect([status, body.code]).toEqual([422, 'images.damaged']);
  });

  it('of 900 million points in a few kilobytes is refused at once', async () => {
    const bomb = pngBomb();
    expect(bomb.length).toBeLessThan(200_000);
    const started = performance.now();
    const { status } = await upload(bomb, 'ktp.png');
    expect(status).toBe(422);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe('size', () => {
  it('one byte over 10 MB is too large, at the API and at its field', async () => {
    const large = Buffer.concat([await aPhoto(), Buffer.alloc(10_000_001)]).subarray(0, 10_000_001);
    expect((await upload(large, 'ktp.jpg')).status).toBe(413);
    const visitor = createVisitor(app.fastify);
    const paper = await fillIn(visitor, await startDomicile(visitor), 'dokumen/ktp-el-pemohon');
    const refused = await visitor.submit(paper, { berkas: asFile(large, 'ktp.jpg', 'image/jpeg') });
    expect(refused.status).toBe(413);
    expect(textOf(refused)).toMatch(/terlalu besar/);
    const again = await visitor.get(`/permohonan/${draftOf(paper)}`);
    expect(again.path).toContain('dokumen/ktp-el-pemohon');
  });

  it('200 MB announced is refused before a byte of it is read', async () => {
    const answer = await app.fastify.inject({
      method: 'POST',
      url: '/api/v1/uploads',
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '200000000' },
      payload: '--x\r\n',
    });
    expect([400, 413]).toContain(answer.statusCode);
  });

  it('a hundred files at once are too many', async () => {
    const form = new FormData();
    for (let index = 0; index < 100; index++) form.append('file', asFile(Buffer.from('x'), `${index}.jpg`));
    const { payload, type } = await encodeForm(form);
    const answer = await app.fastify.inject({
      method: 'POST',
      url: '/api/v1/uploads',
      payload,
      headers: { 'content-type': type },
    });
    expect(answer.statusCode).toBe(413);
  });

  it('a multipart body that is none is a bad request', async () => {
    for (const payload of [
      '',
      '--x',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="../../etc/passwd"\r\n\r\nabc',
    ]) {
      const headers = { 'content-type': 'multipart/form-data; boundary=x' };
      const answer = await app.fastify.inject({ method: 'POST', url: '/api/v1/uploads', payload, headers });
      expect([400, 422]).toContain(answer.statusCode);
    }
  });
});

describe('a file of another kind than was asked for', () => {
  const sound = Buffer.concat([
    Buffer.from('OggS\0\x02', 'latin1'),
    Buffer.alloc(22),
    Buffer.from('OpusHead'),
    Buffer.alloc(400),
  ]);
  async function send(service: string, document: string, uploadId: string) {
    const answer = await app.fastify.inject({
      method: 'POST',
      url: '/api/v1/applications',
      headers: { 'idempotency-key': `${service}-${document}-${uploadId}` },
      payload: { service, answers: {}, documents: [{ id: document, uploadId }] },
    });
    const errors = answer.json<{ errors: { field: string; code: string; message: string }[] }>().errors;
    return { status: answer.statusCode, error: errors.find(({ code }) => code === 'document.wrong_kind') };
  }
  const uploadOf = async (url: string, bytes: Uint8Array, name: string): Promise<string> => {
    const form = new FormData();
    form.append('file', asFile(bytes, name, 'image/jpeg'));
    const { payload, type } = await encodeForm(form);
    const answer = await app.fastify.inject({ method: 'POST', url, payload, headers: { 'content-type': type } });
    return answer.json<{ uploadId: string }>().uploadId;
  };

  it('is refused by a program too, by what it is and not by its name', async () => {
    const [pdf, voice, photo] = [
      await uploadOf('/api/v1/uploads', aPdf(), 'pas-foto.jpg'),
      await uploadOf('/api/v1/complaints/voice', sound, 'ktp.jpg'),
      await uploadOf('/api/v1/uploads', await aPhoto(), 'suara.ogg'),
    ];
    expect(await send('kia', 'pas-foto-anak-2x3', pdf)).toEqual({
      status: 422,
      error: {
        field: 'pas-foto-anak-2x3',
        code: 'document.wrong_kind',
        message: 'Pas foto anak 2x3: kirim sebagai foto',
      },
    });
    expect((await send('kia', 'pas-foto-anak-2x3', photo)).error).toBeUndefined();
    expect((await send('sk-domisili', 'ktp-el-pemohon', voice)).error?.message).toMatch(/kirim sebagai foto atau PDF$/);
    expect((await send('pengaduan', 'rekaman-suara', photo)).error?.message).toMatch(/kirim sebagai rekaman suara$/);
    expect((await send('pengaduan', 'rekaman-suara', voice)).error).toBeUndefined();
  });
});

describe('the ids of uploads', () => {
  it('next to a real one are unknown, and no page shows an upload to a stranger', async () => {
    const { body } = await upload(await aPhoto(), 'ktp.jpg', 'image/jpeg');
    const id = body.uploadId ?? '';
    for (const guess of [
      id.replace(/.$/, (sign) => (sign === '0' ? '1' : '0')),
      id.toUpperCase().slice(1),
      '../secret.key',
      `${id}%00`,
      '0'.repeat(36),
    ]) {
      const answer = await app.fastify.inject({
        method: 'POST',
        url: '/api/v1/applications',
        headers: { 'idempotency-key': `guess-${guess}` },
        payload: { service: 'sk-domisili', answers: {}, documents: [{ id: 'ktp-el-pemohon', uploadId: guess }] },
      });
      expect(answer.statusCode).toBe(422);
    }
    for (const path of [
      `/unggahan/${id}`,
      `/api/v1/uploads/${id}`,
      `/berkas/${id}`,
      `/aset/${id}`,
      `/aset/..%2f..%2ffiles%2fuploads`,
    ])
      expect((await app.fastify.inject(path)).statusCode).toBe(404);
  });
});
