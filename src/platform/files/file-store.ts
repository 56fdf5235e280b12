/** Bytes behind one interface: a local folder by default, S3-compatible by setting. Keys are content hashes chosen by the caller. */
export interface FileStore {
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array | undefined>;
  remove(key: string): Promise<void>;
}
