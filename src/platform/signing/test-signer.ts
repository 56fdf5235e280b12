import { signPdf } from './pades.ts';
import type { Signer } from './signer.ts';
import { loadSigningIdentity, testSignerName } from './signing-identity.ts';

export interface TestSigner extends Signer {
  readonly kind: 'test';
  /** DER certificate of the signer's own authority, for `verifySignedPdf` and for validators. */
  readonly authority: Uint8Array;
}

/** The built-in signer: a real PAdES signature that is worth nothing in law. Its key is made on first use in DATA_DIR/keys. */
export async function createTestSigner({ dataDir }: { dataDir: string }): Promise<TestSigner> {
  const identity = await loadSigningIdentity(dataDir);
  return {
    kind: 'test',
    name: testSignerName,
    authority: identity.authority,
    sign: (request) => signPdf(request, identity),
  };
}
