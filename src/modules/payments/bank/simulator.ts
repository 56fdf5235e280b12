// A stand-in for the city's bank that speaks SNAP BI on this machine, with keys of its own. Development and tests only; every
// answer and page says that it is a simulator and that no money moves.
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { BankConfig } from '../../../platform/bank-config.ts';
import { isSignedWithSecret, isTokenRequestSigned, signWithKey, snapAmount, snapTimestamp } from './signatures.ts';
import { type Answer, answerCall } from './simulator-answers.ts';
import { type Book, type Collectable, newBook, newRrn } from './simulator-book.ts';
import { simulatorPage } from './simulator-page.ts';

export interface SimulatorOptions {
  readonly config: BankConfig; // the bank's side of the same settings
  readonly publicKey: string; // of the city: its token requests are signed with the other half
  readonly bankKey: string; // private, PEM
  readonly timezone: string;
  readonly now: () => Date;
  readonly port?: number | undefined;
  readonly callbackUrl: string; // where the city listens
}
export interface BankSimulator {
  readonly url: string;
  readonly book: Book;
  /** Pays a code or an account as a citizen would, and tells the city. `amount` other than the bill's is what a bank should never let through. */
  readonly pay: (key: string, change?: Change) => Promise<Notified>;
  /** Sends the last message once more, byte for byte, as banks do when no answer came. */
  readonly repeat: () => Promise<Notified>;
  /** The city moved to another address (a test server on a free port). */
  readonly callBackAt: (url: string) => void;
  readonly close: () => Promise<void>;
}
export interface Change {
  readonly amount?: number;
  readonly quiet?: boolean; // the message to the city is lost
  readonly externalId?: string;
}
export interface Notified {
  readonly status: number; // 0: nobody was told
  readonly body: string;
}

const mostBytes = 64 * 1024;

