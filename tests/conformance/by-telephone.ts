// The telephone desk, question by question as it asks; what cannot be said follows by the caller's own link.
import type { FieldError } from '../../src/lib/errors.ts';
import { handOver, sendScript } from '../../src/modules/calls/service/finish.ts';
import {
  currentQuestion,
  type OpenScript,
  openScript,
  saveAnswer,
  startScript,
} from '../../src/modules/calls/service/script.ts';
import type { Context } from '../../src/platform/context.ts';
import { numberOf } from '../support/office.ts';
import { createVisitor } from '../support/visitor.ts';
import { toTheEnd } from './at-the-web.ts';
import { formBody } from './play.ts';
import { type Prepared, type Running, withFiles } from './running.ts';

type Body = Readonly<Record<string, unknown>>;

/** Types one answer; the error ids the desk shows. */
export async function typed(ctx: Context, open: OpenScript, given: { id: string; body: Body }): Promise<FieldError[]> {
  const field = open.questions.find((question) => question.field.id === given.id)?.field;
  if (field === undefined) throw new Error(`the desk does not ask ${given.id}`);
  const saved = await saveAnswer(ctx, open, {
    field,
    body: given.body,
    sentence: (error) => ('noted' in error ? error.noted : error.code),
  });
  return [...saved.errors];
}

/** Answers every question the desk asks with what a page would post, until none is left. */
export async function askedByTelephone(ctx: Context, service: string, body: Body): Promise<OpenScript> {
  const id = await startScript(ctx, service, null);
  const left = new Set<string>();
  for (let count = 0; count < 120; count++) {
    const open = await openScript(ctx, id);
    const asked = currentQuestion(
      open,
      open.questions.find(({ field, done }) => !done && !left.has(field.id))?.field.id,
    );
    if (asked === undefined || left.has(asked.field.id)) return open;
    left.add(asked.field.id);
    await typed(ctx, open, { id: asked.field.id, body });
  }
  throw new Error(`${service}: the desk never stopped asking`);
}

/** Sends what was said, at once where nothing is missing, else by the link. @returns the number of the case. */
export async function sendByTelephone(
  running: Running,
  prepared: Prepared,
  { ctx, open }: { ctx: Context; open: OpenScript },
): Promise<string> {
  const { def, told, result } = prepared;
  const unsaid = unsaidOf(prepared, open);
  if (unsaid.length === 0 && result.documents.length === 0) {
    const declared = def.declare.map((_, index) => index);
    const ending = { identity: 'known-facts', consent: true, declared, seen: [] };
    return (await sendScript(ctx, open, ending)).target.number;
  }
  const link = `/permohonan/${await handOver(ctx, open, { consent: true })}`;
  const visitor = createVisitor(running.app.fastify);
  for (const page of def.form.filter(({ fields }) => fields.some((field) => unsaid.includes(field.id)))) {
    const own = new Map(
      [...told].filter(([id]) => page.fields.some((field) => field.id === id) && unsaid.includes(id)),
    );
    await visitor.submit(await visitor.get(`${link}/isi/${page.page}`), withFiles(running, formBody(own), def));
  }
  return numberOf(running.app, await toTheEnd(running, prepared, { visitor, first: await visitor.get(link) }));
}

/** Questions with an answer that the desk did not ask: photos and places. */
function unsaidOf({ def, result }: Prepared, open: OpenScript): string[] {
  const asked = new Set(open.questions.map(({ field }) => field.id));
  const ids = def.form.flatMap((page) => page.fields).map((field) => field.id);
  return ids.filter((id) => id in result.answers && !asked.has(id));
}
