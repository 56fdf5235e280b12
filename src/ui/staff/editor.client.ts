// The text editor: Tab indents, Enter keeps the indent, the lines follow the text, and findings come while typing.
const indent = '  ';

export function editor(element: HTMLElement): void {
  const text = element.querySelector('textarea');
  const lines = element.querySelector('ol');
  if (!text || !lines) return;
  text.addEventListener('keydown', (event) => onKey(event, text));
  text.addEventListener('input', () => {
    number(text, lines);
    if (element.dataset.checkUrl) checkLater(text, lines, element.dataset.checkUrl);
  });
  window.addEventListener('hashchange', () => jump(text));
}

function onKey(event: KeyboardEvent, text: HTMLTextAreaElement): void {
  if (event.key === 'Escape') text.blur(); // Tab belongs to the text; this is the way out for the keyboard
  if (event.key === 'Tab' && !event.ctrlKey && !event.altKey) {
    event.preventDefault();
    if (event.shiftKey) unindent(text);
    else text.setRangeText(indent, text.selectionStart, text.selectionEnd, 'end');
    text.dispatchEvent(new Event('input'));
  }
  if (event.key === 'Enter') {
    const start = text.value.lastIndexOf('\n', text.selectionStart - 1) + 1;
    const kept = /^ */.exec(text.value.slice(start, text.selectionStart))?.[0] ?? '';
    event.preventDefault();
    text.setRangeText(`\n${kept}`, text.selectionStart, text.selectionEnd, 'end');
    text.dispatchEvent(new Event('input'));
  }
}

function unindent(text: HTMLTextAreaElement): void {
  const start = text.value.lastIndexOf('\n', text.selectionStart - 1) + 1;
  if (text.value.startsWith(indent, start)) text.setRangeText('', start, start + indent.length, 'preserve');
}

function number(text: HTMLTextAreaElement, lines: HTMLOListElement): void {
  const count = text.value.split('\n').length;
  text.rows = count + 1;
  while (lines.children.length > count) lines.lastElementChild?.remove();
  while (lines.children.length < count) {
    const line = document.createElement('li');
    line.id = `baris-${lines.children.length + 1}`;
    lines.append(line);
  }
}

/** The cursor goes where the finding leads. */
function jump(text: HTMLTextAreaElement): void {
  const line = /^#baris-(\d+)$/.exec(location.hash)?.[1];
  if (!line) return;
  const at =
    text.value
      .split('\n')
      .slice(0, Number(line) - 1)
      .join('\n').length + (line === '1' ? 0 : 1);
  text.focus({ preventScroll: true });
  text.setSelectionRange(at, at);
}

let timer = 0;
function checkLater(text: HTMLTextAreaElement, lines: HTMLOListElement, url: string): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void check(text, lines, url), 800);
}

interface Found {
  readonly line: number;
  readonly kind: string;
  readonly code: string;
  readonly kindLabel: string;
  readonly lineLabel: string;
  readonly message: string;
}
interface Answer {
  readonly findings: readonly Found[];
  readonly empty: string;
}
async function check(text: HTMLTextAreaElement, lines: HTMLOListElement, url: string): Promise<void> {
  if (!text.form) return;
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(text.form)) if (typeof value === 'string') body.append(name, value);
  const response = await fetch(url, { method: 'POST', body }).catch(() => undefined);
  if (!response?.ok) return; // the button does the same, and says what went wrong
  const { findings, empty } = (await response.json()) as Answer;
  const kinds = new Map([...findings].reverse().map(({ line, kind }) => [line, kind]));
  [...lines.children].forEach((line, index) => {
    line.className = kinds.get(index + 1) ?? '';
  });
  const list = document.querySelector('[data-target="findings"]');
  list?.replaceChildren(findings.length === 0 ? said('p', empty) : listOf(findings));
}

function said(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
function listOf(findings: readonly Found[]): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'findings';
  for (const { line, kind, code, kindLabel, lineLabel, message } of findings) {
    const item = document.createElement('li');
    item.className = kind;
    const head = document.createElement('p');
    head.className = 'small';
    const link = document.createElement('a');
    link.href = `#baris-${line}`;
    link.textContent = lineLabel;
    head.append(said('b', kindLabel), ' ', line > 0 ? link : '', ' ', said('code', code));
    const box = document.createElement('div');
    box.append(head, said('p', message));
    item.append(box);
    list.append(item);
  }
  return list;
}
