// GeoReport v2 from the outside: the specification's rules, the published JSON schemas' rules, and the mistakes of other servers by name.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { anOfficer } from '../../src/modules/cases/testing.ts';
import { publish } from '../../src/modules/complaints/index.ts';
import { aReport } from '../../src/modules/complaints/testing.ts';
import { createApiKey } from '../../src/modules/identity/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
let key = '';
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
  key = await createApiKey(app.ctx(), { name: 'Aplikasi warga', scope: 'inbox' });
}, 120_000);
afterAll(() => app.close());

// What the JSON schemas of the standard demand (open311/schema-validation, georeport-v2), written as our own.
const nullable = z.string().nullable();
const when = z.iso.datetime({ offset: true });
const Service = z.strictObject({
  ...{ service_code: z.string().min(1), service_name: z.string().min(1), description: nullable, metadata: z.boolean() },
  ...{ type: z.enum(['realtime', 'batch', 'blackbox']), keywords: nullable, group: nullable },
});
const Attribute = z.strictObject({
  ...{
    variable: z.boolean(),
    code: z.string(),
    required: z.boolean(),
    datatype_description: nullable,
    description: nullable,
  },
  datatype: z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
  order: z.int().positive(),
  values: z.array(z.strictObject({ key: z.string(), name: z.string() })).optional(),
});
const Definition = z.strictObject({ service_code: z.string(), attributes: z.array(Attribute) });
const Request = z.strictObject({
  ...{
    service_request_id: z.string(),
    status: z.enum(['open', 'closed']),
    status_notes: nullable,
    service_name: nullable,
  },
  ...{
    service_code: z.string(),
    description: z.string().max(4000).nullable(),
    agency_responsible: nullable,
    service_notice: nullable,
  },
  ...{ requested_datetime: when, updated_datetime: when.nullable(), expected_datetime: when.nullable() },
  ...{
    address: nullable,
    address_id: nullable,
    zipcode: nullable,
    lat: z.number().nullable(),
    long: z.number().nullable(),
  },
  media_url: z.url().nullable(),
});
const Errors = z.array(z.strictObject({ code: z.int().min(400), description: z.string().min(5) })).min(1);

async function ask(url: string, body?: Record<string, string | string[]>) {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(body ?? {})) for (const one of [value].flat()) form.append(name, one);
  const answer = await app.fastify.inject({
    method: body ? 'POST' : 'GET',
    url,
    ...(body
      ? { payload: form.toString(), headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' } }
      : {}),
  });
  const type = String(answer.headers['content-type']);
  const json: unknown = type.startsWith('application/json') ? JSON.parse(answer.body) : undefined;
  return { status: answer.statusCode, type, text: answer.body, json, headers: answer.headers };
}

type Element = { readonly name: string; readonly children: readonly Element[]; readonly text: string };
/** Reads what our writer may write: elements without attributes. Anything else fails the test. */
function readXml(text: string): Element {
  const declared = /^<\?xml version="1\.0" encoding="utf-8"\?>\n/.exec(text);
  expect(declared).not.toBeNull();
  const tokens = text.slice(declared?.[0].length).match(/<\/?[a-z_]+\/?>|[^<]+/g) ?? [];
  const stack: { name: string; children: Element[]; text: string }[] = [{ name: '', children: [], text: '' }];
  for (const token of tokens) {
    const top = stack.at(-1);
    if (!top) throw new Error('unbalanced');
    if (token.startsWith('</')) {
      stack.pop();
      stack.at(-1)?.children.push(top);
    } else if (token.endsWith('/>') && token.startsWith('<'))
      top.children.push({ name: token.slice(1, -2), children: [], text: '' });
    else if (token.startsWith('<')) stack.push({ name: token.slice(1, -1), children: [], text: '' });
    else top.text += token;
  }
  const [root] = stack[0]?.children ?? [];
  if (!root || stack.length !== 1) throw new Error('not one root element');
  return root;
}
const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (text: string) => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => signs[name] ?? '');
const lists = [
  'services',
  'attributes',
  'values',
  'service_requests',
  'errors',
  'endpoints',
  'formats',
  'service_request_updates',
];
/** The Spark convention read the other way: XML as the JSON it should be, all leaves as text. */
function asJson(element: Element): unknown {
  if (lists.includes(element.name)) return element.children.map(asJson);
  if (element.children.length === 0) return element.text === '' ? null : plain(element.text);
  return Object.fromEntries(element.children.map((child) => [child.name, asJson(child)]));
}
function leavesAsText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(leavesAsText);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, leavesAsText(part)]));
  return value === null ? null : String(value);
}
async function sameInBoth(path: string, query = ''): Promise<unknown> {
  const [json, xml] = await Promise.all([ask(`${path}.json${query}`), ask(`${path}.xml${query}`)]);
  expect([json.status, xml.status], path).toEqual([200, 200]);
  expect([json.type, xml.type]).toEqual(['application/json; charset=utf-8', 'text/xml; charset=utf-8']);
  expect(json.headers['access-control-allow-origin']).toBe('*');
  expect(asJson(readXml(xml.text))).toEqual(leavesAsText(json.json));
  return json.json;
}

