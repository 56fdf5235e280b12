// Server-sent events: a line that stays open, on which a page is told to look again. Browsers reconnect by themselves.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../lib/errors.ts';
import type { EventStream } from './define.ts';

export interface OpenLines {
  readonly count: () => number;
  add(cut: () => void): () => void;
  cutAll(): void;
}

const mostLines = 500; // per process: a city's counters and boards, with room
const heartbeatMilliseconds = 20_000; // below the idle limit of common proxies
const reconnectMilliseconds = 2_000;

export function createOpenLines(): OpenLines {
  const cuts = new Set<() => void>();
  return {
    count: () => cuts.size,
    add(cut) {
      cuts.add(cut);
      return () => void cuts.delete(cut);
    },
    cutAll() {
      for (const cut of [...cuts]) cut();
    },
  };
}

export async function sendEvents(
  lines: OpenLines,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  open: (stream: EventStream) => () => void,
): Promise<FastifyReply> {
  if (lines.count() >= mostLines) throw new AppError('unavailable', 'request.too_many_lines');
  reply.hijack();
  const { raw } = reply;
  const headers = Object.fromEntries(Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined));
  raw.writeHead(200, {
    ...(headers as Record<string, string | string[]>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no', // nginx would hold the events back
  });
  raw.write(`retry: ${reconnectMilliseconds}\n\n`);
  const send = (event: string, text = ''): void => void raw.write(`event: ${event}\ndata: ${text}\n\n`);
  const stop = open({ send });
  const heartbeat = setInterval(() => raw.write(': masih di sini\n\n'), heartbeatMilliseconds);
  const forget = lines.add(() => raw.end());
  let over = false;
  const finish = (): void => {
    if (over) return;
    over = true;
    clearInterval(heartbeat);
    forget();
    stop();
  };
  request.raw.on('close', finish);
  raw.on('close', finish);
  return reply;
}
