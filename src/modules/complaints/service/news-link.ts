// The address in a letter that proves whose it is: the row's id, and a sign only we can make.
import { timingSafeEqual } from 'node:crypto';
import type { Context } from '../../../platform/context.ts';

const form = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([A-Za-z0-9_-]{22})$/;
const signOf = (ctx: Context, id: string): string =>
  ctx.secrets.sign('complaints-news-link', id).subarray(0, 16).toString('base64url');

export const newsCode = (ctx: Context, id: string): string => `${id}.${signOf(ctx, id)}`;
export const newsLink = (ctx: Context, id: string): string => `${ctx.config.publicUrl}/kabar/${newsCode(ctx, id)}`;
/** The address behind a mail program's own "unsubscribe" button. */
export const stoppable = (ctx: Context, { id }: { readonly id: string }): { readonly unsubscribeUrl: string } => ({
  unsubscribeUrl: `${newsLink(ctx, id)}/sekali`,
});

/** The id behind a code of ours. */
export function idOfNewsCode(ctx: Context, code: string): string | undefined {
  const [, id, sign] = form.exec(code) ?? [];
  if (id === undefined || sign === undefined) return undefined;
  // As text: its last letter holds bits that no byte has, so bytes would be the same for several links.
  return timingSafeEqual(Buffer.from(sign), Buffer.from(signOf(ctx, id))) ? id : undefined;
}
