// The documents of GeoReport v2 as another server sends them. Missing fields are undefined, items without what names them are dropped,
// wrappers around lists (`{"services": [...]}`) are looked through: real servers send all of that.
import { booleanOf, type Fields, field, fieldsOf, instantOf, textOf } from './scalars.ts';
import type { Tree } from './tree.ts';

export interface TheirService {
  readonly code: string;
  readonly name: string;
  readonly hasDefinition: boolean;
  readonly type: 'realtime' | 'batch' | 'blackbox';
}
export interface TheirAttribute {
  readonly code: string;
  readonly datatype: string;
  readonly required: boolean;
  readonly description: string;
  readonly values: readonly { readonly key: string; readonly name: string }[];
}
export interface TheirRequest {
  readonly id: string;
  readonly status: 'open' | 'closed';
  readonly notes: string | undefined; // the finer state in their words
  readonly description: string | undefined;
  readonly agency: string | undefined;
  readonly updatedAt: Date | undefined;
  readonly expectedAt: Date | undefined;
}
export interface TheirUpdate {
  readonly id: string | undefined;
  readonly requestId: string;
  readonly status: string | undefined; // of FixMyStreet's list, upper case
  readonly text: string | undefined;
  readonly at: Date | undefined;
}
/** What came back for a new report. Neither: a service that never tells (`blackbox`), or an answer that makes no sense. */
export interface Accepted {
  readonly id: string | undefined;
  readonly token: string | undefined;
  readonly notice: string | undefined;
}
export interface TheirError {
  readonly code: string | undefined;
  readonly description: string;
}
export interface TheirEndpoint {
  readonly url: string;
  readonly specification: string;
  readonly formats: readonly ('xml' | 'json')[];
}

const longestId = 200;
const isList = (tree: Tree | undefined): tree is readonly Tree[] => Array.isArray(tree);

/** The items of a list: bare, inside its container, inside the container and named after the item, or a single item alone. */
export function itemsOf(tree: Tree | undefined, container: string, item: string): readonly Fields[] {
  if (isList(tree)) return tree.map(fieldsOf);
  const fields = fieldsOf(tree);
  for (const name of [container, item]) {
    const inner = field(fields, name);
    if (isList(inner)) return inner.map(fieldsOf);
    if (inner !== undefined && inner !== null && typeof inner === 'object') {
      const deeper = name === container ? itemsOf(inner, item, item) : [];
      return deeper.length > 0 ? deeper : [fieldsOf(inner)];
    }
  }
  return [];
}

export function readServices(tree: Tree | undefined): TheirService[] {
  return itemsOf(tree, 'services', 'service').flatMap((one) => {
    const code = textOf(one, 'service_code', longestId);
    if (code === undefined) return [];
    const type = textOf(one, 'type')?.toLowerCase();
    return [
      {
        ...{ code, name: textOf(one, 'service_name', 300) ?? code, hasDefinition: booleanOf(one, 'metadata') },
        type: type === 'batch' || type === 'blackbox' ? type : 'realtime',
      },
    ];
  });
}

/** Only what a person or we must fill in; texts for information are not asked. */
export function readDefinition(tree: Tree | undefined): TheirAttribute[] {
  const fields = fieldsOf(tree);
  const inner = field(fields, 'service_definition') ?? tree;
  return itemsOf(field(fieldsOf(inner), 'attributes') ?? null, 'attributes', 'attribute').flatMap((one) => {
    const code = textOf(one, 'code', 100);
    if (code === undefined || textOf(one, 'variable')?.toLowerCase() === 'false') return [];
    const values = itemsOf(field(one, 'values') ?? null, 'values', 'value').flatMap((value) => {
      const key = textOf(value, 'key', 200);
      return key === undefined ? [] : [{ key, name: textOf(value, 'name', 300) ?? key }];
    });
    const datatype = textOf(one, 'datatype', 40)?.toLowerCase() ?? 'string';
    const description = textOf(one, 'description', 300) ?? code;
    return [{ code, datatype, required: booleanOf(one, 'required'), description, values }];
  });
}

// The standard has two words; servers in the field use their own workflow's.
const closedWords = /^(closed|fixed|resolved|complete[d]?|done|selesai|ditutup|cancelled|canceled|duplicate)\b/i;

export function readRequests(tree: Tree | undefined, offsetMinutes: number): TheirRequest[] {
  return itemsOf(tree, 'service_requests', 'request').flatMap((one) => {
    const id = textOf(one, 'service_request_id', longestId);
    if (id === undefined) return [];
    const word = textOf(one, 'status', 60) ?? '';
    const status = closedWords.test(word) ? ('closed' as const) : ('open' as const);
    const own = ['open', 'closed', ''].includes(word.toLowerCase()) ? undefined : word;
    return [
      {
        ...{ id, status, notes: textOf(one, 'status_notes', 1000) ?? own, description: textOf(one, 'description') },
        agency: textOf(one, 'agency_responsible', 200),
        updatedAt: instantOf(one, 'updated_datetime', offsetMinutes),
        expectedAt: instantOf(one, 'expected_datetime', offsetMinutes),
      },
    ];
  });
}

export function readUpdates(tree: Tree | undefined, offsetMinutes: number): TheirUpdate[] {
  return itemsOf(tree, 'service_request_updates', 'request_update').flatMap((one) => {
    const requestId = textOf(one, 'service_request_id', longestId);
    if (requestId === undefined) return [];
    return [
      {
        ...{ requestId, id: textOf(one, 'update_id', longestId), status: textOf(one, 'status', 60)?.toUpperCase() },
        text: textOf(one, 'description', 1000),
        at: instantOf(one, 'updated_datetime', offsetMinutes),
      },
    ];
  });
}

export function readAccepted(tree: Tree | undefined): Accepted {
  const [one = {}] = itemsOf(tree, 'service_requests', 'request');
  return {
    id: textOf(one, 'service_request_id', longestId),
    token: textOf(one, 'token', longestId),
    notice: textOf(one, 'service_notice', 500),
  };
}

/** Their sentences for people; none when it was a page or nothing at all. */
export function readErrors(tree: Tree | undefined): TheirError[] {
  return itemsOf(tree, 'errors', 'error').flatMap((one) => {
    const description = textOf(one, 'description', 500);
    return description === undefined ? [] : [{ code: textOf(one, 'code', 20), description }];
  });
}

/** Endpoints of the version we speak. */
export function readDiscovery(tree: Tree | undefined): TheirEndpoint[] {
  const inner = fieldsOf(field(fieldsOf(tree), 'discovery') ?? tree);
  return itemsOf(field(inner, 'endpoints') ?? null, 'endpoints', 'endpoint').flatMap((one) => {
    const url = textOf(one, 'url', 500);
    const specification = textOf(one, 'specification', 200) ?? '';
    if (url === undefined || !/georeport[_-]?v2/i.test(specification)) return [];
    return [{ url, specification, formats: formatsOf(field(one, 'formats')) }];
  });
}

function formatsOf(tree: Tree | undefined): ('xml' | 'json')[] {
  const words = isList(tree) ? tree : Object.values(fieldsOf(tree)).flat();
  const text = words.filter((word) => typeof word === 'string').join(' ');
  return (['xml', 'json'] as const).filter((format) => text.toLowerCase().includes(format));
}
