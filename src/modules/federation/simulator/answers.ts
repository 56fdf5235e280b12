// What a simulated server answers, in XML or JSON. Written on its own, not with the writer of our own server: two that share a mistake
// would understand each other.
import { type SimulatedRequest, type SimulatedUpdate, type Standing, simulatedServices } from './book.ts';

export type Format = 'xml' | 'json';
export interface Reply {
  readonly status: number;
  readonly body: string;
  readonly type: string;
}
type Plain = string | number | boolean | null;
type Row = Readonly<Record<string, Plain | readonly Row[]>>;

const items: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  service_request_updates: 'request_update',
  errors: 'error',
};
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function element(name: string, value: Plain | readonly Row[] | Row): string {
  if (value === null || value === '') return `<${name}/>`;
  if (Array.isArray(value)) {
    const item = items[name] ?? 'item';
    return `<${name} type="array">\n${value.map((row: Row) => `  ${element(item, row)}`).join('\n')}\n</${name}>`;
  }
  if (typeof value === 'object') {
    const inside = Object.entries(value).map(([key, one]) => element(key, one));
    return `<${name}>${inside.join('')}</${name}>`;
  }
  return `<${name}>${escaped(String(value))}</${name}>`;
}

export function reply(format: Format, root: string, value: readonly Row[] | Row, status = 200): Reply {
  const body =
    format === 'json' ? JSON.stringify(value) : `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}`;
  return { status, body, type: format === 'json' ? 'application/json; charset=utf-8' : 'text/xml; charset=utf-8' };
}

export const errors = (format: Format, code: number, description: string): Reply =>
  reply(format, 'errors', [{ code, description }], code);

export function services(format: Format): Reply {
  return reply(
    format,
    'services',
    simulatedServices.map(({ code, name, type, attributes }) => ({
      ...{ service_code: code, service_name: name, description: `${name} (SIMULATOR)`, metadata: attributes, type },
      ...{ keywords: null, group: 'simulator' },
    })),
  );
}

export function definition(format: Format, code: string): Reply {
  const text = { variable: true, datatype: 'string', required: true, datatype_description: null, order: 1 };
  return reply(format, 'service_definition', {
    service_code: code,
    attributes: [
      { ...text, code: 'NOMOR_TIANG', description: 'Nomor tiang' },
      {
        ...{ ...text, datatype: 'singlevaluelist', order: 2, code: 'BAHAYA', description: 'Seberapa berbahaya' },
        values: [
          { key: 'tinggi', name: 'Mengancam jiwa' },
          { key: 'rendah', name: 'Tidak mendesak' },
        ],
      },
    ],
  });
}

export function discovery(format: Format, url: string, at: Date): Reply {
  const changeset = at.toISOString();
  const formats = format === 'json' ? ['text/xml', 'application/json'] : undefined;
  const specification = 'http://wiki.open311.org/GeoReport_v2';
  const inXml = `<formats><format>text/xml</format><format>application/json</format></formats>`;
  if (formats)
    return {
      ...reply('json', 'discovery', {}),
      body: JSON.stringify({
        ...{ changeset, contact: 'SIMULATOR, bukan server sungguhan', key_service: 'simulator' },
        endpoints: [{ specification, url, changeset, type: 'test', formats }],
      }),
    };
  const endpoint = `<endpoint><specification>${specification}</specification><url>${url}</url><changeset>${changeset}</changeset><type>test</type>${inXml}</endpoint>`;
  const body = `<?xml version="1.0" encoding="utf-8"?>\n<discovery><changeset>${changeset}</changeset><contact>SIMULATOR, bukan server sungguhan</contact><key_service>simulator</key_service><endpoints>${endpoint}</endpoints></discovery>`;
  return { status: 200, body, type: 'text/xml; charset=utf-8' };
}

export function requests(format: Format, found: readonly { request: SimulatedRequest; standing: Standing }[]): Reply {
  return reply(
    format,
    'service_requests',
    found.map(({ request, standing }) => ({
      ...{ service_request_id: request.id, status: standing.status, status_notes: standing.notes },
      ...{ service_name: null, service_code: request.service, description: request.description },
      ...{ agency_responsible: 'SIMULATOR', service_notice: null, requested_datetime: request.at.toISOString() },
      ...{ updated_datetime: request.at.toISOString(), expected_datetime: null, address: null, lat: null, long: null },
    })),
  );
}

export function updates(format: Format, found: readonly SimulatedUpdate[]): Reply {
  return reply(
    format,
    'service_request_updates',
    found.map(({ id, requestId, status, text, at }) => ({
      ...{
        update_id: id,
        service_request_id: requestId,
        status,
        description: text,
        updated_datetime: at.toISOString(),
      },
    })),
  );
}
