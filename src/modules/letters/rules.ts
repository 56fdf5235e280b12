// Letter numbers as the region's rules shape them (facts: "400.12.3.1/012/LMP/XI/2026").

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const;

export interface NumberParts {
  readonly seq: number;
  readonly classification: string; // kode klasifikasi arsip, Permendagri 83/2022
  readonly unit: string;
  readonly month: number; // 1 to 12
  readonly year: number;
}

/** Fills {kode}, {urut} or {urut:000}, {unit}, {bulan}, {bulan_romawi}, {tahun}. Unknown places stay: the compiler refuses them. */
export function letterNumber(template: string, parts: NumberParts): string {
  return template.replace(/\{([a-z_]+)(?::(0+))?\}/g, (place, name: string, pad: string | undefined) => {
    switch (name) {
      case 'kode':
        return parts.classification;
      case 'urut':
        return String(parts.seq).padStart(pad?.length ?? 1, '0');
      case 'unit':
        return parts.unit;
      case 'bulan':
        return String(parts.month).padStart(2, '0');
      case 'bulan_romawi':
        return romans[parts.month - 1] ?? '';
      case 'tahun':
        return String(parts.year);
      default:
        return place;
    }
  });
}

/** The last day of validity: the same day `months` later, or the last day of a shorter month. Local dates 'YYYY-MM-DD'. */
export function validUntil(signedOn: string, months: number): string {
  const [year = 0, month = 1, day = 1] = signedOn.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, lastDay)))
    .toISOString()
    .slice(0, 10);
}

/** Fills {field} places in opening and closing; a place without a value disappears with the space before it. */
export function fillPlaces(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/ ?\{([a-z0-9_-]+)\}/g, (place, name: string) => {
    const value = values[name] ?? '';
    return value === '' ? '' : `${place.startsWith(' ') ? ' ' : ''}${value}`;
  });
}
