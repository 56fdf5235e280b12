// The palette "Losari", the one source of tokens.css. Each pair that carries text is listed below and checked at build time.

export const palette = {
  kertas: '#FBF8F3',
  putih: '#FFFFFF',
  'pasir-1': '#F3EDE3',
  'pasir-2': '#E2D8C8',
  'pasir-3': '#8A7F70',
  tinta: '#1D2327',
  'tinta-2': '#4A5157',
  'laut-9': '#06303F',
  'laut-8': '#0A3E50',
  'laut-7': '#0B4A5E',
  'laut-6': '#0E5E76',
  'laut-2': '#B9DAE4',
  'laut-1': '#DCECF1',
  'laut-05': '#EEF6F8',
  'emas-7': '#7A4A00',
  'emas-5': '#C98A1B',
  'emas-3': '#F2C35B',
  'emas-1': '#FBEFD3',
  'sabbe-7': '#8C1F2B',
  'sabbe-6': '#A32734',
  'sabbe-1': '#FAE6E4',
  'daun-7': '#1D5B36',
  'daun-6': '#256B42',
  'daun-1': '#DFF1E4',
  'biru-7': '#1F4B8E',
  'biru-1': '#E3ECF9',
  'abu-7': '#3F4A52',
  'abu-1': '#E9ECEE',
  fokus: '#FFD23F',
  malam: '#0B1F28',
  'malam-2': '#12303C',
  teks: '#F5F0E6',
  'teks-2': '#B9C7CC',
} as const;
export type ColourName = keyof typeof palette;
export type Palette = Readonly<Record<ColourName, string>>;

/** What the high-contrast theme replaces; every text pair then reaches 7:1. */
export const highContrast: Partial<Palette> = {
  kertas: '#FFFFFF',
  'pasir-1': '#FFFFFF',
  'pasir-2': '#000000',
  'pasir-3': '#000000',
  tinta: '#000000',
  'tinta-2': '#000000',
  'laut-9': '#000000',
  'laut-8': '#000000',
  'laut-7': '#003049',
  'laut-6': '#00364F',
  'laut-2': '#FFFFFF',
  'laut-1': '#FFFFFF',
  'laut-05': '#FFFFFF',
  'emas-7': '#5C3700',
  'emas-3': '#FFD75E',
  'emas-1': '#FFFFFF',
  'sabbe-7': '#7A0012',
  'sabbe-6': '#7A0012',
  'sabbe-1': '#FFFFFF',
  'daun-7': '#00401C',
  'daun-6': '#00401C',
  'daun-1': '#FFFFFF',
  'biru-7': '#0B2F6B',
  'biru-1': '#FFFFFF',
  'abu-7': '#20282D',
  'abu-1': '#FFFFFF',
};

/** Three colours a region may set: header and footer, buttons and links, accent on dark. */
export interface RegionTheme {
  readonly deep: string;
  readonly action: string;
  readonly accent: string;
}

export interface Pair {
  readonly text: ColourName;
  readonly on: ColourName;
  readonly atLeast: number; // 4.5 for text (WCAG 1.4.3), 3 for parts and states (1.4.11)
}
const text = (name: ColourName, ...grounds: ColourName[]): Pair[] =>
  grounds.map((on) => ({ text: name, on, atLeast: 4.5 }));
const part = (name: ColourName, ...grounds: ColourName[]): Pair[] =>
  grounds.map((on) => ({ text: name, on, atLeast: 3 }));

/** Every pair of colours the components really put together. */
export const pairs: readonly Pair[] = [
  ...text(
    'tinta',
    'kertas',
    'putih',
    'pasir-1',
    'laut-05',
    'laut-1',
    'emas-1',
    'sabbe-1',
    'daun-1',
    'biru-1',
    'abu-1',
    'fokus',
  ),
  ...text('tinta-2', 'kertas', 'putih', 'pasir-1', 'laut-05', 'laut-1'),
  ...text('laut-7', 'kertas', 'putih', 'pasir-1', 'laut-05', 'laut-1'),
  ...text('laut-6', 'kertas', 'putih', 'laut-05'),
  ...text('putih', 'laut-9', 'laut-8', 'laut-7', 'laut-6', 'sabbe-6', 'sabbe-7', 'daun-6'),
  ...text('laut-2', 'laut-9', 'laut-8'),
  ...text('emas-3', 'laut-9', 'laut-8', 'malam', 'malam-2'),
  ...text('emas-7', 'emas-1', 'putih', 'kertas'),
  ...text('sabbe-7', 'sabbe-1', 'putih', 'kertas'),
  ...text('daun-7', 'daun-1', 'putih', 'kertas'),
  ...text('biru-7', 'biru-1', 'putih'),
  ...text('abu-7', 'abu-1', 'putih'),
  ...text('teks', 'malam', 'malam-2'),
  ...text('teks-2', 'malam', 'malam-2'),
  ...part('pasir-3', 'kertas', 'putih'),
  ...part('fokus', 'laut-9', 'laut-7'),
];
