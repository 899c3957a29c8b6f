import type { PasskeyPort } from "./passkey-port.ts";

/**
 * The passkeys of this browser, through `navigator.credentials`. Both calls show the browser's own dialogue and throw
 * its DOMException (NotAllowedError) when the person declines or lets it time out.
 */
export const browserPasskeys: PasskeyPort = {
  async create(publicKey) {
    const credential = await navigator.credentials.create({ publicKey });
    if (!(credential instanceof PublicKeyCredential)) throw new TypeError("the browser made no passkey");
    const { response } = credential;
    const der = response instanceof AuthenticatorAttestationResponse ? response.getPublicKey() : null;
    if (der === null) throw new TypeError("the browser does not show the passkey's public key");
    return { credentialId: new Uint8Array(credential.rawId), publicKeyDer: new Uint8Array(der) };
  },
  async get(publicKey) {
    const credential = await navigator.credentials.get({ publicKey });
    if (!(credential instanceof PublicKeyCredential)) throw new TypeError("the browser gave no passkey");
    const { response } = credential;
    if (!(response instanceof AuthenticatorAssertionResponse)) throw new TypeError("the passkey gave no assertion");
    return {
      authenticatorData: new Uint8Array(response.authenticatorData),
      clientDataJson: new Uint8Array(response.clientDataJSON),
      derSignature: new Uint8Array(response.signature),
    };
  },
};
