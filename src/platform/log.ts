import { type Logger, pino } from 'pino';

export type Log = Logger;

// Personal data never belongs in a log; these are the names under which it could slip in by accident.
const redacted = [
  'authorization',
  'cookie',
  'password',
  'token',
  'secret',
  'otp',
  'nik',
  'kk',
  'email',
  'phone',
  'answers',
  'body',
].flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `req.headers.${name}`]);

export function createLog(level: string, destination?: { write(line: string): void }): Log {
  const options = {
    level,
    redact: { paths: [...redacted, 'req.headers["set-cookie"]'], censor: '[hidden]' },
    serializers: { err: serializeError, error: serializeError },
    timestamp: pino.stdTimeFunctions.isoTime,
    base: null,
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** Type, code and stack, but not the driver's `detail`, `where` and `parameters`: PostgreSQL puts row values there. */
function serializeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const cause = error.cause === undefined ? {} : { cause: serializeError(error.cause) };
  const code: unknown = Reflect.get(error, 'code');
  const constraint: unknown = Reflect.get(error, 'constraint');
  return { type: error.name, message: error.message, code, constraint, stack: error.stack, ...cause };
}
