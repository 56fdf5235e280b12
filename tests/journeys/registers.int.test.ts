// Once only: what a register knows is not asked for, a register that is down holds nobody up, and nobody can pretend.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openForOfficer } from '../../src/modules/cases/index.ts';
import { anOfficer } from '../../src/modules/cases/testing.ts';
import { type ConnectedRegisters, connectRegisters } from '../../src/modules/registers/testing.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { codeOf, declared, draftOf, fillIn, startDomicile, stepOf } from '../support/journey.ts';
import { eventually, numberOf } from '../support/office.ts';
import { createVisitor, type Seen, textOf, type Values, type Visitor } from '../support/visitor.ts';

const person: Values = { nama: 'Baharuddin Contoh', nik: '7372011708900001', hp: '081234567890' };
let registers: ConnectedRegisters;
let app: TestApp;
beforeAll(async () => {
  registers = await connectRegisters();
  app = await startTestApp({ loadRegion: true, worker: true, config: registers.config });
});
afterAll(async () => {
  await app.close();
  await registers.simulator.close();
});
beforeEach(() => {
  registers.simulator.become('well');
  app.clock.advance({ minutes: 1 }); // a breaker opened by the test before has rested
});
const visit = (): Visitor => createVisitor(app.fastify);

async function untilPerson(visitor: Visitor): Promise<Seen> {
  return fillIn(visitor, await startDomicile(visitor), 'isi/pemohon');
}
async function stateOf(code: string): Promise<Record<string, unknown>> {
  const rows = await app.database.query(
    `select projection from cases."case" where number = '${await numberOf(app, code)}'`,
  );
  return rows[0]?.projection as Record<string, unknown>;
}

describe('a person the population register knows', () => {
  it('is not asked for identity and family card, is told so in numbers, and sees who was asked', async () => {
    const visitor = visit();
    const first = await visitor.submit(await untilPerson(visitor), person);
    expect(stepOf(first)).toBe('dokumen/pengantar-rt-rw');
    expect(textOf(first)).toContain('2 dokumen tidak perlu Anda bawa');
    const check = await fillIn(visitor, first);
    expect(textOf(check)).toContain('2 dokumen tidak perlu Anda bawa');
    expect(textOf(check)).toContain('Data KK Anda sudah ada pada kami (Dukcapil). Tidak perlu diunggah.');
    const receipt = await visitor.submit(check, declared);
    expect(textOf(receipt)).toContain('2 dokumen tidak perlu Anda bawa');
    const tracking = textOf(await visit().get(`/lacak/${codeOf(receipt)}`));
    expect(tracking).toContain('2 dokumen tidak perlu Anda bawa');
    expect(tracking).toContain('Dukcapil, sistem');
    expect(tracking).toContain('Mencocokkan NIK dan nama');
    const state = await stateOf(codeOf(receipt));
    expect(state.waived).toEqual(['ktp-el-pemohon', 'kartu-keluarga']);
    expect(state.registers).toMatchObject([{ register: 'population', outcome: 'answered' }]); // no property tax, so nobody asked the tax register
    const desk = app.ctx(await anOfficer(app.ctx(), 'petugas.lompoe'));
    const opened = await openForOfficer(desk, await numberOf(app, codeOf(receipt)));
    expect(opened.readings.filter(({ subject }) => subject === 'register:population')).toHaveLength(1);
  });

  it('cannot change what the register confirmed, but can say that it is somebody else', async () => {
    const visitor = visit();
    const first = await visitor.submit(await untilPerson(visitor), person);
    const page = await visitor.get(`/permohonan/${draftOf(first)}/isi/pemohon`);
    expect(textOf(page)).toContain('Sudah dicocokkan dengan data kependudukan');
    expect(page.body).not.toMatch(/<input[^>]*name="nik"/);
    await visitor.submit(page, { nama: 'Orang Lain', nik: '7372015708900001' });
    const still = await visitor.get(`/permohonan/${draftOf(first)}/isi/pemohon`);
    expect(textOf(still)).toContain('Baharuddin Contoh');
    expect(textOf(still)).not.toContain('Orang Lain');
    const released = await visitor.submit(still, { _release: 'population' });
    expect(released.body).toMatch(/<input[^>]*name="nik"/);
    const other = await visitor.submit(released, { ...person, nama: 'Orang Lain' });
    expect(stepOf(other)).toBe('dokumen/ktp-el-pemohon');
  });
});

