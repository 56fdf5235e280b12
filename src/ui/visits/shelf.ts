// The browser's own database, one shelf at a time.

export interface Shelf<T> {
  read(key: string): Promise<T | undefined>;
  readAll(): Promise<T[]>;
  put(item: T): Promise<unknown>;
  drop(key: string): Promise<unknown>;
}
/** `shelves`: name of each and the property that is its key. Two pages that name the same database name the same shelves. */
export function openShelf<T>(database: string, shelves: Readonly<Record<string, string>>, name: string): Shelf<T> {
  const open = (): Promise<IDBDatabase> =>
    new Promise((done, fail) => {
      const request = indexedDB.open(database, 1);
      request.onupgradeneeded = () => {
        for (const [shelf, keyPath] of Object.entries(shelves)) request.result.createObjectStore(shelf, { keyPath });
      };
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  const ask = async <A>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<A>): Promise<A> => {
    const opened = await open();
    try {
      return await new Promise((done, fail) => {
        const transaction = opened.transaction(name, mode);
        const request = act(transaction.objectStore(name));
        transaction.oncomplete = () => done(request.result);
        transaction.onerror = () => fail(transaction.error);
        transaction.onabort = () => fail(transaction.error);
      });
    } finally {
      opened.close();
    }
  };
  return {
    read: (key) => ask<T | undefined>('readonly', (store) => store.get(key)),
    readAll: () => ask<T[]>('readonly', (store) => store.getAll()),
    put: (item) => ask('readwrite', (store) => store.put(item)),
    drop: (key) => ask('readwrite', (store) => store.delete(key)),
  };
}
