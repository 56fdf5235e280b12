// What a crew's phone keeps: its list without anybody's name, and visits that have not been sent.
import { openShelf } from '../visits/shelf.ts';

export interface KeptJob {
  readonly number: string;
  readonly title: string;
  readonly text: string;
  readonly place: string;
  readonly lat?: number | undefined;
  readonly long?: number | undefined;
}
export interface Shot {
  readonly key: string;
  readonly field: string; // sebelum, sesudah
  readonly name: string;
  readonly type: string;
  readonly bytes: ArrayBuffer; // not a File: older phones lose those when the browser restarts
  readonly lat?: number | undefined;
  readonly long?: number | undefined;
  readonly source?: 'phone' | 'photo' | undefined;
  readonly sent?: boolean | undefined;
}
export interface KeptVisit {
  readonly key: string; // every try to send carries the same
  readonly officer: string;
  readonly number: string;
  readonly state: 'draft' | 'waiting' | 'sent' | 'closed' | 'mistakes';
  readonly csrf: string;
  readonly visitedAt: string;
  readonly savedAt: string;
  readonly solved: boolean;
  readonly fields: readonly (readonly [string, string])[];
  readonly photos: readonly Shot[];
  readonly visit?: string | undefined; // its id, once the words have arrived
  readonly time?: string | undefined; // when they did
  readonly sentence?: string | undefined; // what the office answered
}

const shelves = { visits: 'key', jobs: 'number' };
const visits = openShelf<KeptVisit>('lapangan', shelves, 'visits');
const jobs = openShelf<KeptJob>('lapangan', shelves, 'jobs');
export const readCrewVisits = visits.readAll;
export const keepCrewVisit = visits.put;
export const dropCrewVisit = visits.drop;
export const readJob = jobs.read;

const isUnsent = ({ state }: KeptVisit): boolean => state === 'draft' || state === 'waiting' || state === 'mistakes';
export async function unsentOfCrew(): Promise<number> {
  return (await readCrewVisits()).filter(isUnsent).length;
}
/** The visit to this place that is not done with. */
export async function openVisitTo(number: string, officer: string): Promise<KeptVisit | undefined> {
  return (await readCrewVisits()).find((one) => one.number === number && one.officer === officer && isUnsent(one));
}
/** The list as it is now: what is no longer on it goes. */
export async function keepJobs(list: readonly KeptJob[]): Promise<void> {
  const listed = new Set(list.map(({ number }) => number));
  for (const { number } of await jobs.readAll()) if (!listed.has(number)) await jobs.drop(number);
  for (const job of list) await jobs.put(job);
}
/** Once sent, only the fact and the time stay. */
export const emptied = (visit: KeptVisit, state: 'sent' | 'closed'): KeptVisit => ({
  ...visit,
  ...{ state, fields: [], photos: [], csrf: '' },
});
