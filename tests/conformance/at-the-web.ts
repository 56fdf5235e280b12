// The way through the pages of the web, with answers prepared for every question.
import type { Field, ServiceDefinition } from '../../src/definition/schema.ts';
import { codeOf, errorsOf, stepOf } from '../support/journey.ts';
import { numberOf } from '../support/office.ts';
import { createVisitor, type Seen, type Visitor } from '../support/visitor.ts';
import { formBody } from './play.ts';
import { fileValues, type Prepared, papersFor, type Running, withFiles } from './running.ts';

/** Called on every page of questions before the good answers are sent. */
export type AtPage = (visitor: Visitor, page: Seen, fields: readonly Field[]) => Promise<void>;

/** The number of the case. */
export async function onTheWeb(running: Running, prepared: Prepared, atPage?: AtPage): Promise<string> {
  return numberOf(running.app, await sentOnTheWeb(running, prepared, atPage));
}

/** The tracking code. */
export async function sentOnTheWeb(running: Running, prepared: Prepared, atPage?: AtPage): Promise<string> {
  const visitor = createVisitor(running.app.fastify);
  const first = await visitor.submit(await visitor.get(`/layanan/${prepared.def.service}/mulai`));
  return toTheEnd(running, prepared, { visitor, first, atPage });
}

interface Walk {
  readonly visitor: Visitor;
  readonly first: Seen;
  readonly atPage?: AtPage | undefined;
}

/** From this page of a draft to the receipt. @returns the tracking code. */
export async function toTheEnd(running: Running, prepared: Prepared, walk: Walk): Promise<string> {
  const { visitor, atPage } = walk;
  let page = walk.first;
  for (let count = 0; count < 60 && !page.path.endsWith('/tanda-terima'); count++) {
    const step = stepOf(page);
    const fields = fieldsAt(prepared.def, step);
    if (fields.length > 0) await atPage?.(visitor, page, fields);
    const next = await oneStep(running, prepared, { visitor, page });
    if (stepOf(next) === step && next.status !== 200)
      throw new Error(`stuck on ${page.path} (${next.status}): ${errorsOf(next)}`);
    page = next;
  }
  return codeOf(page);
}

function fieldsAt(def: ServiceDefinition, step: string): readonly Field[] {
  const [part = '', name = ''] = step.split('/');
  if (part === 'kelayakan') return def.eligibility.filter((rule) => rule.id === name).map((rule) => rule.ask);
  return part === 'isi' ? (def.form.find((candidate) => candidate.page === name)?.fields ?? []) : [];
}

async function oneStep(
  running: Running,
  prepared: Prepared,
  { visitor, page }: { visitor: Visitor; page: Seen },
): Promise<Seen> {
  const { def, told } = prepared;
  const [part = '', name = ''] = stepOf(page).split('/');
  const onward = /href="(\/permohonan\/[\w-]+\/(?:isi|dokumen|kelayakan|periksa)[^"?]*)"[^>]*>/g;
  if (!page.body.includes('method="post"')) {
    const [, link = ''] = [...page.body.matchAll(onward)].find(([, href]) => !href?.endsWith(stepOf(page))) ?? [];
    return visitor.get(link);
  }
  if (part === 'periksa') {
    return visitor.submit(page, Object.fromEntries(def.declare.map((_, index) => [`pernyataan-${index}`, 'true'])));
  }
  if (part === 'dokumen') {
    const files = papersFor(running, prepared, name);
    return visitor.submit(page, files.length > 0 ? fileValues('berkas', files) : { _skip: 'true' });
  }
  const fields = fieldsAt(def, stepOf(page));
  const own = new Map([...told].filter(([id]) => fields.some((field) => field.id === id)));
  return visitor.submit(page, withFiles(running, formBody(own), def));
}