export async function startBankSimulator(options: SimulatorOptions): Promise<BankSimulator> {
  const book = newBook();
  const tokens = new Set<string>();
  let city = options.callbackUrl;
  let last: [string, RequestInit] | undefined;
  const server = createServer((request, response) => {
    handle(options, { book, tokens, pay }, request)
      .catch((): Answer => ({ status: 400, body: { responseCode: '4000000', responseMessage: 'Bad Request' } }))
      .then((answer) => write(response, answer))
      .catch(() => response.destroy());
  });
  async function pay(key: string, change: Change = {}): Promise<Notified> {
    const item = book.items.get(key);
    if (item === undefined) return { status: 404, body: 'unknown' };
    // Paid again it is another transaction with a reference of its own, as banks do it.
    const rrn = item.paidAt === undefined ? item.rrn : newRrn();
    const paid = { ...item, rrn, amount: change.amount ?? item.amount };
    const at = snapTimestamp(options.now(), options.timezone);
    item.paidAt ??= at;
    book.lines.push({ transactionId: rrn, amount: paid.amount, at, remark: `${item.kind} ${item.number}` });
    const send = (path: string, content: unknown) => {
      last = signed(options, { url: city + path, content, externalId: change.externalId });
      return deliver(last);
    };
    return change.quiet ? { status: 0, body: '' } : tell(send, paid, at);
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  server.unref(); // never a reason for the process to stay
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    url: `http://127.0.0.1:${port}`,
    book,
    pay,
    repeat: () => (last ? deliver(last) : Promise.resolve({ status: 0, body: '' })),
    callBackAt: (url) => {
      city = url;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Inside {
  readonly book: Book;
  readonly tokens: Set<string>;
  readonly pay: BankSimulator['pay'];
}

async function handle(options: SimulatorOptions, inside: Inside, request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://bank');
  const body = await readAll(request);
  if (request.method === 'GET' && url.pathname === '/') return { status: 200, html: simulatorPage(inside.book) };
  if (request.method === 'POST' && url.pathname === '/bayar') {
    await inside.pay(new URLSearchParams(body).get('key') ?? '');
    return { status: 303, location: '/' };
  }
  if (request.method !== 'POST') return refused(404, '00', 'Not Found');
  const head = (name: string) => String(request.headers[name] ?? '');
  if (url.pathname === '/v1.0/access-token/b2b') return giveToken(options, inside, head);
  const token = head('authorization').replace(/^Bearer /, '');
  const call = { method: 'POST', path: url.pathname, body, timestamp: head('x-timestamp') };
  const proof = { token, secret: options.config.clientSecret, signature: head('x-signature') };
  if (!inside.tokens.has(token)) return refused(401, '01', 'Invalid Token (B2B)');
  if (!isSignedWithSecret(call, proof)) return refused(401, '00', 'Unauthorized. Signature');
  if (head('x-external-id') === '' || head('channel-id').length !== 5) return refused(400, '02', 'Missing header');
  return answerCall(inside.book, url.pathname, body);
}

function giveToken(options: SimulatorOptions, { tokens }: Inside, head: (name: string) => string): Answer {
  const request = { clientKey: head('x-client-key'), timestamp: head('x-timestamp'), signature: head('x-signature') };
  if (request.clientKey !== options.config.clientKey || !isTokenRequestSigned(request, options.publicKey))
    return refused(401, '00', 'Unauthorized. Signature', '73');
  const accessToken = randomBytes(24).toString('base64url');
  tokens.add(accessToken);
  return {
    status: 200,
    body: {
      responseCode: '2007300',
      responseMessage: 'Successful',
      accessToken,
      tokenType: 'Bearer',
      expiresIn: '900',
    },
  };
}

function refused(status: number, code: string, responseMessage: string, service = '00'): Answer {
  return { status, body: { responseCode: `${status}${service}${code}`, responseMessage } };
}

/** Tells the city, signed with the bank's key. For an account the bank asks first what is owed, as SNAP has it. */
async function tell(
  send: (path: string, content: unknown) => Promise<Notified>,
  item: Collectable,
  at: string,
): Promise<Notified> {
  if (item.kind === 'qris')
    return send('/v1.0/qr/qr-mpm-notify', {
      originalReferenceNo: item.rrn,
      originalPartnerReferenceNo: item.id,
      latestTransactionStatus: '00',
      transactionStatusDesc: 'Success',
      amount: snapAmount(item.amount),
      additionalInfo: { rrn: item.rrn, paidTime: at, feeAmount: snapAmount(0) },
    });
  const account = {
    partnerServiceId: item.number.slice(0, 8),
    customerNo: item.number.slice(8),
    virtualAccountNo: item.number,
  };
  const inquiry = await send('/v1.0/transfer-va/inquiry', {
    ...account,
    inquiryRequestId: item.rrn,
    trxDateInit: at,
  });
  if (inquiry.status !== 200) return inquiry;
  return send('/v1.0/transfer-va/payment', {
    ...account,
    paymentRequestId: item.rrn,
    trxId: item.id,
    paidAmount: snapAmount(item.amount),
    trxDateTime: at,
    referenceNo: item.rrn,
  });
}

interface Message {
  readonly url: string;
  readonly content: unknown;
  readonly externalId: string | undefined;
}

function signed(options: SimulatorOptions, { url, content, externalId }: Message): [string, RequestInit] {
  const body = JSON.stringify(content);
  const timestamp = snapTimestamp(options.now(), options.timezone);
  const path = new URL(url).pathname;
  const headers = {
    'content-type': 'application/json',
    'x-timestamp': timestamp,
    'x-signature': signWithKey({ method: 'POST', path, body, timestamp }, options.bankKey),
    'x-partner-id': options.config.partnerId,
    'x-external-id': externalId ?? newRrn(),
    'channel-id': options.config.channelId,
  };
  return [url, { method: 'POST', headers, body }];
}

async function deliver([url, request]: [string, RequestInit]): Promise<Notified> {
  const response = await fetch(url, request);
  return { status: response.status, body: await response.text() };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = part as Buffer;
    size += bytes.length;
    if (size > mostBytes) throw new Error('too large');
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}

function write(response: ServerResponse, answer: Answer): void {
  response.setHeader('x-simulator', 'loket24 bank simulator, no money moves');
  response.statusCode = answer.status;
  if (answer.location !== undefined) response.setHeader('location', answer.location);
  if (answer.html !== undefined) response.setHeader('content-type', 'text/html; charset=utf-8').end(answer.html);
  else response.setHeader('content-type', 'application/json').end(JSON.stringify(answer.body ?? {}));
}
