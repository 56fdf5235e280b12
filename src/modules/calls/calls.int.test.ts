import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { applyByProgram, type Sent } from '../../../tests/support/program.ts';
import { staffVisitor } from '../../../tests/support/staff.ts';
import { createVisitor, type Seen, type Values, type Visitor } from '../../../tests/support/visitor.ts';
import { exchangeSecret } from './service/incoming.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T08:00:00+08:00') });
});
afterAll(() => app.close());

let nextPhone = 0;
const aPhone = (): string => `08129990${String(++nextPhone).padStart(4, '0')}`;
const owner = { nama: 'Andi Tenri Wulandari', nik: '0001', fakta: '' };

async function aCaseOf(phone: string): Promise<Sent> {
  return applyByProgram(app, 'sk-domisili', { nama: owner.nama, nik: '7372011708900001', hp: phone });
}

const submitTo = (who: Visitor, page: Seen, path: RegExp, values: Values = {}) =>
  who.submit(page, values, { action: path });

async function callFrom(phone: string): Promise<{ who: Visitor; page: Seen }> {
  const who = await staffVisitor(app, 'petugas.lemoe');
  const page = await submitTo(who, await who.get('/kerja/telepon'), /telepon$/, { nomor: phone });
  return { who, page };
}

describe('the number of a caller', () => {
  it('shows how many open cases it has, and nothing of them', async () => {
    const phone = aPhone();
    const { number } = await aCaseOf(phone);
    const { page } = await callFrom(`${phone.slice(0, 4)}-${phone.slice(4)}`);
    expect(page.body).toContain('1 permohonan terbuka dengan nomor ini');
    expect(page.body).not.toContain(number);
    expect(page.body).not.toMatch(/Andi|Wulandari/);
  });

  it('is not kept: only its last digits and a keyed hash are', async () => {
    const phone = aPhone();
    await callFrom(phone);
    const rows = await app.database.query(`select * from calls.call where caller_tail = '${phone.slice(-4)}'`);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(phone.slice(1));
    expect(rows[0]).toMatchObject({ caller_hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('opens nothing for another number with the same last digits', async () => {
    const phone = aPhone();
    await aCaseOf(phone);
    const { page } = await callFrom(`08111111${phone.slice(-4)}`);
    expect(page.body).toContain('Tidak ada permohonan terbuka');
  });

  it('that cannot be one is said, and kept in the box', async () => {
    const { page } = await callFrom('12');
    expect(page.status).toBe(422);
    expect(page.body).toContain('value="12"');
  });
});

describe('a caller who says who they are', () => {
  it('hears status and due date; the owner sees that it was told on the telephone', async () => {
    const phone = aPhone();
    const { number, trackingCode } = await aCaseOf(phone);
    const { who, page } = await callFrom(phone);
    const told = await submitTo(who, page, /kenal$/, { ...owner, fakta: number });
    expect(told.body).toContain('Identitas cocok');
    expect(told.body).toContain('Selesai paling lambat');
    const tracked = await createVisitor(app.fastify).get(`/lacak/${trackingCode}`);
    expect(tracked.body).toContain('Anda menelepon kami');
    const left = await submitTo(who, told, /pesan$/, { pesan: 'Mohon diantar ke rumah.' });
    expect(left.body).toContain('Pesan tercatat');
    const [event] = await app.database.query(
      `select e.actor_kind, e.channel from cases.event e join cases."case" c on c.id = e.case_id
       where c.number = '${number}' and e.kind = 'message'`,
    );
    expect(event).toEqual({ actor_kind: 'applicant', channel: 'phone' });
    app.clock.advance({ minutes: 10 });
    await who.get('/kerja/telepon');
    app.clock.advance({ minutes: 21 });
    expect((await who.get(told.path)).body).not.toContain('Selesai paling lambat');
  });

  it('may be wrong three times in a call and five times in an hour; each time is on record', async () => {
    const phone = aPhone();
    const { number } = await aCaseOf(phone);
    const right = { ...owner, fakta: number };
    const first = await callFrom(phone);
    for (const fakta of ['Lemoe', 'Lumpue', 'Ujung']) {
      const wrong = await submitTo(first.who, first.page, /kenal$/, { ...owner, nik: '9999', fakta });
      expect(wrong.status).toBe(422);
      expect(wrong.body).toContain('Jangan ceritakan apa pun');
    }
    expect((await submitTo(first.who, first.page, /kenal$/, right)).status).toBe(429);
    const second = await callFrom(phone);
    for (const nik of ['1111', '2222']) await submitTo(second.who, second.page, /kenal$/, { ...right, nik });
    expect((await submitTo(second.who, second.page, /kenal$/, right)).status).toBe(429);
    const third = await callFrom(phone);
    expect((await submitTo(third.who, third.page, /kenal$/, right)).status).toBe(429);
    const misses = await app.database.query(
      `select m.officer_id from calls.miss m join calls.call c on c.id = m.call_id where c.caller_tail = '${phone.slice(-4)}'`,
    );
    expect(misses).toHaveLength(5);
  });

  it('is another officer’s business when another officer took the call', async () => {
    const { page } = await callFrom(aPhone());
    const other = await staffVisitor(app, 'petugas.lompoe');
    expect((await other.get(page.path)).status).toBe(404);
  });
});

describe('the telephone exchange', () => {
  const ring = (secret: string | undefined, body: object) =>
    app.fastify.inject({
      method: 'POST',
      url: '/api/v1/calls',
      headers: secret === undefined ? {} : { 'x-exchange-secret': secret },
      payload: body,
    });

  it('is believed by its secret only', async () => {
    const body = { event: 'masuk', number: aPhone(), call: 'pbx-1' };
    expect((await ring(undefined, body)).statusCode).toBe(401);
    expect((await ring('0'.repeat(64), body)).statusCode).toBe(401);
    expect(await app.database.query(`select 1 from calls.incoming where exchange_id = 'pbx-1'`)).toEqual([]);
  });

  it('rings at the desk with the number of open cases, and is gone when the call is over', async () => {
    const phone = aPhone();
    await aCaseOf(phone);
    const secret = exchangeSecret(app.ctx());
    expect((await ring(secret, { event: 'masuk', number: phone, call: 'pbx-2' })).statusCode).toBe(202);
    const who = await staffVisitor(app, 'petugas.lompoe');
    const desk = await who.get('/kerja/telepon');
    expect(desk.body).toContain(`Nomor berakhiran ${phone.slice(-4)}`);
    const call = await submitTo(who, desk, /telepon\/masuk\//);
    expect(call.body).toContain('1 permohonan terbuka dengan nomor ini');
    expect((await ring(secret, { event: 'selesai', number: phone, call: 'pbx-2' })).statusCode).toBe(202);
    expect((await who.get('/kerja/telepon')).body).not.toContain(`Nomor berakhiran ${phone.slice(-4)}`);
  });
});

describe('an application by telephone', () => {
  const answers: Readonly<Record<string, Values>> = {
    tinggal_di_parepare: { tinggal_di_parepare: 'true' },
    alamat_usaha_saja: { alamat_usaha_saja: 'false' },
    jenis: { jenis: 'tetap' },
    keperluan: { keperluan: 'Melamar kerja' },
    wilayah: { wilayah: '73.72.01.1004' },
    alamat: { 'alamat.street': 'Jalan Bau Massepe 12', 'alamat.rt': '1', 'alamat.rw': '2' },
    punya_pbb: { punya_pbb: 'tidak' },
    nama: { nama: 'andi tenri wulandari' },
    nik: { nik: '7372 0117 0890 0001' },
    hp: { hp: '0812 3456 7890' },
  };

  async function begin(): Promise<{ who: Visitor; page: Seen }> {
    const { who, page } = await callFrom('');
    return { who, page: await submitTo(who, page, /mulai$/, { layanan: 'sk-domisili' }) };
  }
  const askedIn = (page: Seen): string | undefined => /name="_tanya" value="([^"]+)"/.exec(page.body)?.[1];
  async function answerAll(who: Visitor, first: Seen): Promise<Seen> {
    let page = first;
    for (let count = 0; count < 30; count++) {
      const id = askedIn(page);
      if (id === undefined) return page;
      page = await submitTo(who, page, /naskah\/[0-9a-f-]+$/, answers[id] ?? {});
      expect(page.status, `${id}: ${page.body.match(/class="error"[\s\S]{0,200}/)?.[0]}`).toBe(200);
    }
    throw new Error('the script had no end');
  }

  it('asks one question at a time in spoken words and repeats each answer', async () => {
    const { who, page } = await begin();
    expect(page.body).toContain('Bapak/Ibu');
    expect(page.body.match(/name="_tanya"/g)).toHaveLength(1);
    const next = await submitTo(who, page, /naskah\/[0-9a-f-]+$/, answers[askedIn(page) ?? ''] ?? {});
    expect(next.body).toContain('Saya ulangi');
    const id = askedIn(page);
    expect(next.body).toContain(`?ke=${id}`);
  });

  it('keeps a wrong answer and says what to do', async () => {
    const { who, page } = await begin();
    const again = await submitTo(who, page, /naskah\/[0-9a-f-]+$/, {});
    expect(again.status).toBe(422);
    expect(askedIn(again)).toBe(askedIn(page));
  });

  it('stops with the spoken reason when somebody is not eligible', async () => {
    const { who, page } = await begin();
    const stopped = await submitTo(who, page, /naskah\/[0-9a-f-]+$/, { tinggal_di_parepare: 'false' });
    expect(stopped.body).toContain('tidak bisa dilanjutkan');
  });

  it('with hard documents is sent at a counter that saw the originals, under the number given on the telephone', async () => {
    const { who, page } = await begin();
    const review = await answerAll(who, page);
    const ticket = /Nomor isian (T\d{9})/.exec(review.body)?.[1] ?? '';
    const ending = { identitas: 'ktp', persetujuan: 'true', 'pernyataan-0': 'true', 'pernyataan-1': 'true' };
    const missing = await submitTo(who, review, /kirim$/, ending);
    expect(missing.status).toBe(422);
    const counter = await staffVisitor(app, 'petugas.lompoe');
    const found = await submitTo(counter, await counter.get('/kerja/telepon'), /isian$/, {
      isian: ticket.toLowerCase(),
    });
    const papers = [...found.body.matchAll(/name="asli" value="([^"]+)"/g)].map(([, id]) => id ?? '');
    expect(papers.length).toBeGreaterThan(0);
    const sent = await submitTo(counter, found, /kirim$/, { ...ending, asli: papers });
    expect(sent.path).toMatch(/selesai$/);
    expect(sent.body).toMatch(/Nomor permohonan Bapak\/Ibu: P, (\w+ ){2}\w+, /);
    const number = /P\d{9}/.exec(sent.body.replaceAll(' ', ''))?.[0] ?? '';
    const [stored] = await app.database.query(
      `select projection -> 'assisted' as assisted, projection -> 'answers' as answers from cases."case" where number = '${number}'`,
    );
    expect(stored).toMatchObject({
      assisted: { mode: 'counter', identity: 'ktp', consent: expect.stringContaining('setuju') },
      answers: { nik: '7372011708900001', hp: '+6281234567890' },
    });
    const left = await app.database.query(`select answers, asked from calls.script where ticket = '${ticket}'`);
    expect(left).toEqual([{ answers: {}, asked: [] }]);
  });

  it('goes on under a link that only the caller has, with everything said already in it', async () => {
    const { who, page } = await begin();
    const review = await answerAll(who, page);
    const unasked = await submitTo(who, review, /kirim$/, { _cara: 'tautan' });
    expect(unasked.status).toBe(422);
    const given = await submitTo(who, review, /kirim$/, { _cara: 'tautan', persetujuan: 'true' });
    const token = /\/permohonan\/([\w-]{22})/.exec(given.body)?.[1] ?? '';
    const caller = createVisitor(app.fastify);
    const draft = await caller.get(`/permohonan/${token}`);
    expect(draft.path).toContain(token);
    const check = await caller.get(`/permohonan/${token}/isi/pemohon`);
    expect(check.body).toContain('7372');
    const again = await who.get(review.path.split('?')[0] ?? '');
    expect(again.path).toBe('/kerja/telepon');
  });
});
