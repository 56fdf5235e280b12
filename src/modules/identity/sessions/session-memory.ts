// What was looked up a moment ago, so that ten requests of one page cost one query.
import type { Platform } from '../../../platform/context.ts';
import type { EventBus } from '../../../platform/events.ts';

const keepMs = 10_000;
const mostEntries = 20_000;

interface Entry<T> {
  readonly value: T;
  readonly at: number;
}
export interface Memory<T> {
  find(platform: Platform, key: string): T | undefined;
  keep(platform: Platform, key: string, value: T): void;
  forget(platform: Platform, matches: (value: T) => boolean): void;
}

/** One memory per platform and region; entries live ten seconds at most. */
export function createMemory<T>(): Memory<T> {
  const maps = new WeakMap<EventBus, Map<string, Entry<T>>>();
  const mapOf = (platform: Platform): Map<string, Entry<T>> => {
    const map = maps.get(platform.events) ?? new Map<string, Entry<T>>();
    maps.set(platform.events, map);
    return map;
  };
  return {
    find(platform, key) {
      const entry = mapOf(platform).get(`${platform.region.id} ${key}`);
      return entry && performance.now() - entry.at < keepMs ? entry.value : undefined;
    },
    keep(platform, key, value) {
      const map = mapOf(platform);
      if (map.size >= mostEntries) map.clear();
      map.set(`${platform.region.id} ${key}`, { value, at: performance.now() });
    },
    forget(platform, matches) {
      const map = mapOf(platform);
      for (const [key, entry] of map) if (matches(entry.value)) map.delete(key);
    },
  };
}
