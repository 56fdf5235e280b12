/** Fewer than this in one cell could point at a person: the figure is hidden, that there is one is not. */
const smallest = 5;
export function shownCount(count: number): number | string {
  return count < smallest ? `<${smallest}` : count;
}
