// A service is taken in only by the ways it offers, whoever stands at the door.
import { offers, waysOf } from '../../definition/channels.ts';
import type { ServiceDefinition } from '../../definition/schema.ts';
import { AppError } from '../../lib/errors.ts';
import type { Channel, Context } from '../../platform/context.ts';
import { messagesFor } from './messages.ts';

/** @throws invalid `catalogue.channel_not_offered`, saying which ways there are. */
export function refuseChannel(
  ctx: Pick<Context, 'locale'>,
  definition: Pick<ServiceDefinition, 'service' | 'channels' | 'assisted'>,
  channel: Channel,
): void {
  if (offers(definition, channel)) return;
  const words = messagesFor(ctx.locale).ways;
  const ways = waysOf(definition).map((way) => words[way]);
  const params = { ways: new Intl.ListFormat(ctx.locale, { type: 'disjunction' }).format(ways) };
  throw new AppError('invalid', 'catalogue.channel_not_offered', { params });
}
