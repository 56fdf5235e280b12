// Certified signing through the E-Sign client API of BSrE/BSSN, an appliance in the city's own network.
// The official's NIK and passphrase go out with one request and are kept nowhere, not in logs or errors either.
import { AppError } from '../../lib/errors.ts';
import type { Signer, SignerCredentials, SignRequest } from './signer.ts';
import { verifySignedPdf } from './verify.ts';

export interface BsreOptions {
  /** Address of the E-Sign client, for example "https://esign.kota.go.id". */
  readonly host: string;
  readonly username: string;
  readonly password: string;
  /** DER certificates of the BSrE authorities; an answer signed by anybody else is refused. */
  readonly authorities: readonly Uint8Array[];
  /** Sentence at the foot of each page, as the agreement with BSrE words it. */
  readonly footer: string;
  /** The host is the built-in simulator: letters keep the test mark and get no footer. */
  readonly simulator?: boolean;
  readonly timeoutMs?: number;
}

export interface BsreSigner extends Signer {
  /** What BSrE says about an official's certificate, for example "ISSUE". */
  userStatus(nik: string): Promise<string>;
}

/** Sent by the simulator with every answer, so that it can never pass for the real service. */
export const simulatorHeader = 'x-loket24-simulator';
const defaultTimeoutMs = 30_000;
const maximumAnswerBytes = 64 * 1024 * 1024;

/** A signer that sends each PDF to an E-Sign client. Throws AppError `signing.*`; a request is never repeated by itself. */
export function createBsreSigner(options: BsreOptions): BsreSigner {
  const host = checkedHost(options.host);
  const isSimulator = options.simulator === true;
  const certificateUse = isSimulator ? { test: options.authorities } : { certified: options.authorities };

  async function sign(request: SignRequest): Promise<Uint8Array> {
    if (request.credentials === undefined) throw new AppError('invalid', 'signing.credentials_needed');
    const answer = await call(options, `${host}/api/sign/pdf`, signForm(request.pdf, request.credentials));
    const signed = await readAnswer(answer);
    const check = verifySignedPdf(signed, certificateUse);
    // A letter prints the certified footer before it is signed; so anything but a certified signature must not leave.
    if (!check.intact || !check.trusted || (!isSimulator && !check.certified)) {
      throw new AppError('unavailable', 'signing.answer_not_signed');
    }
    return signed;
  }

  return {
    kind: isSimulator ? 'test' : 'certified',
    name: isSimulator ? 'Simulator BSrE (TIDAK BERLAKU)' : 'BSrE',
    ...(isSimulator ? {} : { footer: options.footer }),
    sign,
    async userStatus(nik) {
      const answer = await call(options, `${host}/api/user/status/${encodeURIComponent(nik)}`);
      const body: unknown = await answer.json().catch(() => undefined);
      return textOf(body, 'status') ?? textOf(body, 'message') ?? '';
    },
  };
}

function checkedHost(host: string): string {
  const url = URL.canParse(host) ? new URL(host) : null;
  const isLocal = url !== null && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  // Passphrases travel in the request body.
  if (url === null || (url.protocol !== 'https:' && !isLocal)) throw new AppError('invalid', 'signing.host_not_https');
  return host.replace(/\/+$/, '');
}

function signForm(pdf: Uint8Array, credentials: SignerCredentials): FormData {
  const form = new FormData();
  form.set('file', new Blob([Uint8Array.from(pdf)], { type: 'application/pdf' }), 'surat.pdf');
  form.set('nik', credentials.nik);
  form.set('passphrase', credentials.passphrase);
  form.set('tampilan', 'invisible'); // the letter has its own QR; a second picture would cover it
  return form;
}

async function call(options: BsreOptions, url: string, form?: FormData): Promise<Response> {
  const authorization = `Basic ${Buffer.from(`${options.username}:${options.password}`).toString('base64')}`;
  let answer: Response;
  try {
    answer = await fetch(url, {
      headers: { authorization },
      redirect: 'error', // a redirect would carry the passphrase elsewhere
      signal: AbortSignal.timeout(options.timeoutMs ?? defaultTimeoutMs),
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
  } catch (cause) {
    throw new AppError('unavailable', 'signing.service_unreachable', { cause });
  }
  if (answer.headers.has(simulatorHeader) && options.simulator !== true) {
    throw new AppError('unavailable', 'signing.simulator_answered');
  }
  if (!answer.ok) throw await refusal(answer);
  return answer;
}

async function refusal(answer: Response): Promise<AppError> {
  if (answer.status === 401 || answer.status === 403)
    return new AppError('unavailable', 'signing.service_login_refused');
  const body: unknown = await answer.json().catch(() => undefined);
  const reason = textOf(body, 'error') ?? textOf(body, 'message') ?? textOf(body, 'status') ?? '';
  if (/passphrase/i.test(reason)) return new AppError('invalid', 'signing.wrong_passphrase');
  return new AppError('unavailable', 'signing.service_refused', { params: { status: answer.status, reason } });
}

async function readAnswer(answer: Response): Promise<Uint8Array> {
  const announced = Number(answer.headers.get('content-length') ?? 0);
  if (announced > maximumAnswerBytes) throw new AppError('unavailable', 'signing.answer_not_signed');
  try {
    return new Uint8Array(await answer.arrayBuffer());
  } catch (cause) {
    throw new AppError('unavailable', 'signing.service_unreachable', { cause });
  }
}

function textOf(body: unknown, key: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const value: unknown = Object.entries(body).find(([name]) => name === key)?.[1];
  return typeof value === 'string' ? value : undefined;
}
