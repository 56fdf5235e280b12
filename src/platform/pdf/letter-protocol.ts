// What the server and the Typst child process say to each other.
export interface WorkerSetup {
  readonly templatesDir: string;
  readonly fontsDir: string;
  readonly idleMs: number;
}

export interface WorkerRequest {
  readonly id: number;
  readonly template: string; // file name inside templatesDir
  readonly inputs: string; // JSON text, already made printable
  readonly createdAt: number | undefined; // Unix seconds
}

export type WorkerReply =
  | { readonly id: number; readonly ok: true; readonly pdf: Uint8Array; readonly cpuMs: number }
  | { readonly id: number; readonly ok: false; readonly message: string };
