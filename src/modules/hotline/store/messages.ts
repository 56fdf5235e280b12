import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';
import type { Message, MessageFacts, MessageKind, MessageLevel } from '../types.ts';

const columns = [
  ...(['caseId', 'number', 'kind', 'level', 'areaCode', 'body', 'photos', 'named', 'reachable'] as const),
  ...(['suggestedUnit', 'unitId', 'state', 'status', 'waitsForMayor', 'overdue', 'channel'] as const),
  ...(['receivedAt', 'movedAt', 'closedAt'] as const),
] as const;
const own = (db: Db) => only(db, 'hotline');

const messages = (db: Db) => own(db).selectFrom('hotline.message').select(columns);
type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof messages>['executeTakeFirst']>>>;
// The kinds and levels of a row are held by the table's own checks.
const toMessage = (row: Row): Message => ({
  ...row,
  kind: row.kind as MessageKind,
  level: row.level as MessageLevel,
});

export async function insertMessage(db: Db, message: Message): Promise<void> {
  await own(db).insertInto('hotline.message').values(message).execute();
}
export async function changeMessage(db: Db, caseId: string, facts: MessageFacts & { movedAt: Date }): Promise<void> {
  await own(db).updateTable('hotline.message').set(facts).where('caseId', '=', caseId).execute();
}
export async function findMessage(db: Db, caseId: string): Promise<Message | undefined> {
  const row = await messages(db).where('caseId', '=', caseId).executeTakeFirst();
  return row && toMessage(row);
}
export async function findMessages(db: Db, caseIds: readonly string[]): Promise<Message[]> {
  if (caseIds.length === 0) return [];
  return (
    await messages(db)
      .where('caseId', 'in', [...caseIds])
      .execute()
  ).map(toMessage);
}

export async function findMessageByNumber(db: Db, number: string): Promise<Message | undefined> {
  const row = await messages(db).where('number', '=', number).executeTakeFirst();
  return row && toMessage(row);
}

export interface Page {
  readonly limit: number;
  readonly offset: number;
}
export type Showing = 'needs' | 'thanks' | 'heads' | 'people' | 'closed';
const shownStates = { heads: ['di-kepala', 'ditanya'], people: ['menunggu-warga'] } as const;

/** The messages of one list. New thanks need nobody. */
function shown(db: Db, showing: Showing) {
  const all = own(db).selectFrom('hotline.message');
  switch (showing) {
    case 'needs':
      return all
        .where('waitsForMayor', '=', true)
        .where((on) => on.or([on('kind', '<>', 'thanks'), on('state', '<>', 'masuk')]));
    case 'thanks':
      return all.where('kind', '=', 'thanks').where('status', '<>', 'cancelled');
    case 'closed':
      return all.where((on) => on.or([on('closedAt', 'is not', null), on('state', '=', 'akan-dibalas')]));
    default:
      return all.where('state', 'in', [...shownStates[showing]]);
  }
}

export interface Shown {
  readonly showing: Showing;
  readonly late: Date; // received before it counts as red as well
  readonly page: Page;
}
/** What the mayor has to do: red first, then the oldest. Other lists: the latest move first. */
export async function listShowing(db: Db, { showing, late, page }: Shown): Promise<Message[]> {
  const query = shown(db, showing).select(columns);
  const sorted =
    showing === 'needs'
      ? query
          .orderBy((on) =>
            on
              .case()
              .when(
                on.or([on('overdue', '=', true), on.and([on('state', '=', 'masuk'), on('receivedAt', '<=', late)])]),
              )
              .then(0)
              .else(1)
              .end(),
          )
          .orderBy('movedAt')
          .orderBy('caseId')
      : query.orderBy(showing === 'thanks' ? 'receivedAt' : 'movedAt', 'desc').orderBy('caseId', 'desc');
  return (await sorted.limit(page.limit).offset(page.offset).execute()).map(toMessage);
}
export async function countShowing(db: Db, showing: Showing): Promise<number> {
  const { count } = await shown(db, showing)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Words of the mayor that nobody took back until `before`. */
export async function listToSend(db: Db, before: Date, limit: number): Promise<Message[]> {
  const rows = await messages(db)
    .where('state', '=', 'akan-dibalas')
    .where('movedAt', '<=', before)
    .orderBy('movedAt')
    .limit(limit)
    .execute();
  return rows.map(toMessage);
}
export interface Counts {
  readonly needs: number;
  readonly red: number;
  readonly heads: number;
  readonly people: number;
  readonly thanksUnanswered: number;
}
export async function countMessages(db: Db, late: Date): Promise<Counts> {
  const row = await own(db)
    .selectFrom('hotline.message')
    .where('closedAt', 'is', null)
    .select((on) => {
      const newThanks = on.and([on('kind', '=', 'thanks'), on('state', '=', 'masuk')]);
      const needs = on.and([on('waitsForMayor', '=', true), on.not(newThanks)]);
      const oldNew = on.and([on('state', '=', 'masuk'), on('receivedAt', '<=', late)]);
      const { countAll } = on.fn;
      return [
        countAll<string>().filterWhere(needs).as('needs'),
        countAll<string>()
          .filterWhere(on.and([needs, on.or([on('overdue', '=', true), oldNew])]))
          .as('red'),
        countAll<string>()
          .filterWhere('state', 'in', [...shownStates.heads])
          .as('heads'),
        countAll<string>()
          .filterWhere('state', 'in', [...shownStates.people])
          .as('people'),
        countAll<string>().filterWhere(newThanks).as('thanks'),
      ];
    })
    .executeTakeFirstOrThrow();
  const { needs, red, heads, people, thanks } = row;
  return {
    needs: Number(needs),
    red: Number(red),
    heads: Number(heads),
    people: Number(people),
    thanksUnanswered: Number(thanks),
  };
}
/** How many came in since a moment, thanks apart. */
export async function countReceived(db: Db, since: Date): Promise<{ messages: number; thanks: number }> {
  const row = await own(db)
    .selectFrom('hotline.message')
    .where('receivedAt', '>=', since)
    .select(({ fn }) => [
      fn.countAll<string>().filterWhere('kind', '<>', 'thanks').as('messages'),
      fn.countAll<string>().filterWhere('kind', '=', 'thanks').as('thanks'),
    ])
    .executeTakeFirstOrThrow();
  return { messages: Number(row.messages), thanks: Number(row.thanks) };
}

export interface AreaTrend {
  readonly areaCode: string | null;
  readonly now: number;
  readonly before: number;
}
/** Messages by kelurahan since `since`, and in the time of the same length before `since`. */
export async function countByArea(db: Db, { since, start }: { since: Date; start: Date }): Promise<AreaTrend[]> {
  const rows = await own(db)
    .selectFrom('hotline.message')
    .where('receivedAt', '>=', start)
    .where('kind', '<>', 'thanks')
    .groupBy('areaCode')
    .select(({ fn }) => [
      'areaCode',
      fn.countAll<string>().filterWhere('receivedAt', '>=', since).as('now'),
      fn.countAll<string>().filterWhere('receivedAt', '<', since).as('before'),
    ])
    .execute();
  return rows.map((row) => ({ areaCode: row.areaCode, now: Number(row.now), before: Number(row.before) }));
}
