/** Keys and values in the extension's own database. Every call is one transaction: it happens whole or not at all. */
export type PackDatabase = {
  readonly get: (key: string) => Promise<unknown>;
  /** All values whose keys begin so, in the order of their keys. */
  readonly getAll: (prefix: string) => Promise<readonly unknown[]>;
  readonly keys: () => Promise<readonly string[]>;
  readonly write: (change: {
    readonly put?: readonly (readonly [key: string, value: unknown])[];
    readonly remove?: readonly string[];
  }) => Promise<void>;
};

const storeName = 'items';

/**
 * IndexedDB of the extension's origin. Not `storage.local`: that holds 10 MB in Chromium, and a glossary may have 50.
 * Only the extension's own pages and its background see it; a page's script gets single entries by message.
 */
export function openPackDatabase(name = 'newsgloss'): PackDatabase {
  let opened: Promise<IDBDatabase> | undefined;
  const open = () => {
    opened ??= openDatabase(name).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };

  const run = async <Value>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<Value> | undefined,
  ): Promise<Value | undefined> => {
    const database = await open();
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(storeName, mode);
      const request = work(transaction.objectStore(storeName));
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('transaction aborted'));
    });
  };

  return {
    get: (key) => run('readonly', (store) => store.get(key) as IDBRequest<unknown>),
    getAll: async (prefix) =>
      (await run('readonly', (store) =>
        store.getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`)),
      )) ?? [],
    keys: async () => ((await run('readonly', (store) => store.getAllKeys())) ?? []).map(String),
    write: async ({ put = [], remove = [] }) => {
      await run('readwrite', (store) => {
        for (const [key, value] of put) store.put(value, key);
        for (const key of remove) store.delete(key);
        return undefined;
      });
    },
  };
}

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the database cannot be opened'));
  });
}
