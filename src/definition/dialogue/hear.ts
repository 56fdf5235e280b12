// A message as it arrives, whatever a transport made of it.
import { isRecord, partOf } from '../fields/types.ts';
import type { Heard } from './answer.ts';

const mostFiles = 30;

export function hear(message: unknown): Heard {
  const given = isRecord(message) ? message : {};
  const text = partOf(given, 'text');
  const files = partOf(given, 'files');
  const listed: readonly unknown[] = Array.isArray(files) ? files.slice(0, mostFiles) : [];
  const place = partOf(given, 'location');
  const lat = isRecord(place) ? partOf(place, 'lat') : undefined;
  const lng = isRecord(place) ? partOf(place, 'lng') : undefined;
  return {
    text: typeof text === 'string' ? text : '',
    files: listed
      .map((file) => (isRecord(file) ? partOf(file, 'uploadId') : undefined))
      .filter((id) => typeof id === 'string')
      .filter((id) => /^[\w-]{1,64}$/.test(id)),
    location: typeof lat === 'number' && typeof lng === 'number' ? { lat, lng } : undefined,
  };
}
