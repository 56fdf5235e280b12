import type { ServiceDefinition } from '../../definition/schema.ts';
import type { LocalDate } from '../../lib/dates/local-date.ts';
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
/** Why a service takes no applications. Open cases go on all the same. */
export interface Closing {
  readonly kind: 'suspended' | 'retired';
  readonly reason: LocalText; // public
  readonly reopensOn?: LocalDate | undefined; // suspended
  readonly successor?: string | undefined; // retired: the service that takes its place
  readonly since: Date;
}
/** A version that waits for its time. */
export interface PlannedVersion {
  readonly id: string;
  readonly slug: string;
  readonly versionId: string;
  readonly effectiveAt: Date;
  readonly plannedBy: string;
}
export const serviceEventKinds = [
  'published',
  'planned',
  'plan-cancelled',
  'in-force',
  'suspended',
  'resumed',
  'retired',
  'region-file-kept-out',
] as const;
export interface ServiceEvent {
  readonly at: Date;
  readonly kind: (typeof serviceEventKinds)[number];
  readonly actor: string; // officer id, or the name of the part of the system
  readonly versionId?: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;
}
/** A version in a list: everything but its content. */
export interface VersionLine extends Omit<ServiceVersion, 'definition'> {
  readonly publishedBy: string;
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
  readonly closing?: Closing | undefined;
}
/** Everything published at one revision. */
export interface Catalogue {
  readonly revision: number;
  /** Those one can apply for now or again later; retired ones are only found by name and by search. */
  readonly services: readonly PublishedService[];
  readonly bySlug: ReadonlyMap<string, PublishedService>;
  readonly lifeEvents: readonly LifeEvent[];
}
