/** The part of sodium-native 5 that this package calls; the package ships no types. Results are written into the first argument. */
declare module "sodium-native" {
  interface Sodium {
    crypto_sign_verify_detached(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean;
    crypto_sign_detached(signature: Uint8Array, message: Uint8Array, secretKey: Uint8Array): void;
    crypto_sign_seed_keypair(publicKey: Uint8Array, secretKey: Uint8Array, seed: Uint8Array): void;
  }
  const sodium: Sodium;
  export default sodium;
}
