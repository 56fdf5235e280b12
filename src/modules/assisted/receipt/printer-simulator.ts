// SIMULATOR of a receipt printer, for tests and development: listens on a TCP port, reads ESC/POS and shows what paper would show.
import { createServer, type Server } from 'node:net';

export interface PrintedPicture {
  readonly width: number; // dots
  readonly height: number;
  readonly dots: Uint8Array; // one per dot, 1 is black
}
export interface PrintedPaper {
  readonly lines: readonly string[];
  readonly pictures: readonly PrintedPicture[];
  readonly cut: boolean;
  readonly bytes: number;
}
export interface PrinterSimulator {
  readonly port: number;
  readonly papers: readonly PrintedPaper[];
  close(): Promise<void>;
}

const mostBytes = 1_000_000;

export async function startPrinterSimulator(
  options: { readonly port?: number; readonly onPaper?: (paper: PrintedPaper) => void } = {},
): Promise<PrinterSimulator> {
  const papers: PrintedPaper[] = [];
  const server: Server = createServer((socket) => {
    const chunks: Buffer[] = [];
    let size = 0;
    socket.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostBytes) socket.destroy();
      else chunks.push(chunk);
    });
    socket.on('error', () => undefined);
    socket.on('end', () => {
      const paper = readEscPos(Buffer.concat(chunks));
      papers.push(paper);
      options.onPaper?.(paper);
      socket.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    papers,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

/** Bytes that follow a command and belong to it: ESC x, GS x and FS x of the printers' common language. */
const lengths: Readonly<Record<string, number>> = {
  '\x1b@': 0,
  '\x1ba': 1,
  '\x1bM': 1,
  '\x1b ': 1,
  '\x1b3': 1,
  '\x1b{': 1,
  '\x1b-': 1,
  '\x1bE': 1,
  '\x1bt': 1,
  '\x1b$': 2,
  '\x1b\\': 2,
  '\x1bJ': 1,
  '\x1bd': 1,
  '\x1b!': 1,
  '\x1dB': 1,
  '\x1d!': 1,
  '\x1da': 1,
  '\x1dL': 2,
  '\x1dW': 2,
  '\x1dr': 1,
  '\x1cS': 2,
  '\x1c.': 0,
  '\x1c-': 1,
  '\x1cC': 1,
};

/** Where reading has come to, and what is on the paper so far. */
interface Reading {
  readonly bytes: Buffer;
  readonly lines: string[];
  readonly pictures: PrintedPicture[];
  line: string;
  cut: boolean;
  at: number;
}

export function readEscPos(bytes: Buffer): PrintedPaper {
  const reading: Reading = { bytes, lines: [], pictures: [], line: '', cut: false, at: 0 };
  while (reading.at < bytes.length) {
    const byte = bytes[reading.at] ?? 0;
    if (byte === 0x1b || byte === 0x1d || byte === 0x1c) readCommand(reading);
    else readSign(reading, byte);
  }
  if (reading.line !== '') readSign(reading, 0x0a);
  const { lines, pictures, cut } = reading;
  return { lines, pictures, cut, bytes: bytes.length };
}

function readSign(reading: Reading, byte: number): void {
  reading.at += 1;
  if (byte === 0x0a) {
    reading.lines.push(reading.line.trimEnd());
    reading.line = '';
  } else if (byte >= 0x20) reading.line += String.fromCharCode(byte);
}

function readCommand(reading: Reading): void {
  const { bytes, at } = reading;
  const name = bytes.toString('latin1', at, at + 2);
  if (name === '\x1dv') {
    const { found, next } = readRaster(bytes, at);
    reading.pictures.push(found);
    reading.at = next;
  } else if (name === '\x1dV') {
    reading.cut = true;
    reading.at += (bytes[at + 2] ?? 0) >= 65 ? 4 : 3;
  } else if (name === '\x1c(' || name === '\x1d(') {
    reading.at += 5 + bytes.readUInt16LE(at + 3);
  } else {
    reading.at += 2 + (lengths[name] ?? 0);
    // A position set within a line parts words that stand in columns.
    const moves = name === '\x1b$' || name === '\x1b\\';
    if (moves && reading.line !== '' && !reading.line.endsWith(' ')) reading.line += ' ';
  }
}

/** GS v 0 m xL xH yL yH: rows of bytes, eight dots each. */
function readRaster(bytes: Buffer, at: number): { found: PrintedPicture; next: number } {
  const perRow = bytes.readUInt16LE(at + 4);
  const height = bytes.readUInt16LE(at + 6);
  const start = at + 8;
  const dots = new Uint8Array(perRow * 8 * height);
  for (let index = 0; index < perRow * height; index += 1) {
    const byte = bytes[start + index] ?? 0;
    for (let bit = 0; bit < 8; bit += 1) dots[index * 8 + bit] = (byte >> (7 - bit)) & 1;
  }
  return { found: { width: perRow * 8, height, dots }, next: start + perRow * height };
}