const point = { lat: '-4.012345', long: '119.623456' };
const base = { service_code: 'lampu.mati', ...point, description: 'Lampu jalan mati di depan masjid' };
const send = (more: Record<string, string | string[]> = {}, format = 'json') =>
  ask(`/open311/v2/requests.${format}`, { api_key: key, ...base, ...more });

async function published(text: string, more: object = {}): Promise<string> {
  const { problemId } = await aReport(app.ctx(), { text, category: 'lampu.mati', ...more });
  const ctx = app.ctx(await anOfficer(app.ctx(), 'verifikator.diskominfo'));
  await publish(ctx, { problemId: problemId ?? '', title: text.slice(0, 40), text });
  const [row] = await app.database.query(`select code from complaints.problem where id = '${problemId}'`);
  return String(row?.code);
}

describe('discovery and services', () => {
  it('says where the endpoint is, in which formats, and since when', async () => {
    for (const path of ['/open311/discovery', '/open311/v2/discovery']) {
      const found = (await sameInBoth(path)) as Record<string, unknown>;
      expect(Object.keys(found)).toEqual(['changeset', 'contact', 'key_service', 'endpoints']);
      expect(new Date(String(found.changeset)).getTime()).toBeLessThanOrEqual(Date.now());
      expect(found.endpoints).toEqual([
        {
          specification: 'http://wiki.open311.org/GeoReport_v2',
          url: expect.stringMatching(/\/open311\/v2$/),
          changeset: found.changeset,
          type: 'test',
          formats: ['text/xml', 'application/json'],
        },
      ]);
    }
  });

  it('are a bare list in JSON, each with a definition that keeps the rules', async () => {
    const services = z.array(Service).parse(await sameInBoth('/open311/v2/services'));
    expect(services).toHaveLength(60);
    expect(new Set(services.map(({ service_code }) => service_code)).size).toBe(60);
    for (const { service_code, metadata } of services) {
      expect(metadata).toBe(true);
      const { attributes, ...rest } = Definition.parse(await sameInBoth(`/open311/v2/services/${service_code}`));
      expect(rest).toEqual({ service_code });
      expect(attributes.map(({ order }) => order)).toEqual(attributes.map((_, at) => at + 1));
      for (const { datatype, values } of attributes) expect(values !== undefined).toBe(datatype.endsWith('list'));
    }
  });

  it('know one jurisdiction, by its id, its code or its address', async () => {
    for (const id of ['parepare', '73.72', '127.0.0.1', ''])
      expect((await ask(`/open311/v2/services.json?jurisdiction_id=${id}`)).status, id).toBe(200);
    const other = await ask('/open311/v2/services.json?jurisdiction_id=sfgov.org');
    expect([other.status, Errors.parse(other.json)[0]?.code]).toEqual([404, 404]);
  });
});

