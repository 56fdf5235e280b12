import { describe, expect, it } from 'vitest';
import { contrastRatio, failingPairs, themedPalette, tokensCss } from '../../src/ui/tokens/contrast.ts';
import { highContrast, pairs, palette } from '../../src/ui/tokens/tokens.ts';

describe('colours', () => {
  it('measure as WCAG defines it', () => {
    expect(contrastRatio('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrastRatio('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2);
    expect(contrastRatio('#FBF8F3', '#1D2327')).toBeCloseTo(15, 0);
    expect(() => contrastRatio('red', '#FFFFFF')).toThrow(RangeError);
  });

  it.each(pairs.map((pair) => [pair.text, pair.on, pair.atLeast] as const))(
    '%s on %s reaches %s',
    (text, on, atLeast) => {
      expect(contrastRatio(palette[text], palette[on])).toBeGreaterThanOrEqual(atLeast);
    },
  );

  it('reach 7 to 1 for text in the high-contrast theme', () => {
    expect(failingPairs({ ...palette, ...highContrast }, 7)).toEqual([]);
  });

  it('let a region set three colours that stay readable', () => {
    const css = tokensCss({ deep: '#3B0D2E', action: '#6A1B4D', accent: '#F2C35B' });
    expect(css).toContain('--laut-9: #3b0d2e');
    expect(css).toContain('--laut-7: #6a1b4d');
  });

  it('stop the build when a region chooses a colour nobody can read', () => {
    expect(() => tokensCss({ deep: '#06303F', action: '#8FC7D8', accent: '#F2C35B' })).toThrow(/laut-7 on kertas/);
    expect(
      failingPairs(themedPalette({ deep: '#F2C35B', action: '#0B4A5E', accent: '#F2C35B' })).length,
    ).toBeGreaterThan(0);
  });
});