describe('a person the register does not confirm', () => {
  it.each([
    ['another name', { ...person, nama: 'Andi Tenri' }],
    ['a number nobody has', { ...person, nik: '7372011708900008', nama: 'Warga Contoh' }],
  ])('is asked for the papers as ever: %s', async (_why, values) => {
    const visitor = visit();
    const next = await visitor.submit(await untilPerson(visitor), values);
    expect(stepOf(next)).toBe('dokumen/ktp-el-pemohon');
    expect(textOf(next)).not.toContain('tidak perlu Anda bawa');
  });

  it('gains nothing by sending statements of its own', async () => {
    const visitor = visit();
    const forged = {
      ...person,
      nama: 'Andi Tenri',
      registers: '{"population":{"statements":{"match":true}}}',
      'population.match': 'true',
      _word: 'population.match',
      waived: 'ktp-el-pemohon',
    };
    expect(stepOf(await visitor.submit(await untilPerson(visitor), forged))).toBe('dokumen/ktp-el-pemohon');
  });

  it('may not try names without end: after six the register is asked no more', async () => {
    const visitor = visit();
    let page = await untilPerson(visitor);
    const path = page.path;
    const before = registers.simulator.asked('population');
    for (let count = 0; count < 9; count++) {
      await visitor.submit(page, { ...person, nama: `Coba Nama ${'ABCDEFGHI'[count]}` });
      page = await visitor.get(path);
    }
    expect(registers.simulator.asked('population') - before).toBe(6);
  });
});

describe('a register that is down', () => {
  it.each(['down', 'slow', 'garbage', 'refusing'] as const)('holds nobody up: %s', async (mood) => {
    registers.simulator.become(mood);
    const visitor = visit();
    const page = await untilPerson(visitor);
    const startedAt = performance.now();
    const paper = await visitor.submit(page, person);
    expect(performance.now() - startedAt).toBeLessThan(2_500); // 1.5 s for the register, the rest is this busy machine
    expect(stepOf(paper)).toBe('dokumen/ktp-el-pemohon');
    expect(textOf(paper)).toContain('Boleh dikirim nanti');
    const next = await visitor.submit(paper, { _skip: 'true' });
    expect(stepOf(next)).toBe('dokumen/kartu-keluarga');
    const check = await fillIn(visitor, await visitor.submit(next, { _skip: 'true' }));
    const receipt = await visitor.submit(check, declared);
    expect(receipt.path).toMatch(/tanda-terima$/);
    const state = await stateOf(codeOf(receipt));
    expect(state.waived).toBeUndefined();
  });

  it('is asked again after the application is in, and its answer then spares the papers', async () => {
    registers.simulator.become('down');
    const visitor = visit();
    const paper = await visitor.submit(await untilPerson(visitor), person);
    const second = await visitor.submit(paper, { _skip: 'true' });
    const check = await fillIn(visitor, await visitor.submit(second, { _skip: 'true' }));
    registers.simulator.become('well');
    app.clock.advance({ minutes: 1 }); // the breaker has rested
    const code = codeOf(await visitor.submit(check, declared));
    const state = await eventually(async () => {
      const now = await stateOf(code);
      return now.registers === undefined ? undefined : now;
    });
    expect(state.waived).toEqual(['ktp-el-pemohon', 'kartu-keluarga']);
  });
});

describe('a program', () => {
  const send = (answers: Record<string, unknown>, key: string) =>
    app.fastify.inject({
      method: 'POST',
      url: '/api/v1/applications',
      headers: { 'idempotency-key': key },
      payload: { service: 'sk-penghasilan', answers, documents: [] },
    });
  it('is still told of every paper that is missing', async () => {
    const answer = await send({ nama: 'Andi Tenri', nik: '7372011708900001' }, 'p1');
    expect(answer.statusCode).toBe(422);
  });
});
