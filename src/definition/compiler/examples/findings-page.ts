// docs/findings.md, made from the messages and the examples that are tested.
import { parse, stringify } from 'yaml';
import type { Code } from '../finding.ts';
import { en } from '../messages.en.ts';
import { id } from '../messages.id.ts';
import { severityOf } from '../severity.ts';
import { type Example, examples } from './index.ts';
import { testCaseExamples } from './test-cases.ts';

const families: Readonly<Record<string, string>> = {
  Y: 'YAML',
  F: 'Bentuk definisi (form of the definition)',
  T: 'Teks (texts)',
  Q: 'Pertanyaan (questions)',
  C: 'Syarat (conditions)',
  E: 'Kelayakan (eligibility)',
  D: 'Dokumen (documents)',
  S: 'Standar (standard)',
  B: 'Tagihan (bills)',
  K: 'Jam layanan (clocks)',
  W: 'Alur kerja (workflow)',
  L: 'Surat (letter)',
  R: 'Unit dan rujukan (units and references)',
  P: 'Register dan data yang sudah diketahui (registers and what is known already)',
  X: 'Kanal, bacaan, versi, dan masa simpan (channels, reading, versions and retention)',
  V: 'Kasus uji (test cases, in examples/<service>.yaml)',
};

const intro = `# Findings of the service compiler

\`loket24 service compile <file|folder> [--json] [--lang en]\` prints one line per finding:
\`file:line:column severity CODE sentence\`. An \`error\` stops publication (exit code 1), a \`warning\` should be read,
\`info\` is shown to the administrator. Codes never change their meaning.

This page is generated from the tested examples in \`src/definition/compiler/examples\`
(\`UPDATE_DOCS=1 npx vitest run src/definition/compiler\` writes it). Each part is shown at its place in the definition.
`;

export function findingsPage(): string {
  const codes = Object.keys(id) as Code[];
  const sections = Object.entries(families).map(([letter, title]) => {
    const inFamily = codes.filter((code) => code.startsWith(`L24-${letter}`));
    return `## ${title}\n\n${inFamily.map(section).join('\n')}`;
  });
  return `${intro}\n${sections.join('\n')}`;
}

function section(code: Code): string {
  const example = [...examples, ...testCaseExamples].find((one) => one.code === code);
  const head = `### ${code} (${severityOf(code)})\n\n${id[code]}\n\n*${en[code]}*\n`;
  return example === undefined
    ? head
    : `${head}\n${shown('Salah (wrong)', example, 'wrong')}\n${shown('Benar (right)', example, 'right')}`;
}

function shown(title: string, example: Example, which: 'wrong' | 'right'): string {
  const region = which === 'wrong' && example.env !== undefined ? ', in a region that lacks it' : '';
  return `${title}${region}:\n\n\`\`\`yaml\n${partAtItsPlace(example, which)}\n\`\`\`\n`;
}

function partAtItsPlace(example: Example, which: 'wrong' | 'right'): string {
  if (example.at === undefined) return example[which];
  const part = parse(example[which]) as unknown;
  const key = example.at.split('.').at(-1) ?? '';
  const comment = `# ${example.at.split('.').slice(0, -1).join(' > ')}`;
  const body = part === null ? `# "${key}" is not there` : bodyOf(key, part);
  return comment === '# ' ? body : `${comment}\n${body}`;
}

function bodyOf(key: string, part: unknown): string {
  const isItem = typeof part === 'object' && part !== null && ('id' in part || 'do' in part) && !('en' in part);
  return stringify(isItem ? [part] : { [key]: part }, { lineWidth: 0, collectionStyle: 'any' }).trimEnd();
}
