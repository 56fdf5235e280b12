// The other side says it is done. Our case stays open: the person who reported it is asked, as after every closing.
import type { Context } from '../../../platform/context.ts';
import type { PartnerEntry } from '../types.ts';

export async function whenClosed(_ctx: Context, _entry: PartnerEntry, _id: string): Promise<void> {}
