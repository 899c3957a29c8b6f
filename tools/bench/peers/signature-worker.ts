import { parentPort, workerData } from "node:worker_threads";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import { verifySignature } from "@mingbai/crypto/verify-signature";

const signer = generateSigner("ed25519");
const message = new Uint8Array(237).fill(1);
const id = new Uint8Array(32);
const signature = await signer.sign({ message, id });
const check = { scheme: signer.scheme, publicKey: signer.publicKey, message, signature, id };
const startMs = performance.now();
for (let done = 0; done < workerData; done++)
  if (!verifySignature(check)) throw new Error("a good signature was refused");
parentPort?.postMessage(workerData / ((performance.now() - startMs) / 1_000));
