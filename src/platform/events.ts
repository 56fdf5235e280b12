// Upward calls between modules: a lower module publishes, modules.ts decides who listens. Listeners run in the
// publisher's transaction (same ctx), so a letter number and the event that caused it stand or fall together.
import type { Context } from './context.ts';

/** Modules add their events by declaration merging: `declare module '../../platform/events.ts' { interface DomainEvents { ... } }`. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface DomainEvents {}

type Listener<K extends keyof DomainEvents> = (ctx: Context, event: DomainEvents[K]) => Promise<void>;

export interface EventBus {
  on<K extends keyof DomainEvents>(name: K, listener: Listener<K>): void;
  publish<K extends keyof DomainEvents>(ctx: Context, name: K, event: DomainEvents[K]): Promise<void>;
}

export function createEventBus(): EventBus {
  const listeners = new Map<string, Listener<never>[]>();
  return {
    on(name, listener) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener as Listener<never>]);
    },
    async publish(ctx, name, event) {
      for (const listener of listeners.get(name) ?? []) await listener(ctx, event as never);
    },
  };
}