describe('a report from a program', () => {
  it('is taken in, numbered at once, and the same content again is the same request', async () => {
    const first = await send({
      first_name: 'Tenri',
      last_name: '-',
      phone: '0812 3456 7890',
      email: 'tenri@example.org',
    });
    expect(first.status).toBe(201);
    const [accepted] = first.json as Record<string, unknown>[];
    expect(Object.keys(accepted ?? {})).toEqual(['service_request_id', 'service_notice', 'account_id']);
    expect(accepted?.service_notice).toMatch(/Nomor laporan L\d{9}.*\/lacak\//);
    const again = await send({
      first_name: 'Tenri',
      last_name: '-',
      phone: '0812 3456 7890',
      email: 'tenri@example.org',
    });
    expect(again.json).toEqual(first.json);
    const xml = await send({ description: 'Lampu lain' }, 'xml');
    expect([xml.status, readXml(xml.text).name]).toEqual([201, 'service_requests']);
    expect(readXml(xml.text).children[0]?.children.map(({ name }) => name)).toEqual(Object.keys(accepted ?? {}));
  });

  it('takes the jurisdiction from query or body, attributes in every spelling, and a link as media', async () => {
    const answer = await ask(
      '/open311/v2/requests.json?jurisdiction_id=parepare&attribute%5Bkelurahan%5D=73.72.02.1004',
      {
        ...{
          api_key: key,
          service_code: 'jalan.berlubang',
          address_string: 'Jl. Bau Massepe 12',
          description: 'Lubang\r\ndalam',
        },
        ...{ 'attribute[patokan]': 'depan SDN 5', media_url: 'https://example.org/foto.jpg' },
      },
    );
    expect(answer.status).toBe(201);
    const [row] = await app.database.query(
      "select area_code, place, body from complaints.report where category = 'jalan.berlubang'",
    );
    expect(row).toEqual({
      area_code: '73.72.02.1004',
      place: 'depan SDN 5, Jl. Bau Massepe 12',
      body: 'Lubang\ndalam',
    });
  });

  it.each([
    ['no key', { api_key: '' }, 403],
    ['a wrong key', { api_key: 'lk_wrong' }, 403],
    ['an unknown service', { service_code: 'nothing.known' }, 404],
    ['no service', { service_code: '' }, 400],
    ['no place', { lat: '', long: '' }, 400],
    ['a lone latitude', { long: '' }, 400],
    ['a latitude beyond the pole', { lat: '91' }, 400],
    ['a point outside the region', { lat: '52.5', long: '13.4' }, 400],
    ['too long a description', { description: 'a'.repeat(4001) }, 400],
    ['an unknown attribute', { 'attribute[warna]': 'biru' }, 400],
    ['a wrong choice', { 'attribute[tingkat]': 'top secret' }, 400],
    ['a script as media', { media_url: 'javascript:alert(1)' }, 400],
    ['a telephone that is none', { phone: 'tidak ada' }, 400],
    ['another jurisdiction', { jurisdiction_id: 'boston.gov' }, 404],
  ])('is refused with an errors document for %s', async (_, more, status) => {
    const json = await send(more);
    expect([json.status, Errors.parse(json.json)[0]?.code]).toEqual([status, status]);
    const xml = await send(more, 'xml');
    expect([xml.status, readXml(xml.text).name]).toEqual([status, 'errors']);
    expect(asJson(readXml(xml.text))).toEqual(leavesAsText(json.json));
  });
});

describe('requests', () => {
  it('are those that are published, the same in list, by id and in both formats', async () => {
    const code = await published('Lampu <mati> & "gelap" di lorong 3');
    const [one] = z
      .array(Request)
      .length(1)
      .parse(await sameInBoth(`/open311/v2/requests/${code}`));
    expect(one).toMatchObject({ service_request_id: code, status: 'open', service_code: 'lampu.mati' });
    expect(one?.requested_datetime).toMatch(/\+08:00$/);
    const list = z.array(Request).parse(await sameInBoth('/open311/v2/requests'));
    expect(list.filter(({ service_request_id }) => service_request_id === code)).toEqual([one]);
    expect(await sameInBoth('/open311/v2/requests', `?service_request_id=${code},no-such&status=closed`)).toEqual([
      one,
    ]);
    expect(await sameInBoth('/open311/v2/requests', '?status=closed')).toEqual([]);
    expect(
      await sameInBoth('/open311/v2/requests', '?status=open,closed&service_code=lampu.mati,jalan.lorong'),
    ).toEqual([one]);
    expect(await sameInBoth('/open311/v2/requests', '?service_code=jalan.lorong')).toEqual([]);
    expect(await sameInBoth('/open311/v2/requests', `?lat=${point.lat}&long=${point.long}&radius=100`)).toEqual([one]);
    expect(await sameInBoth('/open311/v2/requests', '?lat=-4.1&long=119.7&radius=100')).toEqual([]);
    expect(await sameInBoth('/open311/v2/requests', '?end_date=2020-01-01T00:00:00Z')).toEqual([]);
    expect(await sameInBoth('/open311/v2/requests', '?page=2&page_size=1000')).toEqual([]);
    expect(await sameInBoth(`/open311/v2/tokens/${code}`)).toEqual([{ service_request_id: code, token: code }]);
  });

  it.each([
    'requests/no-such.json',
    'tokens/no-such.json',
    'services/no.such.json',
    'nothing.json',
    'services/lampu.mati/more.json',
  ])('say 404 with an errors document: %s', async (path) => {
    const answer = await ask(`/open311/v2/${path}`);
    expect(answer.status).toBe(404);
    expect(Errors.parse(answer.json)[0]?.code).toBe(404);
  });

  it.each([
    'requests.json?start_date=kemarin',
    'requests.json?status=pending',
    'requests.json?lat=1',
    'requests.json?page=0',
    'requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-12-01T00:00:00Z',
  ])('say 400 with an errors document: %s', async (path) => {
    const answer = await ask(`/open311/v2/${path}`);
    expect([answer.status, Errors.parse(answer.json)[0]?.code]).toEqual([400, 400]);
  });

  it('never tell of a secret report, whatever is asked', async () => {
    await published('Lampu mati di jalan besar');
    const everything = async () =>
      Promise.all(
        ['requests.json', 'requests.xml', 'services.json', 'servicerequestupdates.json'].map((path) =>
          ask(`/open311/v2/${path}?api_key=${key}`).then(({ text }) => text),
        ),
      );
    const before = await everything();
    const secret = await send({ 'attribute[tingkat]': 'secret', description: 'Rahasia: saya tahu siapa' });
    const id = (secret.json as { service_request_id: string }[])[0]?.service_request_id ?? '';
    const confidential = await send({ service_code: 'sosial.kekerasan', description: 'Anak tetangga dipukul' });
    expect([secret.status, confidential.status]).toEqual([201, 201]);
    expect(await everything()).toEqual(before);
    const [hidden, nothing] = [
      await ask(`/open311/v2/requests/${id}.json`),
      await ask('/open311/v2/requests/zzzzzzzz.json'),
    ];
    expect([hidden.status, hidden.text]).toEqual([nothing.status, nothing.text]);
    const [row] = await app.database.query("select count(*)::int as n from complaints.report where level = 'secret'");
    expect(row?.n).toBe(2);
  });
});

describe('updates', () => {
  it('are asked for with a key, and one sent is written to the case once', async () => {
    const code = await published('Lampu mati di gang buntu');
    expect((await ask('/open311/v2/servicerequestupdates.json')).status).toBe(403);
    const list = (await sameInBoth('/open311/v2/servicerequestupdates', `?api_key=${key}`)) as Record<
      string,
      unknown
    >[];
    expect(list.find((one) => one.service_request_id === code)).toMatchObject({ status: 'IN_PROGRESS' });
    const update = {
      api_key: key,
      update_id: '77',
      service_request_id: code,
      status: 'OPEN',
      description: 'Masih gelap',
    };
    const first = await ask('/open311/v2/servicerequestupdates.json', {
      ...update,
      updated_datetime: '2026-11-27T08:00:00+08:00',
    });
    const again = await ask('/open311/v2/servicerequestupdates.json', {
      ...update,
      updated_datetime: '2026-11-27T08:00:00+08:00',
    });
    expect([first.status, first.json, again.json]).toEqual([201, [{ update_id: '77' }], [{ update_id: '77' }]]);
    const rows = await app.database.query(`select data->>'text' as text from cases.event where kind = 'message'`);
    expect(rows).toEqual([{ text: 'OPEN: Masih gelap' }]);
    for (const wrong of [
      { status: 'DANCING' },
      { service_request_id: 'no-such' },
      { description: '' },
      { api_key: '' },
    ]) {
      const refused = await ask('/open311/v2/servicerequestupdates.json', { ...update, ...wrong });
      expect(Errors.parse(refused.json)[0]?.code).toBe(refused.status);
      expect([400, 403, 404]).toContain(refused.status);
    }
  });
});
