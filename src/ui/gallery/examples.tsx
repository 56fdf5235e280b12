// Whole pages as a citizen or an officer would meet them; also the quickest way to learn how the components fit together.
import type { VNode } from 'preact';
import type { PageFrame } from '../frame.ts';
import { application, check, sent, tracking } from './example-applying.tsx';
import { home, notFound, service } from './example-finding.tsx';
import { caseView, inbox, signing } from './example-office.tsx';

export const exampleNames = [
  'beranda',
  'layanan',
  'formulir',
  'periksa',
  'terkirim',
  'lacak',
  'kosong',
  'kotak-kerja',
  'berkas',
  'tanda-tangan',
] as const;
export type ExampleName = (typeof exampleNames)[number];

const pages: Record<ExampleName, (frame: PageFrame) => VNode> = {
  beranda: home,
  layanan: service,
  formulir: application,
  periksa: check,
  terkirim: sent,
  lacak: tracking,
  kosong: notFound,
  'kotak-kerja': inbox,
  berkas: caseView,
  'tanda-tangan': signing,
};

/** One whole example page. */
export function examplePage(frame: PageFrame, name: ExampleName): VNode {
  return pages[name](frame);
}
