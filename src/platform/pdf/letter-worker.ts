// The child process that holds Typst. Its parent kills it on a time limit and it ends by itself when idle, so the
// server's memory stays small. Templates see nothing but `sys.inputs.letter` and the files of their own folder.
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { WorkerReply, WorkerRequest, WorkerSetup } from './letter-protocol.ts';
import { replaceUndrawable } from './printable.ts';

// PDF/A-2b: kept readable for decades, and an invisible signature field added later does not break it.
const pdfStandard = 'a-2b';
// Measured over 800 letters: with these two the process stays below 170 MB; with 20 and 10 it grows to 420 MB.
const evictEvery = 10;
const evictOlderThan = 2;
const maximumRounds = 5;

const setup = JSON.parse(process.argv[2] ?? '{}') as WorkerSetup; // written by letter-printer.ts, not by a person
const compiler = NodeCompiler.create({ workspace: setup.templatesDir, fontArgs: [{ fontPaths: [setup.fontsDir] }] });
let rendered = 0;
let idle = startIdleTimer();

process.on('message', (request: WorkerRequest) => {
  clearTimeout(idle);
  process.send?.(render(request));
  idle = startIdleTimer();
});
process.on('disconnect', () => process.exit(0));

function startIdleTimer(): NodeJS.Timeout {
  return setTimeout(() => process.exit(0), setup.idleMs);
}

function render(request: WorkerRequest): WorkerReply {
  const started = process.cpuUsage();
  try {
    const pdf = compileWithDrawableText(request);
    const cpu = process.cpuUsage(started);
    return { id: request.id, ok: true, pdf, cpuMs: (cpu.user + cpu.system) / 1000 };
  } catch (error) {
    return { id: request.id, ok: false, message: error instanceof Error ? error.message : String(error) };
  } finally {
    rendered += 1;
    if (rendered % evictEvery === 0) compiler.evictCache(evictOlderThan);
  }
}

// A name in a script no font here has must not stop a letter for ever: the character becomes U+FFFD. Each round names
// the characters of one layout; a replaced one can bring out another.
function compileWithDrawableText(request: WorkerRequest): Uint8Array {
  let { inputs } = request;
  for (let round = 1; ; round += 1) {
    try {
      return compile({ ...request, inputs });
    } catch (error) {
      const drawable = error instanceof Error ? replaceUndrawable(inputs, error.message) : undefined;
      if (drawable === undefined || round === maximumRounds) throw error;
      inputs = drawable;
    }
  }
}

function compile({ template, inputs, createdAt }: WorkerRequest): Uint8Array {
  // resetRead: a template edited on disk is used by the next letter.
  const compiled = compiler.compile({
    mainFilePath: join(setup.templatesDir, template),
    inputs: { letter: inputs },
    resetRead: true,
  });
  const document = compiled.result;
  if (document === null) throw new Error(diagnostics(compiled.takeDiagnostics()));
  return compiler.pdf(document, {
    pdfStandard,
    pdfTags: true,
    ...(createdAt === undefined ? {} : { creationTimestamp: createdAt }),
  });
}

function diagnostics(found: ReturnType<ReturnType<NodeCompiler['compile']>['takeDiagnostics']>): string {
  return found === null ? 'Typst gave no document and no reason' : JSON.stringify(compiler.fetchDiagnostics(found));
}
