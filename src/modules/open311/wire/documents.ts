// The nouns of GeoReport v2 as they travel (wiki.open311.org/GeoReport_v2). Names, order and nullness are the specification's.
// Codes and ids are strings even where the specification's sample shows a number: the published JSON schemas demand it.

export interface WireService {
  readonly service_code: string;
  readonly service_name: string;
  readonly description: string;
  readonly metadata: boolean; // true: a definition must be fetched before a report can be sent
  readonly type: 'realtime' | 'batch' | 'blackbox';
  readonly keywords: string; // comma-separated
  readonly group: string;
}
export const wireDatatypes = ['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist'] as const;
export interface WireAttribute {
  readonly variable: boolean;
  readonly code: string;
  readonly datatype: (typeof wireDatatypes)[number];
  readonly required: boolean;
  readonly datatype_description: string | null;
  readonly order: number; // from 1, unique within the service
  readonly description: string;
  readonly values?: readonly { readonly key: string; readonly name: string }[]; // lists only
}
export interface WireDefinition {
  readonly service_code: string;
  readonly attributes: readonly WireAttribute[];
}
export interface WireRequest {
  readonly service_request_id: string;
  readonly status: 'open' | 'closed';
  readonly status_notes: string | null;
  readonly service_name: string | null;
  readonly service_code: string;
  readonly description: string | null; // at most 4,000 characters
  readonly agency_responsible: string | null;
  readonly service_notice: string | null;
  readonly requested_datetime: string; // W3C, with zone
  readonly updated_datetime: string | null; // of a closed request: when it was closed
  readonly expected_datetime: string | null;
  readonly address: string | null; // most specific to most general
  readonly address_id: string | null;
  readonly zipcode: string | null;
  readonly lat: number | null; // WGS84
  readonly long: number | null;
  readonly media_url: string | null;
}
/** Answer to a new report: never both an id and a token. */
export type WireAccepted =
  | { readonly service_request_id: string; readonly service_notice: string | null; readonly account_id: null }
  | { readonly token: string; readonly service_notice: string | null; readonly account_id: null };
/** While the report is not ready yet there is no id. */
export interface WireToken {
  readonly service_request_id?: string;
  readonly token: string;
}
export interface WireError {
  readonly code: number; // may say more than the HTTP status
  readonly description: string; // for the person in front of the screen
}
export interface WireEndpoint {
  readonly specification: string;
  readonly url: string;
  readonly changeset: string;
  readonly type: 'production' | 'test';
  readonly formats: readonly ('text/xml' | 'application/json')[];
}
export interface WireDiscovery {
  readonly changeset: string;
  readonly contact: string;
  readonly key_service: string;
  readonly endpoints: readonly WireEndpoint[];
}
/** FixMyStreet's extension: `GET` and `POST servicerequestupdates`. */
export const updateStatuses = [
  'OPEN',
  'CLOSED',
  'FIXED',
  'IN_PROGRESS',
  'ACTION_SCHEDULED',
  'INVESTIGATING',
  'DUPLICATE',
  'NOT_COUNCILS_RESPONSIBILITY',
  'NO_FURTHER_ACTION',
  'INTERNAL_REFERRAL',
  'FOR_TRIAGE',
  'REOPEN',
  'CANCELLED',
] as const;
export type UpdateStatus = (typeof updateStatuses)[number];
export interface WireUpdate {
  readonly update_id: string;
  readonly service_request_id: string;
  readonly status: UpdateStatus;
  readonly updated_datetime: string;
  readonly description: string;
  readonly media_url: string | null;
  readonly external_status_code: string | null;
  readonly customer_reference: string | null;
}
