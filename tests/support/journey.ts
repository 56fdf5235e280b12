// The application for a domicile letter as people fill it in, page by page.
import { aPdf, aPhoto, asFile } from './papers.ts';
import type { Seen, Values, Visitor } from './visitor.ts';

export const pagesOfDomicile: Readonly<Record<string, Values>> = {
  'kelayakan/tinggal-di-parepare': { tinggal_di_parepare: 'true' },
  'kelayakan/bukan-untuk-usaha': { alamat_usaha_saja: 'false' },
  'isi/keperluan': { jenis: 'tetap', keperluan: 'Melamar kerja' },
  'isi/tempat-tinggal': {
    wilayah: '73.72.01.1004',
    'alamat.street': 'Jalan Bau Massepe 12',
    'alamat.rt': '1',
    'alamat.rw': '2',
    punya_pbb: 'tidak',
  },
  'isi/pemohon': { nama: 'Andi Tenri Wulandari', nik: '7372 0117 0890 0001', hp: '0812-3456-7890' },
};

export const stepOf = (seen: Seen): string => seen.path.split('?')[0]?.split('/').slice(3).join('/') ?? '';
export const draftOf = (seen: Seen): string => seen.path.split('/')[2] ?? '';

export async function startDomicile(visitor: Visitor): Promise<Seen> {
  return visitor.submit(await visitor.get('/layanan/sk-domisili/mulai'));
}

/** Answers page after page until the check page, or until `until`. */
export async function fillIn(
  visitor: Visitor,
  first: Seen,
  until = 'periksa',
  pages: Readonly<Record<string, Values>> = pagesOfDomicile,
): Promise<Seen> {
  let page = first;
  for (let count = 0; count < 15 && stepOf(page) !== until; count++) {
    const step = stepOf(page);
    const values = step.startsWith('dokumen/') ? await paperFor(step) : pages[step];
    if (values === undefined) throw new Error(`nobody said what to answer on ${page.path} (${page.status})`);
    page = await visitor.submit(page, values);
    if (stepOf(page) === step) throw new Error(`stuck on ${page.path} (${page.status}): ${errorsOf(page)}`);
  }
  return page;
}

async function paperFor(step: string): Promise<Values> {
  if (step.endsWith('pengantar-rt-rw')) return { berkas: asFile(aPdf(), 'pengantar.pdf', 'application/pdf') };
  return { berkas: asFile(await aPhoto(), 'IMG_20261122.jpg', 'image/jpeg') };
}

export function errorsOf(page: Seen): string {
  const summary = /role="alert"[\s\S]*?<\/(?:div|section)>/.exec(page.body)?.[0] ?? page.body.slice(0, 600);
  return summary
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

export const declared: Values = { 'pernyataan-0': 'true' };

/** From the first page to the receipt. @returns the tracking code. */
export async function applyForDomicile(visitor: Visitor): Promise<string> {
  const check = await fillIn(visitor, await startDomicile(visitor));
  return codeOf(await visitor.submit(check, declared));
}

export const codeOf = (receipt: Seen): string => receipt.path.split('/')[2] ?? '';
