// A drawing as data: one tree for the page (which draws it with its own renderer) and for a file.
import { escaped } from './html.ts';

export interface SvgNode {
  readonly tag: 'svg' | 'g' | 'rect' | 'path' | 'text' | 'tspan' | 'line' | 'title' | 'desc' | 'defs' | 'marker';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgNode | string)[];
}

export function svgNode(
  tag: SvgNode['tag'],
  attributes: SvgNode['attributes'],
  children: SvgNode['children'] = [],
): SvgNode {
  return { tag, attributes, children };
}

export function svgText({ tag, attributes, children }: SvgNode): string {
  const given = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : svgText(child))).join('');
  return `<${tag}${given.join('')}>${inner}</${tag}>`;
}
