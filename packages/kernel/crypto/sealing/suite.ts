import { contextBytes } from "@mingbai/codec/contexts";
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256 } from "hpke";

/** RFC 9180: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, base mode. */
export const suite = new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);

/** First byte of sealed content and of wrapped keys; another number is left for the national suite (SM2, SM4). */
export const sealSuite = 1;
export const sealingKeyBytes = 32;
export const dataKeyBytes = 32;
export const nonceBytes = 12;
export const tagBytes = 16;
/** Suite byte, encapsulated secret, data key with its tag. */
export const wrappedBytes = 1 + 32 + dataKeyBytes + tagBytes;

/** What the wrapping of a data key is bound to, so that it opens nothing else. */
export const wrapInfo = contextBytes.seal;
