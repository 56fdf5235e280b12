import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';

/** The whole page as text with its doctype. Everything printed is escaped; no style or script is ever inline. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${render(page)}`;
}
