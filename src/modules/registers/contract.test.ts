// The adapter against the simulator, over HTTP, in every mood a register can be in.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { registers } from '../../definition/registers/registers.ts';
import { askRegister } from './adapter/ask-register.ts';
import { keyHeader, LookUpResponse, lookUpPath, simulatorHeader } from './adapter/wire.ts';
import { admit, type Breaker, backOff, closedBreaker, isResting, settle } from './rules.ts';
import { answerOf } from './simulator/answers.ts';
import { type RegisterSimulator, startRegisterSimulator } from './simulator/simulator.ts';

const today = '2026-11-22';
const person = { nik: '7372011708900001', name: 'Baharuddin Contoh' };
let simulator: RegisterSimulator;
beforeAll(async () => {
  simulator = await startRegisterSimulator({ key: 'uji', today: () => today });
});
afterAll(() => simulator.close());
beforeEach(() => simulator.become('well'));

const question = (register: string, about: Record<string, string> = person, facts: string[] = []) => ({
  register,
  about,
  statements: Object.keys(registers.find(({ name }) => name === register)?.statements ?? {}),
  facts,
  purpose: 'sk-domisili',
  reference: 'r1',
});
const patience = { budgetMilliseconds: 1_000, tries: 2 };
const ask = (register: string, about?: Record<string, string>, facts?: string[], key = 'uji') =>
  askRegister({ url: simulator.url, key }, question(register, about, facts), patience);

describe('a register that is well', () => {
  test('states that number and name fit, however the name was written', async () => {
    expect(await ask('population', { ...person, name: 'BAHARUDDIN  contoh, S.Pd.' })).toEqual({
      ok: true,
      response: {
        found: true,
        statements: { match: true, alive: true, resident: true, 'family-card': true },
        facts: {},
      },
    });
  });

  test('knows the synthetic woman with the day of birth raised by forty', async () => {
    const woman = { nik: '7372015708900001', name: 'Hasnawati Contoh', 'birth-date': '1990-08-17' };
    expect(await ask('population', woman, ['birth-date'])).toMatchObject({
      ok: true,
      response: { statements: { match: true }, facts: { 'birth-date': '1990-08-17' } },
    });
  });

  test('states nothing of a person whose name does not fit the number, and tells nothing either', async () => {
    for (const { name } of registers.filter((one) => one.name !== 'business')) {
      const answered = await ask(name, { ...person, name: 'Orang Lain' }, ['name', 'npwp', 'member-number', 'address']);
      if (!answered.ok) throw new Error(answered.problem);
      expect(Object.values(answered.response.statements).filter(Boolean), name).toEqual([]);
      expect(answered.response.facts, name).toEqual({});
    }
  });

  test('says that it knows nobody with a number that cannot be', async () => {
    expect(await ask('population', { nik: '7372013202900001', name: 'Siapa' })).toEqual({
      ok: true,
      response: { found: false, statements: {}, facts: {} },
    });
  });

  test('answers every declared statement of every register, and no other', async () => {
    for (const { name, statements } of registers) {
      const answered = await ask(name, { ...person, nib: '1234567890123' });
      if (!answered.ok) throw new Error(answered.problem);
      expect(Object.keys(answered.response.statements).sort(), name).toEqual(Object.keys(statements).sort());
    }
  });

  test('says in every answer that it is a simulator', async () => {
    const response = await fetch(`${simulator.url}${lookUpPath}`, {
      method: 'POST',
      headers: { [keyHeader]: 'uji' },
      body: JSON.stringify(question('population')),
    });
    expect(response.headers.get(simulatorHeader)).toBe('TIDAK BERLAKU');
    expect(LookUpResponse.safeParse(await response.json()).success).toBe(true);
  });
});

