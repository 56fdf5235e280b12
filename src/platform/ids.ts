import { v7 } from 'uuid';

/** A new row id: uuid version 7, so rows inserted together lie together in the index. */
export function newId(): string {
  return v7();
}
