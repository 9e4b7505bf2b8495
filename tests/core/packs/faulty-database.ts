import type { PackDatabase } from '../../../src/extension/pack-database.ts';

export class Killed extends Error {}

/** A database in memory that may die: from the transaction numbered `dieAt` on, nothing happens any more. */
export function createFaultyDatabase(
  data: Map<string, unknown>,
  { dieAt = Number.POSITIVE_INFINITY, roomFor = Number.POSITIVE_INFINITY } = {},
): PackDatabase & { readonly transactions: () => number } {
  let count = 0;
  const begin = async () => {
    await Promise.resolve();
    count += 1;
    if (count > dieAt) throw new Killed();
  };
  return {
    transactions: () => count,
    get: async (key) => {
      await begin();
      return structuredClone(data.get(key));
    },
    getAll: async (prefix) => {
      await begin();
      const keys = [...data.keys()].filter((key) => key.startsWith(prefix)).sort();
      return keys.map((key) => structuredClone(data.get(key)));
    },
    keys: async () => {
      await begin();
      return [...data.keys()].sort();
    },
    write: async ({ put = [], remove = [] }) => {
      await begin();
      if (put.length > 0 && data.size + put.length > roomFor) throw new Error('QuotaExceededError');
      for (const [key, value] of put) data.set(key, structuredClone(value));
      for (const key of remove) data.delete(key);
    },
  };
}
