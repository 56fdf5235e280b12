// Documents of other servers, XML or JSON, as one kind of plain value. Nothing here throws on what was sent.
import { Parser } from 'htmlparser2';

export type Tree = string | null | readonly Tree[] | { readonly [name: string]: Tree };

// Containers of GeoReport v2; their children are items, whatever these are called.
const containers: ReadonlySet<string> = new Set([
  'services',
  'attributes',
  'values',
  'service_requests',
  'service_request_updates',
  'errors',
  'endpoints',
  'formats',
]);
const deepest = 30;
const deepestOpen = 500;
const piece = 16 * 1024;
const mostElements = 100_000;

interface Element {
  readonly name: string;
  readonly children: Element[];
  text: string;
}

/** The document's value, or undefined when it is neither XML nor JSON (a page for people, half a document, nothing). */
export function readTree(body: string): Tree | undefined {
  const text = body.replace(/^\uFEFF/, '').trim();
  if (text.startsWith('{') || text.startsWith('[')) return readJson(text);
  if (!text.startsWith('<') || /^<(!doctype\s+html|html)\b/i.test(text)) return undefined;
  return readXml(text);
}

function readJson(text: string): Tree | undefined {
  try {
    return plain(JSON.parse(text), 0);
  } catch {
    return undefined;
  }
}

/** Numbers and booleans become text, as they are in XML; what lies deeper than any document of the standard is left out. */
function plain(value: unknown, depth: number): Tree {
  if (value === null || value === undefined || depth > deepest) return null;
  if (Array.isArray(value)) return value.map((one) => plain(one, depth + 1));
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name.toLowerCase(), plain(one, depth + 1)]));
  return String(value);
}

function readXml(text: string): Tree | undefined {
  const root: Element = { name: '', children: [], text: '' };
  const open: Element[] = [root];
  let count = 0;
  const parser = new Parser(
    {
      onopentag: (name) => {
        const element: Element = { name: localName(name), children: [], text: '' };
        count += 1;
        if (count <= mostElements && open.length <= deepest) open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext: (part) => {
        const inside = open.at(-1);
        if (inside) inside.text += part;
      },
      onclosetag: () => {
        if (open.length > 1) open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  // In pieces: a document that only opens elements is left before the parser's own pile of them grows slow.
  for (let at = 0; at < text.length; at += piece) {
    parser.write(text.slice(at, at + piece));
    if (open.length > deepestOpen) return undefined;
  }
  parser.end();
  const [document] = root.children;
  return document && { [document.name]: treeOf(document) };
}

/** Without the namespace's prefix: some servers put every element into one. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function treeOf({ name, children, text }: Element): Tree {
  if (containers.has(name)) return children.map(treeOf);
  if (children.length === 0) return text.trim() === '' ? null : text.trim();
  return Object.fromEntries(children.map((child) => [child.name, treeOf(child)]));
}
