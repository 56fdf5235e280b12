import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Works from src/ (tests) and from dist/ (bundles): the nearest folder above with the migrations is the project.
function findProjectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'db', 'migrations'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The folder db/migrations of Loket24 was not found above this file.');
    folder = parent;
  }
  return folder;
}

/** Absolute path of the checkout: regions/, db/migrations/ and dist/ are below it. */
export const projectRoot = findProjectRoot();
