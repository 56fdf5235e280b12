// The smallest HTTP client that keeps a connection open: the measuring process must not be what is measured.
import { connect, type Socket } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly body: string;
}
export interface Connection {
  send(request: string): Promise<Answer>;
  close(): void;
}

const headerEnd = Buffer.from('\r\n\r\n');

function parse(buffer: Buffer): { answer: Answer; rest: Buffer } | undefined {
  const end = buffer.indexOf(headerEnd);
  if (end < 0) return undefined;
  const head = buffer.subarray(0, end).toString('latin1');
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
  const total = end + 4 + length;
  if (buffer.length < total) return undefined;
  return {
    answer: { status: Number(head.slice(9, 12)), body: buffer.subarray(end + 4, total).toString() },
    rest: buffer.subarray(total),
  };
}

export function openConnection(port: number): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    let received: Buffer = Buffer.alloc(0);
    let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const parsed = parse(received);
      if (!parsed || !waiting) return;
      received = parsed.rest;
      const { resolve: done } = waiting;
      waiting = undefined;
      done(parsed.answer);
    });
    socket.on('error', (error) => (waiting ? waiting.reject(error) : reject(error)));
    socket.on('close', () => waiting?.reject(new Error('the server closed the connection')));
    socket.on('connect', () =>
      resolve({
        send: (request) =>
          new Promise((done, failed) => {
            waiting = { resolve: done, reject: failed };
            socket.write(request);
          }),
        close: () => socket.destroy(),
      }),
    );
  });
}

export function get(path: string, headers: Readonly<Record<string, string>> = {}): string {
  return `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines(headers)}\r\n`;
}
export function postJson(path: string, body: string, headers: Readonly<Record<string, string>> = {}): string {
  return `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${lines(headers)}\r\n${body}`;
}
const lines = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
