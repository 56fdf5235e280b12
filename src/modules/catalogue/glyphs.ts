// Pictures beside services: by what the service is about, else by its sector, else a document. Sectors are content; one
// without a picture here simply gets the document.
import type { GlyphName } from '../../ui/index.ts';

const bySlug: readonly (readonly [RegExp, GlyphName])[] = [
  [/^(ktp|ikd|kia|kartu|smart|ak1)/, 'card'],
  [/^(kk|akta|pengantar-nikah|sk-ahli-waris)/, 'family'],
  [/^pindah|^mutasi/, 'route'],
  [/^(sk-usaha|nib|izin-reklame|tera)/, 'briefcase'],
  [/tidak-mampu|bansos|penghasilan/, 'hand'],
  [/^(pengaduan|lapor)/, 'megaphone'],
  [/^(ambulans|damkar)/, 'phone'],
  [/^(pbg|sk-tanah|sk-domisili)/, 'home'],
  [/^uji-kir|^jemput-sampah/, 'truck'],
];
const bySector: Readonly<Record<string, GlyphName>> = {
  kependudukan: 'card',
  kesehatan: 'heart',
  sosial: 'hand',
  perizinan: 'briefcase',
  pendidikan: 'letters',
  lingkungan: 'leaf',
  perhubungan: 'truck',
  'air-penerangan': 'pin',
};

export function glyphOf({ slug, sector }: { readonly slug: string; readonly sector: string }): GlyphName {
  return (
    bySlug.find(([names]) => names.test(slug))?.[1] ??
    ((Object.hasOwn(bySector, sector) && bySector[sector]) || 'document')
  );
}
