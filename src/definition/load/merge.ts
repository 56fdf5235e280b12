// A service's changes over a shared workflow: maps key by key, actions by "do", tasks by "id", everything else replaced.
import { type Finding, finding, type Position } from '../compiler/finding.ts';
import { child, itemsOf, type Located, list, type MapNode, textOf, withKeys } from './located.ts';

const listKeys: Readonly<Record<string, string>> = { actions: 'do', tasks: 'id' };
// Merging these key by key would mix two meanings: an English text with another Indonesian one, two conditions.
const replaced = new Set(['when', 'needs', 'label', 'title', 'message', 'objection', 'hint', 'after', 'due', 'target']);

export function mergeNodes(base: Located, over: Located): Located {
  if (base.kind !== 'map' || over.kind !== 'map') return over;
  const entries = new Map(base.entries);
  for (const [key, entry] of over.entries) {
    const before = base.entries.get(key);
    const merged = before === undefined ? entry.node : mergeEntry(key, before.node, entry.node);
    entries.set(key, { at: entry.at, node: merged });
  }
  return { ...over, entries };
}

function mergeEntry(key: string, base: Located, over: Located): Located {
  if (replaced.has(key)) return over;
  const idKey = listKeys[key];
  if (idKey !== undefined && base.kind === 'list' && over.kind === 'list') return mergeById(base, over, idKey);
  return mergeNodes(base, over);
}

function mergeById(base: Located, over: Located, idKey: string): Located {
  const changes = new Map<string, Located>();
  const added: Located[] = [];
  const known = new Set(itemsOf(base).map((item) => textOf(child(item, idKey))));
  for (const item of itemsOf(over)) {
    const id = textOf(child(item, idKey));
    if (id !== undefined && known.has(id) && !changes.has(id)) changes.set(id, item);
    else added.push(item);
  }
  const kept = itemsOf(base).map((item) => {
    const change = changes.get(textOf(child(item, idKey)) ?? '');
    return change === undefined ? item : mergeNodes(item, change);
  });
  return list([...kept, ...added], over.at);
}

/** Applies `without: {states, actions, tasks}` and everything that only made sense with what is left out. */
export function leaveOut(workflow: MapNode, findings: Finding[]): MapNode {
  const without = child(workflow, 'without');
  if (without === undefined) return workflow;
  const states = namesIn(without, 'states');
  const tasks = namesIn(without, 'tasks');
  const actions = namesIn(without, 'actions');
  reportUnknown(workflow, { states, tasks, actions }, findings);
  return dropMentions(withKeys(workflow, { without: undefined }), { states, tasks, actions });
}

type Names = ReadonlyMap<string, Position>;
interface LeftOut {
  readonly states: Names;
  readonly tasks: Names;
  readonly actions: Names;
}

function namesIn(without: Located, key: string): Names {
  const names = itemsOf(child(without, key)).map((item) => [textOf(item) ?? '', item.at] as const);
  return new Map(names);
}

function dropMentions(workflow: MapNode, out: LeftOut): MapNode {
  const states = child(workflow, 'states');
  const actions = child(workflow, 'actions');
  const kept = itemsOf(actions)
    .filter((action) => !out.actions.has(textOf(child(action, 'do')) ?? ''))
    .map((action) => withoutStates(action, out.states))
    .filter((action) => itemsOf(child(action, 'from')).length > 0 || child(action, 'from')?.kind !== 'list');
  const remaining = new Set(kept.map((action) => textOf(child(action, 'do')) ?? ''));
  const gone = (name: string) => !remaining.has(name) && itemsOf(actions).some((a) => textOf(child(a, 'do')) === name);
  return withKeys(workflow, {
    ...(states?.kind === 'map' && { states: withKeys(states, removals(out.states)) }),
    ...(actions?.kind === 'list' && { actions: list(kept, actions.at) }),
    ...keepItems(
      workflow,
      'tasks',
      (task) => !out.tasks.has(textOf(child(task, 'id')) ?? '') && !out.states.has(textOf(child(task, 'in')) ?? ''),
    ),
    ...keepItems(workflow, 'road', (state) => !out.states.has(textOf(state) ?? '')),
    ...keepItems(workflow, 'pauseIn', (state) => !out.states.has(textOf(state) ?? '')),
    ...keepItems(workflow, 'separation', (pair) => !itemsOf(pair).some((name) => gone(textOf(name) ?? ''))),
  });
}

function keepItems(workflow: MapNode, key: string, keep: (item: Located) => boolean): Record<string, Located> {
  const node = child(workflow, key);
  return node?.kind === 'list' ? { [key]: list(node.items.filter(keep), node.at) } : {};
}

function withoutStates(action: Located, states: Names): Located {
  const from = child(action, 'from');
  if (action.kind !== 'map' || from?.kind !== 'list' || states.size === 0) return action;
  return withKeys(action, {
    from: list(
      from.items.filter((item) => !states.has(textOf(item) ?? '')),
      from.at,
    ),
  });
}

function removals(names: Names): Record<string, undefined> {
  return Object.fromEntries([...names.keys()].map((name) => [name, undefined]));
}

function reportUnknown(workflow: MapNode, out: LeftOut, findings: Finding[]): void {
  const states = child(workflow, 'states');
  const known = {
    states: new Set(states?.kind === 'map' ? states.entries.keys() : []),
    actions: new Set(itemsOf(child(workflow, 'actions')).map((one) => textOf(child(one, 'do')))),
    tasks: new Set(itemsOf(child(workflow, 'tasks')).map((one) => textOf(child(one, 'id')))),
  };
  const kinds = {
    states: { id: 'langkah', en: 'state' },
    actions: { id: 'tindakan', en: 'action' },
    tasks: { id: 'tugas', en: 'task' },
  };
  for (const key of ['states', 'actions', 'tasks'] as const)
    for (const [name, at] of out[key])
      if (!known[key].has(name)) findings.push(finding('L24-F010', at, { kind: kinds[key], name }));
}
