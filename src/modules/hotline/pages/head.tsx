// What the mayor asked of this head's office: the most urgent first, and what was answered.
import { z } from 'zod';
import { groupCaseNumber } from '../../../lib/case-number.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Route } from '../../../platform/http/define.ts';
import { messagesFor } from '../messages.ts';
import { type Listed, readHeadList } from '../service/board.ts';
import { headUrl } from '../views/addresses.ts';
import { type HeadRow, HeadView } from '../views/head-view.tsx';
import { momentOf, type Names, namesOf } from './present.ts';

function rowOf(ctx: Context, { message, requests }: Listed, names: Names): HeadRow {
  const request = requests.at(-1);
  const words = messagesFor(ctx.locale);
  const area = message.areaCode === null ? undefined : names.areas.name(message.areaCode);
  const due = request ? momentOf(ctx, request.dueAt) : '';
  const late = request !== undefined && request.endedAt === null && request.dueAt <= ctx.clock.now();
  const answered = request?.endedAt;
  return {
    href: `${headUrl}/${message.number}`,
    number: groupCaseNumber(message.number),
    title: words.card.from(area),
    text: message.body.slice(0, 160),
    status: answered ? 'done' : late ? 'needs-you' : 'in-progress',
    label: answered ? words.message.ended.answered : late ? words.head.late(due) : words.head.due(due),
  };
}

const list = definePage({
  method: 'GET',
  url: headUrl,
  access: { kind: 'officer' },
  query: z.object({ kabar: z.enum(['bukan-dinas-saya', 'jawab', 'jelaskan']).optional().catch(undefined) }),
  handle: async (ctx, { frame, query }) => {
    const { open, ended } = await readHeadList(ctx);
    const names = await namesOf(ctx);
    const flash = query.kabar && messagesFor(ctx.locale).message.flash[query.kabar]();
    return html(
      <HeadView
        frame={frame}
        open={open.map((one) => rowOf(ctx, one, names))}
        ended={ended.map((one) => rowOf(ctx, one, names))}
        flash={flash}
      />,
    );
  },
});

export const headRoutes: readonly Route[] = [list];
