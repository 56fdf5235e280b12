// A server on this machine alone, for the simulators of outside parties.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface LocalServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1, on any free port unless one is given, and does not keep the process alive. A handler that fails breaks the
 * connection off. @throws what listening says, a busy port above all.
 */
export async function listenLocally(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  wanted?: number,
): Promise<LocalServer> {
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted ?? 0, '127.0.0.1', resolve);
  });
  server.unref();
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : wanted;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The whole body of a request. @throws Error for more than `largest` bytes. */
export async function readBytes(incoming: IncomingMessage, largest: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.length;
    if (size > largest) throw new Error('request too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The same as text. */
export async function readText(incoming: IncomingMessage, largest: number): Promise<string> {
  return (await readBytes(incoming, largest)).toString('utf8');
}
