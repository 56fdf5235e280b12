import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { trackCase } from '../cases/index.ts';
import { aReport, dispatch, officerStep } from '../complaints/testing.ts';
import { listHeard, listOfCase } from './store/forwarded.ts';
import { aConnectedCity, type ConnectedCity } from './testing.ts';

let city: ConnectedCity;
beforeAll(async () => {
  city = await aConnectedCity();
}, 240_000);
afterAll(() => city.close());
beforeEach(() => city.simulator.become('well'));

const toPartner = async (unit: string, over: Parameters<typeof aReport>[1] = {}) => {
  const report = await aReport(city.app.ctx(), over);
  await dispatch(city.app.ctx(), report.number, { unit });
  return report;
};
const toldTo = async (trackingCode: string): Promise<string> => {
  const { timeline } = await trackCase({ ...city.app.ctx(), actor: { kind: 'applicant' } }, trackingCode);
  return JSON.stringify(timeline);
};

describe('a report forwarded to a unit with a server of its own', () => {
  it('is there once, its number stands on the tracking page, and its news come back until it is closed', async () => {
    const report = await toPartner('ext-provinsi', { category: 'jalan.berlubang', text: 'Lubang dalam di tikungan' });
    const sent = await city.send(await city.at(report.caseId, 'ext-provinsi'));
    expect(sent).toMatchObject({ state: 'open', service: '101', content: null, troubleCode: null });
    const taken = city.simulator.taken.at(-1);
    expect(taken).toMatchObject({ id: sent.theirId, service: '101' });
    expect(taken?.description).toContain('Lubang dalam di tikungan');
    expect(await toldTo(report.trackingCode)).toContain(`Pemprov menerima laporan ini dengan nomor ${sent.theirId}.`);

    city.simulator.set(sent.theirId ?? '', { status: 'open', notes: 'Tim survei di lokasi' });
    await city.round('ext-provinsi', 15);
    await city.round('ext-provinsi', 15);
    expect((await toldTo(report.trackingCode)).match(/Pemprov: Tim survei di lokasi/g)).toHaveLength(1);

    const update = { id: 'u1', requestId: sent.theirId ?? '', status: 'IN_PROGRESS', text: 'Aspal dipesan' };
    city.simulator.update({ ...update, at: city.app.clock.now() });
    await city.round('ext-provinsi', 15);
    await city.round('ext-provinsi', 15);
    expect((await toldTo(report.trackingCode)).match(/Pemprov: Aspal dipesan/g)).toHaveLength(1);

    city.simulator.set(sent.theirId ?? '', { status: 'closed', notes: 'Lubang ditambal' });
    await city.round('ext-provinsi', 15);
    expect(await city.at(report.caseId, 'ext-provinsi')).toMatchObject({
      state: 'closed',
      theirNotes: 'Lubang ditambal',
    });
    expect((await listHeard(city.app.platform.db, sent.id)).map(({ text }) => text)).toContain('Lubang ditambal');
  });

  it('is sent once however often it is handed there, and once when two workers take it at the same moment', async () => {
    const before = city.simulator.taken.length;
    const report = await toPartner('dishub');
    const { number } = report;
    const data = { unit: 'ext-pln', alasan: 'Tiang milik PLN' };
    await officerStep(city.app.ctx(), 'petugas.dishub', { number, action: 'alihkan', data });
    await officerStep(city.app.ctx(), 'petugas.ext-pln', { number, action: 'terima' });
    const row = await city.at(report.caseId, 'ext-pln');
    await Promise.all([city.send(row), city.send(row), city.send(row)]);
    await city.send(row);
    await city.round('ext-pln', 10);
    expect(city.simulator.taken.length - before).toBe(1);
    expect(await listOfCase(city.app.platform.db, report.caseId)).toHaveLength(1);
  });

  it('gets its number from behind a token', async () => {
    const report = await toPartner('ext-pln', { category: 'luar.listrik', text: 'Gardu meledak' });
    const sent = await city.send(await city.at(report.caseId, 'ext-pln'));
    expect(sent).toMatchObject({ state: 'token', theirId: null, token: expect.stringMatching(/^t/) });
    await city.round('ext-pln', 3);
    const after = await city.at(report.caseId, 'ext-pln');
    expect(after).toMatchObject({ state: 'open', theirId: sent.token?.slice(1) });
    expect(await toldTo(report.trackingCode)).toContain(`PLN menerima laporan ini dengan nomor ${after.theirId}.`);
  });

  it('is understood in JSON, and stays without a number at a service that never gives one', async () => {
    const report = await toPartner('ext-pusat-jalan', { category: 'jalan.galian' });
    expect(await city.send(await city.at(report.caseId, 'ext-pusat-jalan'))).toMatchObject({
      state: 'open',
      service: '101',
    });
    const other = await toPartner('ext-pusat-jalan', { category: 'sampah.tidak-diangkut' });
    const sent = await city.send(await city.at(other.caseId, 'ext-pusat-jalan'));
    expect(sent).toMatchObject({ state: 'unnumbered', service: '900', troubleCode: null });
  });
});

