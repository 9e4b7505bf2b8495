import type { StoredItems } from '../../../src/extension/stored-items.ts';

export type Areas = { local: Record<string, unknown>; sync: Record<string, unknown> };

export class Killed extends Error {}

const quota = { bytesPerItem: 8192, bytes: 102_400, items: 512 };

const bytesOf = (key: string, value: unknown) =>
  new TextEncoder().encode(key + JSON.stringify(value)).length;

const copy = <Value>(value: Value): Value =>
  value === undefined ? value : (JSON.parse(JSON.stringify(value)) as Value);

/**
 * Storage that behaves as browsers' do (quotas of the sync area, one call all or nothing), and that may die: from the
 * operation numbered `dieAt` on, every call fails, as when the worker is ended between two steps.
 */
export function createFaultyItems(
  areas: Areas,
  { dieAt = Number.POSITIVE_INFINITY, syncRefuses = false, localRefuses = false } = {},
): StoredItems & { readonly operations: () => number } {
  let operation = 0;
  const step = async () => {
    await Promise.resolve();
    operation += 1;
    if (operation > dieAt) throw new Killed();
  };
  const split = (key: string): readonly ['local' | 'sync', string] => {
    const [area = '', ...rest] = key.split(':');
    if (area !== 'local' && area !== 'sync') throw new Error(`unknown area ${area}`);
    return [area, rest.join(':')];
  };
  return {
    operations: () => operation,
    getItem: async (key) => {
      await step();
      const [area, name] = split(key);
      return copy(areas[area][name]);
    },
    snapshot: async (area) => {
      await step();
      return copy(areas[area]);
    },
    setItems: async (items) => {
      await step();
      const [area] = split(items[0]?.key ?? 'local:');
      const next = { ...areas[area] };
      for (const { key, value } of items) next[split(key)[1]] = copy(value);
      if (area === 'local' && localRefuses) throw new Error('QUOTA_BYTES quota exceeded');
      if (area === 'sync') {
        if (syncRefuses) throw new Error('MAX_WRITE_OPERATIONS_PER_MINUTE');
        const sizes = Object.entries(next).map(([key, value]) => bytesOf(key, value));
        if (sizes.some((size) => size > quota.bytesPerItem))
          throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded');
        if (sizes.reduce((sum, size) => sum + size, 0) > quota.bytes)
          throw new Error('QUOTA_BYTES quota exceeded');
        if (sizes.length > quota.items) throw new Error('MAX_ITEMS quota exceeded');
      }
      areas[area] = next;
    },
    removeItems: async (keys) => {
      await step();
      for (const key of keys) {
        const [area, name] = split(key);
        delete areas[area][name];
      }
    },
    keys: async (area) => {
      await step();
      return Object.keys(areas[area]);
    },
  };
}
