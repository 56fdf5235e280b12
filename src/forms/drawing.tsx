import { type ComponentChildren, h } from 'preact';
import type { SvgNode } from '../definition/outputs/index.ts';

/** A drawing made from a definition, in a box that scrolls sideways. */
export function Drawing({ node, label }: { readonly node: SvgNode; readonly label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide drawing scrolls inside its own box, by keyboard too
    <section class="table-scroll" tabIndex={0} aria-label={label}>
      {drawn(node)}
    </section>
  );
}

function drawn({ tag, attributes, children }: SvgNode): ComponentChildren {
  return h(tag, { ...attributes }, ...children.map((child) => (typeof child === 'string' ? child : drawn(child))));
}