describe('a partner in trouble', () => {
  it.each(['busy', 'broken'] as const)('holds nothing up while it is %s', async (mood) => {
    city.simulator.become(mood);
    const report = await toPartner('ext-provinsi');
    const row = await city.send(await city.at(report.caseId, 'ext-provinsi'));
    const expected =
      mood === 'busy' ? { state: 'waiting', troubleCode: 'busy' } : { state: 'unsure', troubleCode: 'server-error' };
    expect(row).toMatchObject({ ...expected, attempts: 1 });
    city.simulator.become('well');
    await city.round('ext-provinsi', 5);
    const after = await city.at(report.caseId, 'ext-provinsi');
    expect(after.state).toBe(mood === 'busy' ? 'open' : 'unsure');
  });

  it.each(['lost', 'silent'] as const)(
    'that took a report in and was %s is never sent it again: the request is found by our reference',
    async (mood) => {
      const before = city.simulator.taken.length;
      city.simulator.become(mood);
      const report = await toPartner('ext-provinsi');
      const row = await city.send(await city.at(report.caseId, 'ext-provinsi'));
      expect(row).toMatchObject({ state: 'unsure', maybeThere: true, theirId: null });
      city.simulator.become('well');
      await city.round('ext-provinsi', 5);
      expect(await city.at(report.caseId, 'ext-provinsi')).toMatchObject({
        state: 'open',
        theirId: city.simulator.taken.at(-1)?.id,
      });
      expect(city.simulator.taken.length - before).toBe(1);
    },
  );

  it('that refuses says why to the office, and is not asked again by itself', async () => {
    city.simulator.become('refusing');
    const report = await toPartner('ext-provinsi');
    const row = await city.send(await city.at(report.caseId, 'ext-provinsi'));
    expect(row).toMatchObject({
      state: 'refused',
      troubleCode: 'refused',
      troubleText: 'Di luar wilayah kami: ini jalan kabupaten',
    });
    const asked = city.simulator.asked('POST requests');
    await city.round('ext-provinsi', 600);
    expect(city.simulator.asked('POST requests')).toBe(asked);
  });

  it('does not stop a dispatch: a process that died while sending leaves a report to ask about', async () => {
    const report = await toPartner('ext-provinsi');
    const row = await city.at(report.caseId, 'ext-provinsi');
    await city.app.database.query(
      `update federation.forwarded set state = 'sending', first_tried_at = created_at where id = '${row.id}'`,
    );
    await city.round('ext-provinsi', 10);
    expect((await city.at(report.caseId, 'ext-provinsi')).state).toBe('unsure');
  });
});

describe('what leaves the house', () => {
  it('names the person only where the region allows it and the person agreed', async () => {
    const allow = (personal: string) =>
      city.app.database.query(
        `update federation.partner set entry = entry || '{"personal": "${personal}"}' where unit_code = 'ext-provinsi'`,
      );
    const person = { name: 'Andi Tenri', phone: '081234567890', email: 'tenri@contoh.id' };
    const sentOf = async (over: Parameters<typeof aReport>[1]) => {
      const report = await toPartner('ext-provinsi', { ...person, ...over });
      await city.send(await city.at(report.caseId, 'ext-provinsi'));
      return city.simulator.taken.at(-1)?.parameters;
    };
    await allow('with-consent');
    expect(await sentOf({ share: true })).toMatchObject({
      first_name: 'Andi',
      last_name: 'Tenri',
      email: 'tenri@contoh.id',
    });
    const anonymous = { share: true, level: 'anonymous', name: undefined, phone: undefined } as const;
    for (const over of [{ share: false }, {}, anonymous]) expect(await sentOf(over)).not.toHaveProperty('first_name');
    await allow('never');
    expect(JSON.stringify(await sentOf({ share: true }))).not.toMatch(/Tenri|81234567890|contoh\.id/);
  });

  it('holds no number, name or address of a person, and no word of a secret report', async () => {
    const person = { name: 'Andi Tenri', phone: '081234567890', email: 'tenri@contoh.id' };
    const text = 'Lubang di depan rumah Pak Amir, hubungi 081234567890 atau NIK 7372011708900001';
    const report = await toPartner('ext-provinsi', { ...person, text });
    await city.send(await city.at(report.caseId, 'ext-provinsi'));
    const sent = JSON.stringify(city.simulator.taken.at(-1));
    expect(sent).not.toMatch(/Tenri|Amir|0812|81234567890|7372011708900001|contoh\.id/);

    const before = city.simulator.taken.length;
    const secret = await toPartner('ext-provinsi', { text: 'Pungutan di pos retribusi', level: 'secret' });
    const held = await city.at(secret.caseId, 'ext-provinsi');
    expect(held).toMatchObject({ state: 'held', content: null });
    await city.send(held);
    await city.round('ext-provinsi', 60);
    expect(city.simulator.taken.length).toBe(before);
  });
});
