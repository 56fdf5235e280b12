// The nouns of reports at other servers.
import { z } from 'zod';
import type { TheirAttribute } from './wire/read.ts';

/** `secret`, like the other words below, is kept in tables: it never changes its meaning. */
export const forwardStates = [
  'waiting', // to be sent, now or at the next try
  'sending', // on its way: whoever finds it so after a while does not know whether it arrived
  'unsure', // it may have arrived; never sent again by itself
  'token', // taken in, its id follows
  'open',
  'closed',
  'unnumbered', // taken in by a service that never tells an id
  'refused', // an officer sees why and may correct it
  'held', // not for others: a secret report
  'ended', // our own case is closed, nobody asks any more
] as const;
export type ForwardState = (typeof forwardStates)[number];

/** One entry of `complaints/partners.yaml`: a unit whose reports go to a server of its own. */
export const PartnerEntry = z.strictObject({
  unit: z.string(),
  /** Address of the endpoint; without one (and none in the settings) the partner is not connected. */
  endpoint: z.url({ protocol: /^https?$/ }).optional(),
  discovery: z.url({ protocol: /^https?$/ }).optional(),
  jurisdiction: z.string().max(100).optional(),
  format: z.enum(['xml', 'json']).optional(), // else what discovery offers, XML when it offers nothing
  /** What goes with a report about the person who sent it. With consent: only when that person agreed. */
  personal: z.enum(['never', 'with-consent']).default('never'),
  /** The other side promises that the same content on the same day is one request, so an unclear sending may be repeated. */
  repeats: z.enum(['new-request', 'same-day']).default('new-request'),
  /** What follows when the other side closes: our reporter is asked whether it is solved, or only told. */
  'when-closed': z.enum(['ask', 'tell']).default('ask'),
  /** By category or by its group (`lampu`), the rest under `*`. */
  services: z.record(
    z.string(),
    z.union([
      z.string().transform((code) => ({ code, attributes: {} as Record<string, string | string[]> })),
      z.strictObject({
        code: z.string(),
        attributes: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
      }),
    ]),
  ),
});
export type PartnerEntry = z.infer<typeof PartnerEntry>;
export const PartnersFile = z.strictObject({ partners: z.array(PartnerEntry) });

/** What goes to the other side, fixed before the first try so that every try says the same. */
export const Content = z.object({
  service: z.string(),
  description: z.string(),
  lat: z.number().nullable(),
  long: z.number().nullable(),
  address: z.string().nullable(),
  media: z.string().nullable(),
  attributes: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  person: z
    .object({ name: z.string().optional(), phone: z.string().optional(), email: z.string().optional() })
    .nullable(),
});
export type Content = z.infer<typeof Content>;

export interface Forwarded {
  readonly id: string;
  readonly caseId: string;
  readonly number: string;
  readonly partner: string; // code of the unit
  readonly state: ForwardState;
  readonly reference: string; // ours, in the text they get: it finds a request whose answer was lost
  readonly content: Content | null; // emptied once they have it
  readonly service: string | null;
  readonly demanded: readonly TheirAttribute[]; // what stopped a sending: attributes without a value
  readonly token: string | null;
  readonly theirId: string | null;
  readonly theirStatus: string | null;
  readonly theirNotes: string | null;
  readonly theirExpectedAt: Date | null;
  readonly attempts: number;
  readonly nextTryAt: Date | null;
  readonly firstTriedAt: Date | null;
  readonly maybeThere: boolean; // one try ended without word whether it arrived
  readonly contactAt: Date | null; // when they last answered
  readonly troubleCode: string | null;
  readonly troubleText: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
}
