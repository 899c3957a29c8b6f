/** The public surface of the SDK, in browsers and in Node. Schemas and views come from the domains' own packages. */

export { browserPasskeys } from "@mingbai/crypto/signers/browser-passkeys";
export { generateSigner, newSeed } from "@mingbai/crypto/signers/generate-signer";
export { createPasskey, passkeySigner } from "@mingbai/crypto/signers/passkey-signer";
export type { Signer } from "@mingbai/crypto/signers/signer";
export { generateWebCryptoKey, webCryptoSigner } from "@mingbai/crypto/signers/webcrypto-signer";
export { type Actor, actAs, type CommandSchemas, type DomainCommands } from "./actor.ts";
export { type Answer, getAccepted } from "./answer.ts";
export { type Client, createClient, type KeyAtHand, type Move, onlyAnswer, type View } from "./client.ts";
export {
  type Draft,
  type DraftConflict,
  type DraftSaved,
  type DraftSummary,
  deleteDraft,
  findDraftConflict,
  keepContent,
  listDrafts,
  loadDraft,
  newDraftId,
  newSalt,
  saveDraft,
} from "./contents.ts";
export { type DayProof, findDayProof, formatDayProof, isDayProof } from "./day-proof.ts";
export {
  type FileKept,
  type FileReading,
  fetchFile,
  fileReadings,
  type GivenFile,
  type OnProgress,
  type ReadingPurpose,
  type UploadedFile,
  uploadFile,
} from "./files.ts";
export { learnNodes } from "./nodes/learn-nodes.ts";
export { ProblemError } from "./problem-error.ts";
export { findPromise, formatPromise, type NodePromise, type OnPromise } from "./promise.ts";
export { findReceipt, formatReceipt, formatReceiptProof, type Receipt } from "./receipt.ts";
export type { ReceiptTrust } from "./receipt-trust.ts";
export { type SessionView, signIn, signOut, staySignedIn, whoAmI } from "./session.ts";
export { chooseMail, endMail, endMailOf, keepViews, markNoticesRead, mySettings } from "./settings.ts";
export { type SignedTransaction, type Signing, signCommand, signPayments } from "./sign-transaction.ts";
export { submitCommand } from "./submit-command.ts";
export { type DayFact, type DayVerdict, verifyDayProof } from "./verify-day-proof.ts";
export { type PromiseFact, type PromiseOutcome, type PromiseVerdict, verifyPromise } from "./verify-promise.ts";
export { type ReceiptFact, type ReceiptVerdict, verifyReceipt } from "./verify-receipt.ts";
