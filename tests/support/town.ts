// A town on an ordinary evening: applications in every state of their life, so that every page has something to show.
import { writeMessage } from '../../src/modules/cases/index.ts';
import { anOfficer } from '../../src/modules/cases/testing.ts';
import { newId } from '../../src/platform/ids.ts';
import type { TestApp } from './app.ts';
import { applyForDomicile, draftOf, fillIn, startDomicile } from './journey.ts';
import { eventually, issueDomicileLetter, numberOf, officerDoes } from './office.ts';
import { createVisitor, type Visitor } from './visitor.ts';

export interface Town {
  readonly codes: Readonly<Record<'fresh' | 'asked' | 'refused' | 'signed' | 'withdrawn' | 'late', string>>;
  readonly numbers: Readonly<Record<'fresh' | 'asked' | 'refused' | 'signed' | 'withdrawn' | 'late', string>>;
  readonly drafts: Readonly<Record<'started' | 'person' | 'paper' | 'check' | 'unfit', string>>;
  readonly verifyId: string;
}

/** Needs an app with the region loaded and a worker; moves the clock by some days and leaves it there. */
export async function settleTown(app: TestApp): Promise<Town> {
  const apply = async () => {
    const code = await applyForDomicile(visit());
    return { code, number: await numberOf(app, code) };
  };
  const visit = (): Visitor => createVisitor(app.fastify);
  const late = await apply();
  app.clock.advance({ days: 2 });
  const [fresh, asked, refused, signed, withdrawn] = [
    await apply(),
    await apply(),
    await apply(),
    await apply(),
    await apply(),
  ];
  await officerDoes(app, 'petugas.lompoe', {
    number: asked.number,
    action: 'minta-perbaikan',
    data: {
      fields: ['keperluan', 'alamat'],
      documents: ['ktp-el-pemohon'],
      reason: 'tidak-terbaca',
      note: 'Foto KTP buram.',
    },
  });
  await officerDoes(app, 'petugas.lompoe', {
    number: refused.number,
    action: 'usulkan-tolak',
    data: { alasan_usul: 'Bukan warga.' },
  });
  await officerDoes(app, 'lurah.lompoe', {
    number: refused.number,
    action: 'tolak',
    data: { reason: 'bukan-warga', note: 'Alamat Anda di Kelurahan Lemoe.' },
  });
  await issueDomicileLetter(app, signed.number);
  const page = await visit().get(`/lacak/${withdrawn.code}`);
  const owner = visit();
  await owner.submit(await owner.get(page.path), {}, { action: /batalkan$/ });
  await owner.submit(
    await owner.get(`/lacak/${fresh.code}`),
    { text: 'Apakah bisa selesai hari ini?' },
    { action: /pesan$/ },
  );
  const officer = app.ctx(await anOfficer(app.ctx(), 'petugas.lompoe'));
  await writeMessage(officer, { number: fresh.number, text: 'Bisa, kami periksa pagi ini.', requestId: newId() });
  const letters = await eventually(async () => {
    const rows = await app.database.query('select verify_id from letters.letter where printed_at is not null');
    return rows.length > 0 ? rows : undefined;
  });
  const all = { fresh, asked, refused, signed, withdrawn, late };
  const pick = (part: 'code' | 'number') =>
    Object.fromEntries(Object.entries(all).map(([name, value]) => [name, value[part]])) as Town['codes'];
  return {
    codes: pick('code'),
    numbers: pick('number'),
    drafts: await settleDrafts(visit),
    verifyId: String(letters[0]?.verify_id),
  };
}

async function settleDrafts(visit: () => Visitor): Promise<Town['drafts']> {
  const reach = async (step: string) => {
    const visitor = visit();
    return draftOf(await fillIn(visitor, await startDomicile(visitor), step));
  };
  const visitor = visit();
  const first = await startDomicile(visitor);
  await visitor.submit(first, { tinggal_di_parepare: 'false' });
  return {
    started: await reach('kelayakan/tinggal-di-parepare'),
    person: await reach('isi/pemohon'),
    paper: await reach('dokumen/pengantar-rt-rw'),
    check: await reach('periksa'),
    unfit: draftOf(first),
  };
}
