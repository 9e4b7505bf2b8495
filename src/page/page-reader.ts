import { detect, type Forms, type Mention } from '../core/matching/index.ts';
import { countElements } from './count-elements.ts';
import { type Find, readBlocks, readFirstBlocks } from './read-blocks.ts';
import {
  createRegions,
  type Region,
  type RegionLimits,
  type Regions,
  regionLimits,
} from './regions.ts';
import type { TextBlock } from './text-block.ts';

/** A block in which forms were found. The same object for as long as the block stays the same. */
export type BlockRecord = {
  readonly block: TextBlock;
  readonly mentions: readonly Mention[];
};

/** A record and the section it stands in: equal for all blocks of one section, and for no other. */
export type PlacedRecord = { readonly record: BlockRecord; readonly section: string };

type RegionReading = {
  readonly records: readonly {
    readonly record: BlockRecord;
    readonly headings: number;
    readonly article: Element | null;
  }[];
  /** Headings in the region. */
  readonly headings: () => number;
  readonly units: () => number;
};

export type PageReading = {
  /** The document's in order, then each shadow root's. */
  readonly placed: readonly PlacedRecord[];
  /** How much text the page holds, in UTF-16 units; counted in steps. */
  readonly units: () => Generator<void, number>;
};

export type PageReader = {
  /** Reads what is new or stale, in steps, and gives all that is known. */
  readonly read: () => Generator<void, PageReading>;
  /** Whether the whole is not soon read, so that its first records are worth reading ahead. */
  readonly isLong: (root: Element) => boolean;
  readonly readFirst: (root: Element) => Generator<void, readonly BlockRecord[]>;
  readonly note: (records: readonly MutationRecord[]) => void;
  readonly add: (root: Element | ShadowRoot) => void;
};

/** So much text, in UTF-16 units, is more than a large screen shows. */
const ahead = 12_000;

/** Reads a document and its shadow roots, and keeps what it read until a change makes it stale. */
export const createPageReader = (forms: Forms, find: Find, limits?: RegionLimits): PageReader => {
  const trees = new Map<Element | ShadowRoot, Regions<RegionReading>>();
  const byFirstText = new WeakMap<Text, BlockRecord>();
  const articles = new WeakMap<Element, number>();
  let articleCount = 0;

  /** The record that stood here before, if nothing of it changed: marks, anchors and an open card live on. */
  const recordOf = (block: TextBlock): BlockRecord | undefined => {
    const [first] = block.nodes;
    const before = first && byFirstText.get(first);
    if (before && isSame(before.block, block)) return before;
    const mentions = detect(forms, block.text);
    if (mentions.length === 0) return undefined;
    const record = { block, mentions };
    if (first) byFirstText.set(first, record);
    return record;
  };
  function* readRegion(region: Region<RegionReading>): Generator<void, void> {
    region.isStale = false;
    const { blocks, units, headings: all } = yield* readBlocks(region.run, find);
    const records: RegionReading['records'][number][] = [];
    for (const { block, headings } of blocks) {
      const record = recordOf(block);
      const article = record ? block.element.closest('article,[role="article" i]') : null;
      if (record) records.push({ record, headings, article });
      yield;
    }
    region.reading = { records, headings: all, units };
  }
  const articleOf = (article: Element | null): number => {
    if (!article) return 0;
    const number = articles.get(article) ?? ++articleCount;
    articles.set(article, number);
    return number;
  };
  const ordered = (): (Element | ShadowRoot)[] =>
    [...trees.keys()].sort((a, b) => pathOf(a).localeCompare(pathOf(b)) || byPosition(a, b));

  return {
    add: (root) => {
      if (!trees.has(root)) trees.set(root, createRegions(root, limits));
    },
    note: (records) => {
      for (const record of records) {
        const root = record.target.getRootNode();
        for (const [key, regions] of trees) {
          if (key === root || key.getRootNode() === root) regions.note(record);
        }
      }
    },
    isLong: (root) => {
      const { oneAtFirst } = limits ?? regionLimits;
      return countElements(root, oneAtFirst) > oneAtFirst;
    },
    readFirst: function* (root) {
      const records: BlockRecord[] = [];
      for (const block of yield* readFirstBlocks(root, ahead)) {
        const record = recordOf(block);
        if (record) records.push(record);
        yield;
      }
      return records;
    },
    read: function* () {
      const placed: PlacedRecord[] = [];
      const read: RegionReading[] = [];
      for (const root of trees.keys()) if (!root.isConnected) trees.delete(root);
      let scope = 0;
      for (const root of ordered()) {
        const tree = trees.get(root);
        const regions = tree ? yield* tree.list() : [];
        let headings = 0;
        const passed: RegionReading[] = [];
        for (const region of regions) {
          if (region.isStale || !region.reading) yield* readRegion(region);
          const { reading } = region;
          if (!reading) continue;
          read.push(reading);
          if (reading.records.length > 0) {
            for (const earlier of passed.splice(0)) headings += earlier.headings();
          }
          for (const { record, headings: within, article } of reading.records) {
            const section = `${scope} ${articleOf(article)} ${headings + within}`;
            placed.push({ record, section });
          }
          passed.push(reading);
          yield;
        }
        scope++;
      }
      function* units(): Generator<void, number> {
        let sum = 0;
        for (const reading of read) {
          sum += reading.units();
          yield;
        }
        return sum;
      }
      return { placed, units };
    },
  };
};

/** How deep a root is nested in other shadow roots: the document first, then its roots, then theirs. */
const pathOf = (root: Element | ShadowRoot): string => {
  let depth = '';
  for (let at = root.getRootNode(); at instanceof ShadowRoot; at = at.host.getRootNode()) {
    depth += '.';
  }
  return depth;
};

const byPosition = (a: Element | ShadowRoot, b: Element | ShadowRoot): number => {
  if (!(a instanceof ShadowRoot) || !(b instanceof ShadowRoot)) return 0;
  return a.host.compareDocumentPosition(b.host) & 4 ? -1 : 1;
};

const isSame = (before: TextBlock, now: TextBlock): boolean =>
  before.text === now.text &&
  before.element === now.element &&
  before.nodes.length === now.nodes.length &&
  before.nodes.every((node, at) => node === now.nodes[at] && before.starts[at] === now.starts[at]);
