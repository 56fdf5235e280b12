// Invented people for the simulator. The numbers are the synthetic test vectors of the project and belong to nobody; every
// other number follows rules, so that testers can make as many people as they like.
import { nikFacts } from '../../../lib/nik/nik.ts';

export interface Person {
  readonly nik: string;
  readonly name: string;
  readonly birthDate: string;
  readonly alive: boolean;
  readonly resident: boolean;
  readonly familyCard: string;
  readonly area: string;
  readonly street: string;
  readonly pbbPaid: boolean;
  readonly npwp: string | undefined;
  readonly inSocialRegister: boolean;
  readonly lowIncome: boolean;
  readonly member: 'active' | 'inactive' | 'none';
  readonly memberNumber: string;
}

const shipped: Readonly<Record<string, string>> = {
  '7372011708900001': 'Baharuddin Contoh',
  '7372015708900001': 'Hasnawati Contoh',
};

/**
 * The person with this number, or undefined when the register knows nobody like that. The last digit decides: 9 died,
 * 8 unknown, 7 has not paid property tax and is not insured, 6 moved away; even numbers are of low income.
 */
export function personOf(nik: string, today: string): Person | undefined {
  const read = nikFacts(nik, today);
  const last = Number(nik.slice(-1));
  if (read === undefined || last === 8) return undefined;
  const cityAreas = ['73.72.01.1004', '73.72.02.1001', '73.72.03.1001', '73.72.04.1003'] as const;
  return {
    nik,
    name: shipped[nik] ?? `Warga Contoh ${lettersOf(nik.slice(-4))}`,
    birthDate: read.birthDate,
    alive: last !== 9,
    resident: read.area.startsWith('73.72.') && last !== 6,
    familyCard: `${nik.slice(0, 6)}010120${nik.slice(-4)}`,
    area: cityAreas[last % cityAreas.length] ?? cityAreas[0],
    street: `Jalan Contoh ${Number(nik.slice(-2))}`,
    pbbPaid: last !== 7,
    npwp: last % 2 === 1 ? nik : undefined,
    inSocialRegister: last % 2 === 0,
    lowIncome: last % 4 === 0,
    member: last === 7 ? 'none' : last === 6 ? 'inactive' : 'active',
    memberNumber: `000${nik.slice(-10)}`,
  };
}

// Names hold no digits, so the serial is spelled with letters: 0042 is "AAEC".
function lettersOf(serial: string): string {
  return [...serial].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('');
}

/** Names fit however they were written: capitals, dots and titles after a comma do not count. */
export function sameName(told: string, known: string): boolean {
  return plain(told) === plain(known);
}

function plain(name: string): string {
  return (name.split(',')[0] ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
