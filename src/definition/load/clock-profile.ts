// `clocks: {use: complaints}`: the clocks of the profile that the region has chosen, from its own file. A clock of a profile may take
// its durations from the categories beside it: `durations: {use: categories}` is the `resolve` of each. `lapses` of a profile say how
// long silence may last in a state: they take the place of `after` in the workflow, which has to let that state lapse.
import { type Finding, finding } from '../compiler/finding.ts';
import { child, type Entry, itemsOf, type Located, list, type MapNode, map, textOf, withKeys } from './located.ts';
import { parseShared, type Resolve } from './shared.ts';

export function withClockProfile(root: MapNode, resolve: Resolve, findings: Finding[]): MapNode {
  const clocks = child(root, 'clocks');
  const use = clocks?.kind === 'map' ? child(clocks, 'use') : undefined;
  if (clocks === undefined || use === undefined) return root;
  const name = textOf(use) ?? '';
  const chosen = resolve.clocks?.(name);
  const parsed = chosen && parseShared(chosen.source);
  findings.push(...(parsed?.findings ?? []));
  const profile = child(child(parsed?.root, 'profiles'), chosen?.profile ?? '');
  const found = child(profile, 'clocks');
  if (found?.kind === 'list') {
    const categories = chosen?.categories && parseShared(chosen.categories);
    findings.push(...(categories?.findings ?? []));
    const clocks = found.items.map((clock) => withDurations(clock, child(categories?.root, 'categories')));
    return withLapses(withKeys(root, { clocks: list(clocks, found.at) }), child(profile, 'lapses'), findings);
  }
  findings.push(finding('L24-F013', use.at, { name, profile: chosen?.profile ?? '' }));
  return withKeys(root, { clocks: list([], use.at) });
}

function withDurations(clock: Located, categories: Located | undefined): Located {
  const by = child(clock, 'by');
  const durations = child(by, 'durations');
  if (clock.kind !== 'map' || by?.kind !== 'map' || durations === undefined) return clock;
  if (textOf(child(durations, 'use')) !== 'categories') return clock;
  const entries = itemsOf(categories).flatMap((category): [string, Entry][] => {
    const [id, node] = [textOf(child(category, 'id')), child(category, 'resolve')];
    return id === undefined || node === undefined ? [] : [[id, { at: node.at, node }]];
  });
  return withKeys(clock, { by: withKeys(by, { durations: map(entries, durations.at) }) });
}

function withLapses(root: MapNode, lapses: Located | undefined, findings: Finding[]): MapNode {
  const workflow = child(root, 'workflow');
  const states = child(workflow, 'states');
  if (lapses?.kind !== 'map' || workflow?.kind !== 'map' || states?.kind !== 'map') return root;
  let changed = states;
  for (const [name, { node: after }] of lapses.entries) {
    const state = child(states, name);
    const lapse = child(state, 'lapse');
    if (state?.kind === 'map' && lapse?.kind === 'map')
      changed = withKeys(changed, { [name]: withKeys(state, { lapse: withKeys(lapse, { after }) }) });
    else findings.push(finding('L24-F014', after.at, { state: name }));
  }
  return withKeys(root, { workflow: withKeys(workflow, { states: changed }) });
}
