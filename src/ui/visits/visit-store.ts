// What an officer filled in on site, kept in the browser's own database until it has been sent.

export interface KeptPhoto {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: ArrayBuffer; // not a File: older phones lose those when the browser restarts
  readonly uploadId?: string | undefined; // once it has travelled
}
export type VisitState = 'draft' | 'waiting' | 'sent' | 'closed' | 'mistakes';
export interface KeptVisit {
  readonly key: string; // "<case number>/<task id>"
  readonly officer: string;
  readonly state: VisitState;
  readonly address: string; // of the form
  readonly csrf: string;
  readonly requestId: string; // made with the page; every try to send carries the same
  readonly visitedAt: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly labels: readonly (readonly [string, string])[]; // what was answered, as it was read: for showing it when it comes too late
  readonly photos: readonly KeptPhoto[];
  readonly savedAt: string;
  readonly time?: string | undefined; // when the office had it
  readonly sentence?: string | undefined; // why it was not taken
}

const shelf = 'visits';

function open(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open('tinjau', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(shelf, { keyPath: 'key' });
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}

async function ask<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise((done, fail) => {
      const transaction = database.transaction(shelf, mode);
      const request = act(transaction.objectStore(shelf));
      transaction.oncomplete = () => done(request.result);
      transaction.onerror = () => fail(transaction.error);
      transaction.onabort = () => fail(transaction.error);
    });
  } finally {
    database.close();
  }
}

export const readVisit = (key: string): Promise<KeptVisit | undefined> =>
  ask<KeptVisit | undefined>('readonly', (store) => store.get(key));
export const readVisits = (): Promise<KeptVisit[]> => ask<KeptVisit[]>('readonly', (store) => store.getAll());
export const keepVisit = (visit: KeptVisit): Promise<unknown> => ask('readwrite', (store) => store.put(visit));
export const dropVisit = (key: string): Promise<unknown> => ask('readwrite', (store) => store.delete(key));

/** Once sent, only the fact and the time stay: nothing that tells about anybody. */
export function emptied(visit: KeptVisit, time: string): KeptVisit {
  return { ...visit, state: 'sent', time, fields: [], labels: [], photos: [], csrf: '', sentence: undefined };
}

export const isUnsent = (visit: KeptVisit): boolean => visit.state !== 'sent';
