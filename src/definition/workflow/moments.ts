// When the system may act by itself.
import type { Action, ServiceDefinition, SystemMoment } from '../schema.ts';
import { joinOf } from './join.ts';
import { type Position, stateOf } from './position.ts';

export const defaultClock = 'legal'; // of `when: expired` that names none

/** What people did comes before what followed from the mere passing of time; an outcome before "decided either way". */
export const precedence: readonly SystemMoment[] = [
  'paid',
  'confirmed',
  'tasks-agreed',
  'tasks-refused',
  'tasks-done',
  'expired',
];

const unusual: readonly SystemMoment[] = ['confirmed', 'tasks-refused', 'expired', 'told'];

/** False for the short way of certain facts and for what follows when something goes wrong. */
export function isUsual({ when }: Action): boolean {
  return when === undefined || !unusual.includes(when);
}

export function momentHolds(definition: ServiceDefinition, position: Position, action: Action): boolean {
  const join = () => joinOf(stateOf(definition, position.state).join, position.work);
  switch (action.when) {
    case undefined:
      return true;
    case 'tasks-done':
      return join() !== 'open';
    case 'tasks-agreed':
      return join() === 'agreed';
    case 'tasks-refused':
      return join() === 'refused';
    case 'paid':
      return position.paid === true;
    case 'confirmed':
      return position.confirmed === true;
    case 'told':
      return position.told === action.do;
    case 'expired':
      return position.expired?.has(action.clock ?? defaultClock) === true;
  }
}
