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

/**
 * How a signature in another's place is headed (tata naskah dinas): "Plh. Lurah Lompoe", "Plt. ..." before the post's own
 * title; "an. Lurah Lompoe" above the signer's title when he signs in the name of the one who is there.
 */
export function signatureHead(official: {
  readonly title: string;
  readonly actingFor?: { readonly kind: 'plh' | 'plt' | 'an'; readonly post: string } | undefined;
}): { title: string; acting?: 'Plh.' | 'Plt.'; onBehalfOf?: string } {
  const { title, actingFor } = official;
  if (!actingFor) return { title };
  if (actingFor.kind === 'an') return { title, onBehalfOf: actingFor.post };
  return { title: actingFor.post, acting: actingFor.kind === 'plh' ? 'Plh.' : 'Plt.' };
}

/** The same in one line, for registers and the public page. */
export function signerTitle(official: Parameters<typeof signatureHead>[0]): string {
  const { title, acting, onBehalfOf } = signatureHead(official);
  if (onBehalfOf !== undefined) return `a.n. ${onBehalfOf}, ${title}`;
  return acting ? `${acting} ${title}` : title;
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
