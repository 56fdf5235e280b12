// Small pieces of standalone HTML: the papers are files of their own, opened and printed without the server.
import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { id, type OutputWords } from './messages.id.ts';

export function outputWords(locale: Locale): OutputWords {
  return locale === 'en' ? en : id;
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/\p{Cc}/gu, (sign) => (sign === '\n' ? sign : ' '));
}

const style = `body{font:15px/1.5 system-ui,sans-serif;color:#1d2327;max-width:1100px;margin:24px auto;padding:0 16px}
h1{font-size:24px}h2{font-size:18px;margin-top:24px}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #8a7f70;padding:6px 8px;text-align:left;vertical-align:top}th{background:#eef1f2}
.flow{overflow-x:auto}.flow svg{max-width:100%;height:auto}dt{font-weight:600;margin-top:12px}dd{margin:0}
@media print{@page{size:A4 landscape;margin:12mm}body{margin:0;max-width:none;font-size:11px}tr,dd,svg{break-inside:avoid}}`;

export function htmlDocument(locale: Locale, title: string, body: readonly string[]): string {
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${style}</style></head>
<body><main><h1>${escaped(title)}</h1>
${body.join('\n')}
</main></body></html>
`;
}

export function list(items: readonly string[], tag: 'ul' | 'ol' = 'ul'): string {
  return `<${tag}>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</${tag}>`;
}

export function paragraph(text: string): string {
  return text === '' ? '' : `<p>${escaped(text)}</p>`;
}
