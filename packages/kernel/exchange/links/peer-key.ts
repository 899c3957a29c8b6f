import { Buffer } from "node:buffer";
import type { KeyObject, X509Certificate } from "node:crypto";
import type { TLSSocket } from "node:tls";

/**
 * The raw Ed25519 key of whoever is at the other end, or undefined where no certificate with such a key was shown. TLS has proved
 * that the peer holds it; dates, names and the certificate's own signature are not looked at, since none of them says who it is.
 */
export function findPeerKey(socket: TLSSocket): Uint8Array | undefined {
  const certificate = socket.getPeerX509Certificate();
  if (certificate === undefined) return undefined;
  const key = findKey(certificate);
  if (key?.asymmetricKeyType !== "ed25519") return undefined;
  const { x } = key.export({ format: "jwk" });
  return x === undefined ? undefined : new Uint8Array(Buffer.from(x, "base64url"));
}

function findKey(certificate: X509Certificate): KeyObject | undefined {
  try {
    return certificate.publicKey;
  } catch {
    // OpenSSL says so by throwing where it cannot read the key: a stranger must not end the process by showing such a one.
    return undefined;
  }
}
