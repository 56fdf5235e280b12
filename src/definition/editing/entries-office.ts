import type { ServiceDefinition } from '../schema.ts';
import type { Step } from './document.ts';
import type { Entry } from './entry.ts';
import { choice, choices, duration, line, number, type Place, text } from './make-entry.ts';

export function timeEntries(def: ServiceDefinition, written: (steps: readonly Step[]) => boolean): Entry[] {
  const { standard, workflow } = def;
  const place: Place = {
    section: 'times',
    key: 'standard',
    title: { id: 'Janji layanan', en: 'Service promise' },
    structure: 'standard',
    at: ['standard'],
  };
  const clocks = written(['clocks']) ? def.clocks : []; // without them they follow from the promise
  return [
    duration(place, 'promise', ['promise'], standard.promise),
    text(place, 'promiseNote', ['promise-note'], standard.promiseNote, { optional: true, long: true }),
    duration(place, 'legalLimit', ['legal-limit'], standard.legalLimit, { optional: true }),
    ...clocks.map((clock) =>
      duration(
        {
          ...place,
          key: `clocks/${clock.id}`,
          structure: `clocks/${clock.id}`,
          at: ['clocks', { by: 'id', is: clock.id }],
        },
        'clock',
        ['duration'],
        clock.duration,
        { detail: clock.id },
      ),
    ),
    ...Object.entries(workflow.states).flatMap(([id, state]) => {
      const here: Place = {
        section: 'times',
        key: `states/${id}`,
        title: state.label,
        structure: id,
        at: ['workflow', 'states', id],
      };
      const lapse = state.lapse ? [duration(here, 'lapse', ['lapse', 'after'], state.lapse.after)] : [];
      return state.final ? [] : [duration(here, 'target', ['target'], state.target, { optional: true }), ...lapse];
    }),
    ...workflow.tasks.map((task) => {
      const at: Step[] = ['workflow', 'tasks', { by: 'id', is: task.id }];
      const here: Place = { section: 'times', key: `tasks/${task.id}`, title: task.label, structure: task.id, at };
      return duration(here, 'due', ['due'], task.due, { optional: true });
    }),
  ];
}

export function feeEntries({ standard }: ServiceDefinition): Entry[] {
  const { fee } = standard;
  const structure = fee.by ? 'standard.fee.by' : 'standard.fee';
  const place: Place = {
    section: 'fees',
    key: 'fee',
    title: { id: 'Biaya', en: 'Fee' },
    structure,
    at: ['standard', 'fee'],
  };
  return [
    ...(fee.by ? [] : [number(place, 'amount', ['amount'], fee.amount, { money: true })]), // else it follows from the answers
    line(place, 'legal', ['legal'], fee.legal, { optional: true }),
    text(place, 'note', ['note'], fee.note, { optional: true, long: true }),
  ];
}

export function peopleEntries(def: ServiceDefinition): Entry[] {
  const office: Place = {
    section: 'people',
    key: 'office',
    title: { id: 'Cara dilayani', en: 'How it is served' },
    structure: def.unit.code ?? def.unit.kind ?? '',
    at: [],
  };
  const hours = ['24-jam', 'jam-kantor'].map((value) => ({ value }));
  const { accept, process } = def.standard.hours;
  return [
    choices(office, 'channels', ['channels'], {
      value: def.channels,
      options: ['loket', 'web', 'mobile', 'telepon', 'sms'],
    }),
    choice(office, 'hoursAccept', ['standard', 'hours', 'accept'], { value: accept, options: hours }),
    choice(office, 'hoursProcess', ['standard', 'hours', 'process'], { value: process, options: hours }),
    ...Object.entries(def.workflow.roles).flatMap(([id, role]) => {
      const at: Step[] = ['workflow', 'roles', id];
      const place: Place = { section: 'people', key: `roles/${id}`, title: role.title, structure: id, at };
      return [text(place, 'role', ['title'], role.title), line(place, 'roleUnit', ['unit'], role.unit)];
    }),
  ];
}
