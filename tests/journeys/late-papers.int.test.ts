// Papers that may follow, in services as they ship: sent without them, told what that holds up, and brought later by the
// tracking page or to a counter.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numberOn, receiptAtTheCounter } from '../conformance/at-the-counter.ts';
import { sentOnTheWeb } from '../conformance/at-the-web.ts';
import { definitions } from '../conformance/everyday.ts';
import { type Prepared, prepare, type Running, startRunning } from '../conformance/running.ts';
import { numberOf } from '../support/office.ts';
import { aPhoto, asFile } from '../support/papers.ts';
import { staffVisitor } from '../support/staff.ts';
import { createVisitor, textOf } from '../support/visitor.ts';

const soft = definitions.flatMap((def) =>
  def.documents.filter((rule) => rule.required === 'soft').map((rule) => ({ service: def.service, rule })),
);

let running: Running;
beforeAll(async () => {
  running = await startRunning();
});
afterAll(() => running.app.close());

/** Everything but the papers that may follow. */
function without(prepared: Prepared): Prepared {
  const late = new Set(prepared.def.documents.filter(({ required }) => required === 'soft').map(({ id }) => id));
  const documents = prepared.result.documents.filter(({ id }) => !late.has(id));
  return { ...prepared, result: { ...prepared.result, documents } };
}

it('there are services that take papers later', () => {
  expect(soft.map(({ service }) => service)).toEqual(['pam-sambungan-baru', 'reaktivasi-bpjs-pbi']);
});

describe.each(soft)('$service', ({ service, rule }) => {
  it('is sent on the web without the paper; the tracking page says what it holds up and takes it', async () => {
    const code = await sentOnTheWeb(running, without(prepare(running, service, 11)));
    const visitor = createVisitor(running.app.fastify);
    const before = textOf(await visitor.get(`/lacak/${code}`));
    expect(before).toContain(`Belum kami terima: ${rule.label.id}`);
    expect(before).toContain('baru dihitung setelah petugas menyatakan berkas lengkap');
    const page = await visitor.get(`/lacak/${code}/dokumen`);
    const photo = asFile(await aPhoto(), 'susulan.jpg', 'image/jpeg');
    const after = textOf(await visitor.submit(page, { [`dokumen.${rule.id}`]: photo }));
    expect(after).toContain(`Dokumen susulan diterima: ${rule.label.id}`);
    expect(after).not.toContain('Belum kami terima');
  });

  it('is sent at the counter without the paper, and the receipt names what is missing', async () => {
    const receipt = await receiptAtTheCounter(running, without(prepare(running, service, 11)));
    expect(numberOn(receipt)).toMatch(/^P/);
    expect(textOf(receipt)).toContain(`Masih kurang: ${rule.label.id}`);
  });
});

it('an officer who is shown the original notes it, and the applicant reads so', async () => {
  const code = await sentOnTheWeb(running, without(prepare(running, 'reaktivasi-bpjs-pbi', 11)));
  const officer = await staffVisitor(running.app, 'petugas.dinsos');
  const address = `/petugas/berkas/${await numberOf(running.app, code)}`;
  const page = await officer.get(address);
  expect(textOf(page)).toContain('Bukti pelunasan PBB');
  const noted = await officer.submit(page, { seen: 'bukti-pelunasan-pbb-tahun-terakhir' }, { action: /asli$/ });
  expect(noted.body).not.toContain('name="seen"');
  const tracking = textOf(await createVisitor(running.app.fastify).get(`/lacak/${code}`));
  expect(tracking).not.toContain('Belum kami terima');
});
