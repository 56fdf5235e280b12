/** Keys derived from one master secret (SECRET_KEY, or DATA_DIR/secret.key made on first start). */
export interface Secrets {
  /** HMAC-SHA256 of the parts under a key derived for `purpose`. */
  sign(purpose: string, ...parts: string[]): Buffer;
}
