// Reports on this phone that have not been sent yet, in the browser's own database.

export interface KeptFile {
  readonly field: string; // foto or suara
  readonly name: string;
  readonly type: string;
  readonly bytes: ArrayBuffer; // not a File: older phones lose those when the browser restarts
  readonly uploadId?: string | undefined; // once it has travelled
}
export type KeptState = 'waiting' | 'sent' | 'refused';
export interface KeptReport {
  readonly id?: number; // given by the database
  readonly state: KeptState;
  readonly savedAt: string;
  readonly body: Readonly<Record<string, unknown>>; // as POST /api/v1/complaints takes it
  readonly files: readonly KeptFile[];
  readonly key?: string | undefined; // made by the server; every try to send carries the same
  readonly number?: string | undefined; // from here on the office has the text
  readonly trackingCode?: string | undefined;
  readonly sentence?: string | undefined; // why it was not taken
  readonly lost?: number | undefined; // files the office could not use
}
const shelf = 'reports';

function open(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open('lapor', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(shelf, { keyPath: 'id', autoIncrement: true });
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

export const readReports = (): Promise<KeptReport[]> => ask<KeptReport[]>('readonly', (store) => store.getAll());
export const dropReport = (id: number): Promise<unknown> => ask('readwrite', (store) => store.delete(id));
/** @returns its id. */
export const keepReport = async (report: KeptReport): Promise<number> =>
  Number(await ask('readwrite', (store) => store.put(report)));

/** In one transaction: of two tabs the first gives the report its key, and both go on with that one. */
export async function keyOf(id: number, fresh: string): Promise<string> {
  const database = await open();
  try {
    return await new Promise((done, fail) => {
      const transaction = database.transaction(shelf, 'readwrite');
      const store = transaction.objectStore(shelf);
      let key = fresh;
      const found = store.get(id) as IDBRequest<KeptReport | undefined>;
      found.onsuccess = () => {
        const kept = found.result;
        if (kept?.key) key = kept.key;
        else if (kept) store.put({ ...kept, key });
      };
      transaction.oncomplete = () => done(key);
      transaction.onerror = () => fail(transaction.error);
      transaction.onabort = () => fail(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** Once everything is there, only number and code stay: nothing that was written. */
export function emptied(report: KeptReport): KeptReport {
  return { ...report, state: 'sent', body: {}, files: [], sentence: undefined };
}
