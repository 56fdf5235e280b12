/** A reason not to start (or not to run a command) that one sentence explains: printed without a stack trace, exit code 1. */
export function startupError(sentence: string, cause?: unknown): Error {
  const error = new Error(sentence, cause === undefined ? undefined : { cause });
  error.name = 'StartupError';
  return error;
}

export function isStartupError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'StartupError';
}

const diskFull = 'The disk is full. Free some space and start again; nothing that was acknowledged is lost.';
const sentenceOfCode: Readonly<Record<string, string>> = {
  ENOSPC: diskFull,
  EDQUOT: diskFull,
  '53100': diskFull, // PostgreSQL: disk_full
  EROFS: 'The data folder is on a read-only file system. Choose another folder with DATA_DIR.',
  EACCES: 'The data folder may not be written by this user. Correct its permissions or choose another with DATA_DIR.',
  EPERM: 'The data folder may not be written by this user. Correct its permissions or choose another with DATA_DIR.',
  ENOTDIR: 'The data folder cannot be made because a file is in its way. Choose another with DATA_DIR.',
  EEXIST: 'The data folder cannot be made because a file is in its way. Choose another with DATA_DIR.',
  EMFILE: 'Too many files are open. Raise the limit (ulimit -n) and start again.',
};

/** The operating system's error code of an error or of one of its causes. */
export function systemCode(error: unknown): string | undefined {
  for (let current = error, depth = 0; current instanceof Error && depth < 5; current = current.cause, depth += 1) {
    const code: unknown = Reflect.get(current, 'code');
    if (typeof code === 'string') return code;
  }
  return undefined;
}

/** The sentence an operator understands for a failure at start, whatever threw it. */
export function startupSentence(error: unknown): string | undefined {
  if (isStartupError(error)) return error.message;
  const code = systemCode(error);
  return code === undefined ? undefined : sentenceOfCode[code];
}
