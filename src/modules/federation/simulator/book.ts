// What the simulated servers of partners keep: requests, tokens, updates. Time moves a request on by itself, as people would.
export interface SimulatedRequest {
  readonly id: string;
  readonly token: string;
  readonly service: string;
  readonly description: string;
  readonly parameters: Readonly<Record<string, string>>; // all that was sent, without the key
  readonly at: Date;
}
export interface SimulatedUpdate {
  readonly id: string;
  readonly requestId: string;
  readonly status: string;
  readonly text: string;
  readonly at: Date;
}
/** What another city said about a request. */
export interface SimulatedTelling {
  readonly id: string;
  readonly requestId: string;
  readonly status: string;
  readonly text: string;
  readonly media: string;
  times: number; // it came
}
export interface Standing {
  readonly status: 'open' | 'closed';
  readonly notes: string;
}

const minute = 60_000;
export const simulatedServices = [
  { code: '101', name: 'Jalan rusak', type: 'realtime', attributes: false },
  { code: '102', name: 'Lampu jalan', type: 'realtime', attributes: false },
  { code: '201', name: 'Listrik padam', type: 'batch', attributes: false },
  { code: '301', name: 'Tiang atau kabel berbahaya', type: 'realtime', attributes: true },
  { code: '900', name: 'Lain-lain', type: 'blackbox', attributes: false },
] as const;

/** Taken in, on its way after two minutes, closed after twenty. What a test says it is goes before. */
export function standingOf({ at }: SimulatedRequest, now: Date, said: Standing | undefined): Standing {
  if (said) return said;
  const age = now.getTime() - at.getTime();
  if (age < 2 * minute) return { status: 'open', notes: 'Diterima (simulator)' };
  if (age < 20 * minute) return { status: 'open', notes: 'Petugas menuju lokasi (simulator)' };
  return { status: 'closed', notes: 'Selesai dikerjakan (simulator)' };
}
