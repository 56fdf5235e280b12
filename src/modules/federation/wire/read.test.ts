import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from './call.ts';
import {
  readAccepted,
  readDefinition,
  readDiscovery,
  readErrors,
  readRequests,
  readServices,
  readUpdates,
} from './read.ts';
import { instantOf } from './scalars.ts';
import { readTree } from './tree.ts';

const wita = 480;
const requestsOf = (body: string) => readRequests(readTree(body), wita);

describe('requests of another server', () => {
  const expected = { id: '638344', status: 'closed', notes: 'Lubang ditambal', agency: 'Bina Marga' };
  const inside = `<service_request_id>638344</service_request_id><status>closed</status><status_notes>Lubang ditambal</status_notes>
    <agency_responsible>Bina Marga</agency_responsible><updated_datetime>2026-11-20T08:00:00+08:00</updated_datetime><lat/>`;

  it.each([
    [
      'to the letter',
      `<?xml version="1.0" encoding="utf-8"?><service_requests><request>${inside}</request></service_requests>`,
    ],
    [
      'with Rails’ array attribute and blanks',
      `<service_requests type="array">\n <request>\n${inside}</request>\n</service_requests>`,
    ],
    ['in a namespace', `<o:service_requests xmlns:o="urn:x"><o:request>${inside}</o:request></o:service_requests>`],
    ['with items of another name', `<service_requests><service_request>${inside}</service_request></service_requests>`],
    [
      'with a byte order mark, a comment and CDATA',
      `\uFEFF<!-- x --><service_requests><request>${inside.replace('Lubang ditambal', '<![CDATA[Lubang ditambal]]>')}</request></service_requests>`,
    ],
    ['cut off after the last field', `<service_requests><request>${inside}`],
  ])('are read from XML %s', (_, body) => {
    const [request] = requestsOf(body);
    expect(request).toMatchObject(expected);
    expect(request?.updatedAt?.toISOString()).toBe('2026-11-20T00:00:00.000Z');
  });

  const row = {
    service_request_id: 638344,
    status: 'Closed',
    status_notes: 'Lubang ditambal',
    agency_responsible: 'Bina Marga',
  };
  it.each([
    ['a bare array', [row]],
    ['a wrapper, as FixMyStreet has it', { service_requests: [row] }],
    ['a wrapper in a wrapper', { service_requests: { request: [row] } }],
    ['one request alone', { request: row }],
    ['items with a name each', { requests: [row], request: row }],
  ])('are read from JSON in %s', (_, body) => {
    expect(requestsOf(JSON.stringify(body))[0]).toMatchObject(expected);
  });

  it('without an id are left out, and every other field may be missing', () => {
    const body = JSON.stringify([{ status: 'open' }, { service_request_id: '1' }, null, 'x', 7]);
    expect(requestsOf(body)).toEqual([{ id: '1', status: 'open' }]);
  });

  it('keep a status of their own workflow as the finer state', () => {
    const states = requestsOf(
      JSON.stringify([
        { service_request_id: '1', status: 'In Progress' },
        { service_request_id: '2', status: 'Fixed' },
        { service_request_id: '3', status: 'open', status_notes: 'Dijadwalkan' },
      ]),
    ).map(({ status, notes }) => [status, notes]);
    expect(states).toEqual([
      ['open', 'In Progress'],
      ['closed', 'Fixed'],
      ['open', 'Dijadwalkan'],
    ]);
  });

  it('are read when people wrote signs, entities and characters that XML forbids', () => {
    const [request] = requestsOf(
      '<service_requests><request><service_request_id>1</service_request_id><status_notes>Jl. A &amp; B &lt;selesai&gt; &#39;ok&#39; \u0007 AT&T</status_notes></request></service_requests>',
    );
    expect(request?.notes).toBe("Jl. A & B <selesai> 'ok'  AT&T");
  });

  it('expand no entity a document declares for itself', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
      <service_requests><request><service_request_id>1</service_request_id><status_notes>&b;&f;</status_notes></request></service_requests>`;
    expect(requestsOf(bomb)[0]?.notes ?? '').not.toMatch(/aaaa|root:/);
  });
});

describe('dates of another server', () => {
  it.each([
    ['2026-11-20T08:00:00+08:00', '2026-11-20T00:00:00.000Z'],
    ['2026-11-20T08:00:00.123+0800', '2026-11-20T00:00:00.000Z'],
    ['2026-11-20T00:00Z', '2026-11-20T00:00:00.000Z'],
    ['2026-11-20 08:00:00', '2026-11-20T00:00:00.000Z'],
    ['2026-11-20', '2026-11-19T16:00:00.000Z'],
    ['1795996800', '2026-11-30T00:00:00.000Z'],
    ['1795996800000', '2026-11-30T00:00:00.000Z'],
    ['kemarin', undefined],
    ['2026-13-40T99:99:99Z', undefined],
    ['0000-00-00T00:00:00Z', undefined],
    ['', undefined],
  ])('%s', (text, expected) => {
    expect(instantOf({ at: text }, 'at', wita)?.toISOString()).toBe(expected);
  });
});

describe('answers', () => {
  it('to a new report hold an id, a token or nothing', () => {
    expect(readAccepted(readTree('[{"service_request_id":293944,"service_notice":"ok","account_id":null}]'))).toEqual({
      id: '293944',
      notice: 'ok',
    });
    expect(
      readAccepted(readTree('<service_requests><request><token>12345</token></request></service_requests>')),
    ).toEqual({
      token: '12345',
    });
    expect(readAccepted(readTree('[]'))).toEqual({});
  });

  const xml =
    '<?xml version="1.0"?><errors><error><code>404</code><description>Tidak ada</description></error></errors>';
  it.each([
    [404, xml, { kind: 'refused', status: 404, errors: [{ code: '404', description: 'Tidak ada' }] }],
    [
      400,
      '[{"code":400,"description":"Kurang"}]',
      { kind: 'refused', status: 400, errors: [{ code: '400', description: 'Kurang' }] },
    ],
    [200, xml, { kind: 'refused', status: 200, errors: [{ code: '404', description: 'Tidak ada' }] }],
    [404, '<!DOCTYPE html><html><title>Not found</title></html>', { kind: 'refused', status: 404, errors: [] }],
    [403, '', { kind: 'refused', status: 403, errors: [] }],
    [200, '<html>Sedang dipelihara</html>', { kind: 'unclear', problem: 'unreadable' }],
    [200, '', { kind: 'unclear', problem: 'unreadable' }],
    [502, xml, { kind: 'unclear', problem: 'server-error' }],
    [503, xml, { kind: 'busy', problem: 'busy' }],
    [429, '', { kind: 'busy', problem: 'busy' }],
    [302, '[]', { kind: 'unclear', problem: 'unreadable' }],
  ])('of status %i are judged by what they say: %#', (status, body, expected) => {
    expect(judge(status, body)).toEqual(expected);
  });

  it('with an empty list are answers, not refusals', () => {
    expect(judge(200, '[]')).toEqual({ kind: 'answered', tree: [] });
    expect(judge(200, '<service_requests/>')).toMatchObject({ kind: 'answered' });
  });

  it('about services, definitions and discovery are read in both formats', () => {
    const services = [{ code: '001', name: 'Sampah', hasDefinition: true, type: 'batch' }];
    expect(
      readServices(readTree('[{"service_code":"001","service_name":"Sampah","metadata":true,"type":"batch"}]')),
    ).toEqual(services);
    expect(
      readServices(
        readTree(
          '<services><service><service_code>001</service_code><service_name>Sampah</service_name><metadata>true</metadata><type>batch</type></service></services>',
        ),
      ),
    ).toEqual(services);
    const definition = [
      {
        code: 'UKURAN',
        datatype: 'singlevaluelist',
        required: true,
        description: 'Ukuran',
        values: [{ key: 'b', name: 'Besar' }],
      },
    ];
    expect(
      readDefinition(
        readTree(
          `<service_definition><service_code>001</service_code><attributes><attribute><variable>true</variable><code>UKURAN</code><datatype>singlevaluelist</datatype><required>true</required><description>Ukuran</description>
           <values><value><key>b</key><name>Besar</name></value></values></attribute><attribute><variable>false</variable><code>INFO</code></attribute></attributes></service_definition>`,
        ),
      ),
    ).toEqual(definition);
    const attribute = {
      variable: true,
      code: 'UKURAN',
      datatype: 'singlevaluelist',
      required: true,
      description: 'Ukuran',
      values: [{ key: 'b', name: 'Besar' }],
    };
    expect(readDefinition(readTree(JSON.stringify({ service_code: '001', attributes: [attribute] })))).toEqual(
      definition,
    );
    const endpoint = {
      specification: 'http://wiki.open311.org/GeoReport_v2',
      url: 'https://a/v2',
      formats: ['text/xml', 'application/json'],
    };
    const found = [{ url: 'https://a/v2', specification: endpoint.specification, formats: ['xml', 'json'] }];
    expect(readDiscovery(readTree(JSON.stringify({ endpoints: [endpoint] })))).toEqual(found);
    expect(
      readDiscovery(
        readTree(
          '<discovery><endpoints><endpoint><specification>http://wiki.open311.org/GeoReport_v2</specification><url>https://a/v2</url><formats><format>text/xml</format><format>application/json</format></formats></endpoint></endpoints></discovery>',
        ),
      ),
    ).toEqual(found);
  });

  it('about updates are read as FixMyStreet writes them', () => {
    const body =
      '<service_request_updates><request_update><update_id>9</update_id><service_request_id>1</service_request_id><status>in_progress</status><description>Di jalan</description></request_update></service_request_updates>';
    expect(readUpdates(readTree(body), wita)).toEqual([
      { id: '9', requestId: '1', status: 'IN_PROGRESS', text: 'Di jalan' },
    ]);
  });
});

describe('whatever another server sends', () => {
  const words = fc.constantFrom(
    ...[
      'service_requests',
      'request',
      'service_request_id',
      'status',
      'errors',
      'error',
      'code',
      'description',
      'services',
      'attributes',
    ],
    ...['values', 'endpoints', 'formats', '__proto__', 'constructor', 'token'],
  );
  const json = fc
    .letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom(null, true, '', 'null', '2026-11-20', 1e308, -1),
        fc.string({ maxLength: 20 }),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(words, tie('node'), { maxKeys: 4 }),
      ),
    }))
    .node.map((value) => JSON.stringify(value));
  const part = fc.oneof(
    words.map((word) => `<${word}>`),
    words.map((word) => `</${word}>`),
    words.map((word) => `<${word} a="1"/>`),
    fc.constantFrom(
      '<![CDATA[',
      ']]>',
      '<!--',
      '&amp;',
      '&#x0;',
      '&bogus;',
      '<',
      '<?xml?>',
      '<!DOCTYPE x>',
      '1',
      '\u0000',
    ),
    fc.string({ unit: 'binary', maxLength: 10 }),
  );
  const xml = fc.array(part, { maxLength: 40 }).map((parts) => `<service_requests>${parts.join('')}`);
  const anything = fc.oneof(json, xml, fc.string({ unit: 'binary', maxLength: 200 }));

  it('is read without a crash into values that are short and clean', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(200, 201, 400, 403, 404, 500, 503), (body, status) => {
        judge(status, body);
        const tree = readTree(body);
        readServices(tree);
        readDefinition(tree);
        readDiscovery(tree);
        readErrors(tree);
        readUpdates(tree, wita);
        const { id, token, notice } = readAccepted(tree);
        const texts = [id, token, notice, ...readRequests(tree, wita).flatMap((one) => [one.id, one.notes])];
        for (const text of texts) {
          // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
          expect(text ?? '').not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/);
          expect([...(text ?? '')].length).toBeLessThanOrEqual(1000);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('however deep it is, is left where no document of the standard goes', () => {
    expect(readTree('['.repeat(50_000))).toBeUndefined();
    expect(readTree(`${'<a>'.repeat(50_000)}x`)).toBeUndefined();
  });

  it('however long it is, is read to the end', () => {
    const one = '<request><service_request_id>1</service_request_id></request>';
    expect(readRequests(readTree(`<service_requests>${one.repeat(2_000)}</service_requests>`), wita)).toHaveLength(
      2_000,
    );
  });
});
