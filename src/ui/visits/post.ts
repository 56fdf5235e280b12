// One request of a kept visit, and what its answer means for whoever waits with it.

export type Outcome = 'sent' | 'closed' | 'mistakes' | 'sign-in' | 'other-officer' | 'refused' | 'no-network';
export interface Mistake {
  readonly field: string;
  readonly message: string;
}
export interface Answer {
  readonly state?: string;
  readonly time?: string;
  readonly uploadId?: string;
  readonly visit?: string;
  readonly sentence?: string;
  readonly errors?: readonly Mistake[];
}
export interface Posted {
  readonly body: Answer;
  readonly outcome?: Exclude<Outcome, 'sent'>; // none: it was taken
}

export async function post(url: string, csrf: string, body: FormData): Promise<Posted> {
  const headers = { 'x-csrf-token': csrf };
  const options = { method: 'POST', body, headers, credentials: 'same-origin', redirect: 'manual' } as const;
  const answer = await fetch(url, options).catch(() => undefined);
  if (!answer) return { body: {}, outcome: 'no-network' };
  if (answer.type === 'opaqueredirect') return { body: {}, outcome: 'sign-in' };
  const read: Answer = await answer.json().catch(() => ({}));
  if (answer.ok) return { body: read };
  if (read.state === 'closed' || read.state === 'mistakes') return { body: read, outcome: read.state };
  if (read.state === 'other-officer') return { body: read, outcome: 'other-officer' };
  return { body: read, outcome: answer.status >= 500 || answer.status === 429 ? 'no-network' : 'refused' };
}
