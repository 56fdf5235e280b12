// `clocks: {use: complaints}`: the clocks of the profile that the region has chosen, from its own file.
import { type Finding, finding } from '../compiler/finding.ts';
import { child, list, type MapNode, textOf, withKeys } from './located.ts';
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
  if (found?.kind === 'list') return withKeys(root, { clocks: found });
  findings.push(finding('L24-F013', use.at, { name, profile: chosen?.profile ?? '' }));
  return withKeys(root, { clocks: list([], use.at) });
}
