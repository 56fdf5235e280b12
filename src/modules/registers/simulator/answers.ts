// What each register says of an invented person. Nothing is stated of somebody whose name does not fit the number.
import type { LookUpRequest, LookUpResponse } from '../adapter/wire.ts';
import { type Person, personOf, sameName } from './people.ts';

type Told = Readonly<Record<string, string | undefined>>;
interface Known {
  readonly statements: Readonly<Record<string, boolean>>;
  readonly facts: Readonly<Record<string, unknown>>;
}

const nobody: LookUpResponse = { found: false, statements: {}, facts: {} };

export function answerOf(request: LookUpRequest, today: string): LookUpResponse {
  const known = request.register === 'business' ? businessOf(request.about) : aboutPerson(request, today);
  return known === undefined ? nobody : { found: true, ...known };
}

function aboutPerson({ register, about }: LookUpRequest, today: string): Known | undefined {
  const person = personOf(about.nik ?? '', today);
  const tell = Object.hasOwn(people, register) ? people[register] : undefined;
  if (person === undefined || tell === undefined) return undefined;
  const fits = sameName(about.name ?? '', person.name);
  const known = tell(person, about);
  if (fits) return known;
  return { statements: Object.fromEntries(Object.keys(known.statements).map((name) => [name, false])), facts: {} };
}

const people: Readonly<Record<string, (person: Person, told: Told) => Known>> = {
  population: (person, told) => {
    const match = told['birth-date'] === undefined || told['birth-date'] === person.birthDate;
    const family = told['family-card'] === undefined || told['family-card'] === person.familyCard;
    return {
      statements: {
        match: match && person.alive,
        alive: person.alive,
        resident: match && person.resident,
        'family-card': match && family && person.alive,
      },
      facts: !match
        ? {}
        : {
            name: person.name,
            'birth-date': person.birthDate,
            'family-card': person.familyCard,
            area: person.area,
            address: { street: person.street, rt: '001', rw: '002' },
          },
    };
  },
  tax: (person, told) => ({
    statements: {
      'pbb-paid': person.pbbPaid,
      'npwp-active': person.npwp !== undefined && (told.npwp === undefined || told.npwp === person.npwp),
    },
    facts: person.npwp === undefined ? {} : { npwp: person.npwp },
  }),
  social: (person) => ({
    statements: { registered: person.inSocialRegister, 'low-income': person.lowIncome },
    facts: {},
  }),
  health: (person, told) => {
    const fits = told['member-number'] === undefined || told['member-number'] === person.memberNumber;
    return {
      statements: { registered: fits && person.member !== 'none', 'member-active': fits && person.member === 'active' },
      facts: person.member === 'none' ? {} : { 'member-number': person.memberNumber },
    };
  },
};

/** A business number that ends in 8 is unknown, in 7 revoked; its owner is whoever asks. */
function businessOf({ nib = '' }: Told): Known | undefined {
  if (!/^\d{13}$/.test(nib) || nib.endsWith('8')) return undefined;
  const active = !nib.endsWith('7');
  return { statements: { 'nib-active': active, 'owner-match': active }, facts: { name: 'Usaha Contoh' } };
}