describe('a register that is not well', () => {
  test('is given up within the budget when it is slow', async () => {
    simulator.become('slow');
    const startedAt = performance.now();
    expect(await ask('population')).toEqual({ ok: false, problem: 'timeout' });
    expect(performance.now() - startedAt).toBeLessThan(1_400);
  });

  test('is tried again when it is down, then given up', async () => {
    simulator.become('down');
    const before = simulator.asked('population');
    expect(await ask('population')).toEqual({ ok: false, problem: 'busy' });
    expect(simulator.asked('population') - before).toBe(patience.tries);
  });

  test('is believed nothing when it answers garbage, and is not asked the same again', async () => {
    simulator.become('garbage');
    const before = simulator.asked('population');
    expect(await ask('population')).toEqual({ ok: false, problem: 'garbage' });
    expect(simulator.asked('population') - before).toBe(1);
  });

  test('that refuses our key is not asked again', async () => {
    expect(await ask('population', person, [], 'salah')).toEqual({ ok: false, problem: 'refused' });
  });

  test('and nobody at the address at all is a network problem', async () => {
    const gone = await askRegister({ url: 'http://127.0.0.1:1', key: '' }, question('population'), patience);
    expect(gone).toEqual({ ok: false, problem: 'network' });
  });
});

describe('an answer of a stranger', () => {
  async function answered(body: string, status = 200, headers: Record<string, string> = {}) {
    const server = createServer((_request, response) => response.writeHead(status, headers).end(body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const got = await askRegister({ url: `http://127.0.0.1:${port}`, key: '' }, question('population'), patience);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    return got;
  }

  test('is cut down to what was asked for', async () => {
    const body = {
      found: true,
      statements: { match: true, religion: true },
      facts: { name: 'Baharuddin', mother: 'Siti' },
      photo: 'x',
    };
    expect(await answered(JSON.stringify(body))).toEqual({
      ok: true,
      response: { found: true, statements: { match: true }, facts: {} },
    });
  });

  test('is not read when it is a whole archive', async () => {
    expect(await answered(JSON.stringify({ found: true, statements: {}, photo: 'x'.repeat(40_000) }))).toEqual({
      ok: false,
      problem: 'garbage',
    });
  });

  test('never leads us to another address', async () => {
    expect((await answered('', 302, { location: `${simulator.url}${lookUpPath}` })).ok).toBe(false);
  });

  test('of any shape never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (body) => {
        const got = await answered(body);
        expect(typeof got.ok).toBe('boolean');
      }),
      { numRuns: 30 },
    );
  });
});

describe('the circuit breaker', () => {
  test('leaves a failing register alone after five failures, and lets one caller try after half a minute', () => {
    let breaker: Breaker = closedBreaker;
    for (let count = 0; count < 5; count++) breaker = settle(admit(breaker, 0) ?? breaker, false, 0);
    expect(admit(breaker, 1_000)).toBeUndefined();
    expect(isResting(breaker, 29_999)).toBe(true);
    const probing = admit(breaker, 30_000);
    expect(probing).toBeDefined();
    expect(admit(probing ?? breaker, 30_001)).toBeUndefined();
    expect(settle(probing ?? breaker, true, 30_100)).toEqual(closedBreaker);
  });

  test('never opens for a register that answers in between', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 60 }), (outcomes) => {
        let breaker: Breaker = closedBreaker;
        let row = 0;
        for (const outcome of outcomes) {
          const admitted = admit(breaker, 0);
          expect(admitted === undefined).toBe(row >= 5);
          if (admitted === undefined) return;
          breaker = settle(admitted, outcome, 0);
          row = outcome ? 0 : row + 1;
        }
      }),
    );
  });

  test('waits longer before each further try', () => {
    expect([2, 3, 4].map(backOff)).toEqual([100, 200, 400]);
  });
});

test('the people of the simulator are the same every time', () => {
  const asked = question('population', { nik: '7372010101850042', name: 'Warga Contoh AAEC' }, ['area']);
  expect(answerOf(asked, today)).toEqual(answerOf(asked, today));
  expect(answerOf(asked, today)).toMatchObject({ found: true, statements: { match: true } });
});
