import type { ServiceDefinition } from '../../definition/schema.ts';
import type { LocalText } from '../../lib/locale.ts';

/** A published version: immutable, so it may be kept in memory for ever. */
export interface ServiceVersion {
  readonly id: string;
  readonly service: string;
  readonly version: number;
  readonly hash: string;
  readonly publishedAt: Date;
  readonly definition: ServiceDefinition;
}
export interface LifeEvent {
  readonly slug: string;
  readonly title: LocalText;
  readonly summary: LocalText;
}
/** What lists and searches need of a service. */
export interface ServiceEntry {
  readonly slug: string;
  readonly versionId: string;
  readonly sector: string;
  readonly unitCode: string | null;
  readonly unitKind: string | null;
  readonly lifeEvents: readonly string[];
  readonly popularity: number;
}
/** A service with the version now in force. */
export interface PublishedService extends ServiceEntry {
  readonly version: ServiceVersion;
}
/** Everything published at one revision. */
export interface Catalogue {
  readonly revision: number;
  readonly services: readonly PublishedService[];
  readonly bySlug: ReadonlyMap<string, PublishedService>;
  readonly lifeEvents: readonly LifeEvent[];
}
