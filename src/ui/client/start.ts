// Attaches scripts to elements that ask for them with data-module="name"; each only improves what already works.
export type Modules = Readonly<Record<string, (element: HTMLElement) => void>>;

export function start(modules: Modules, root: ParentNode = document): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-module]')) {
    modules[element.dataset.module ?? '']?.(element);
  }
}

/** The element inside `root` marked data-target="name". */
export function part<T extends HTMLElement = HTMLElement>(root: ParentNode, name: string): T | null {
  return root.querySelector<T>(`[data-target="${name}"]`);
}

export function fill(sentence: string | undefined, n: number): string {
  return (sentence ?? '{n}').replace('{n}', String(n));
}
