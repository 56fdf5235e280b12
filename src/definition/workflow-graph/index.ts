export { canEnd, type Edge, reachableFrom, type WorkflowGraph, workflowGraph } from './graph.ts';
export { hoursOf, longestTargetHours, officeHoursPerDay } from './longest-targets.ts';
export { roadOfOnePerson } from './one-person.ts';
