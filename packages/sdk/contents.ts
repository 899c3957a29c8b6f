import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { commitmentOf, commitmentOfBytes, commitmentSaltBytes } from "@mingbai/codec/commitment";
import { toHex } from "@mingbai/codec/hex";
import {
  ContentKept,
  ContentsKept,
  contentsMediaType,
  Draft,
  DraftSaved,
  DraftSummary,
  encodeSaltedBytes,
  type SaltedBytes,
} from "@mingbai/http/contents-views";
import { encodeSubjectParts, PartsKept, partsMediaType, type SubjectPart } from "@mingbai/http/subject-parts-views";
import { z } from "zod";
import type { Client } from "./client.ts";
import { ProblemError, problemIn } from "./problem-error.ts";

export type { Draft, DraftSaved, DraftSummary } from "@mingbai/http/contents-views";
export type { SubjectPart } from "@mingbai/http/subject-parts-views";

/** 32 random bytes for a commitment. */
export function newSalt(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(commitmentSaltBytes));
}

/** 16 random bytes in hexadecimal. */
export function newDraftId(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(16)));
}

/**
 * Has the node keep a content, before the command that carries its commitment (hexadecimal) is signed. The commitment
 * is computed here; an answer with another one is the ProblemError COMMITMENT_OTHER. The same again changes nothing.
 */
export async function keepContent(
  client: Client,
  content: CanonicalObject,
  salt: Uint8Array = newSalt(),
): Promise<{ commitment: string; salt: string }> {
  const commitment = toHex(commitmentOf({ salt, content }));
  const answer = ContentKept.parse(await answerTo(client, "/api/contents", "POST", { salt: toHex(salt), content }));
  if (answer.commitment !== commitment) throw otherCommitment();
  return { commitment, salt: toHex(salt) };
}

/**
 * Has the node keep several contents in one request: 1 to `contentsPerRequestMax`, together at most `requestBytesMax` with 36
 * bytes each. Gives their commitments (hexadecimal). Throws as `keepContent`; the same again changes nothing.
 */
export async function keepContents(client: Client, contents: readonly SaltedBytes[]): Promise<readonly string[]> {
  const response = await client.send("/api/contents/list", {
    method: "POST",
    headers: { "content-type": contentsMediaType },
    body: encodeSaltedBytes(contents),
  });
  if (!response.ok) throw await problemIn(response);
  const { commitments } = ContentsKept.parse(await response.json());
  assertOwn(contents, commitments);
  return commitments;
}

/**
 * Has the node keep parts about subjects in one request: 1 to `partsPerRequestMax`, together at most `requestBytesMax` with
 * `partFrameBytes` each. Gives their commitments (hexadecimal). Throws as `keepContent`, and SUBJECT_ERASED; the same again
 * changes nothing.
 */
export async function keepParts(client: Client, parts: readonly SubjectPart[]): Promise<readonly string[]> {
  const commitments = parts.map((part) => toHex(commitmentOfBytes(part)));
  await keepEncodedParts(client, encodeSubjectParts(parts), commitments);
  return commitments;
}

/** The same for a request that was made before (`encodeSubjectParts`), with the commitments that it must be answered with. */
export async function keepEncodedParts(
  client: Client,
  body: Uint8Array<ArrayBuffer>,
  commitments: readonly string[],
): Promise<void> {
  const headers = { "content-type": partsMediaType };
  const response = await client.send("/api/subjects/parts", { method: "POST", headers, body });
  if (!response.ok) throw await problemIn(response);
  const kept = PartsKept.parse(await response.json()).commitments;
  const isAsSent = kept.length === commitments.length && kept.every((one, at) => one === commitments[at]);
  if (!isAsSent) throw otherCommitment();
}

/**
 * Saves a draft of the person signed in over the version last seen (0 for a new one). Throws ProblemError DRAFT_CHANGED
 * or DRAFT_DELETED where another page was faster: `findDraftConflict` has both.
 */
export async function saveDraft(
  client: Client,
  id: string,
  draft: { version: number; label?: string; content: CanonicalObject },
): Promise<DraftSaved> {
  return DraftSaved.parse(await answerTo(client, `/api/drafts/${id}`, "PUT", draft));
}

/** A draft of the person signed in. Throws ProblemError DRAFT_NONE, DRAFT_DAMAGED. */
export async function loadDraft(client: Client, id: string): Promise<Draft> {
  return Draft.parse(await answerTo(client, `/api/drafts/${id}`, "GET"));
}

/** The drafts of the person signed in, the newest first. */
export async function listDrafts(client: Client): Promise<readonly DraftSummary[]> {
  return z.array(DraftSummary).parse(await answerTo(client, "/api/drafts", "GET"));
}

/** Deletes a draft for good; no error where there is none. */
export async function deleteDraft(client: Client, id: string): Promise<void> {
  const response = await client.send(`/api/drafts/${id}`, { method: "DELETE" });
  if (!response.ok) throw await problemIn(response);
}

const Yours = z.object({ version: z.int(), label: z.string().optional(), content: Draft.shape.content });
const Conflict = z.object({ yours: Yours, stored: Draft.omit({ id: true }).optional() });
export type DraftConflict = z.infer<typeof Conflict>;

/** Both drafts where a save came too late; `stored` is absent where the other page deleted it. */
export function findDraftConflict(error: unknown): DraftConflict | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  if (error.code !== "DRAFT_CHANGED" && error.code !== "DRAFT_DELETED") return undefined;
  return Conflict.parse(error.values);
}

function assertOwn(sent: readonly SaltedBytes[], commitments: readonly string[]): void {
  const isAsSent = sent.every((one, index) => toHex(commitmentOfBytes(one)) === commitments[index]);
  if (!isAsSent || commitments.length !== sent.length) throw otherCommitment();
}

/** The node says that something else was kept than was sent. */
export function otherCommitment(): ProblemError {
  return new ProblemError({
    code: "COMMITMENT_OTHER",
    status: 502,
    detailEn: "The node kept something else than was sent. Sign nothing, and tell whoever runs it.",
    detailZh: "节点保存的和发出的不一致。请不要签名，并告知节点管理员",
  });
}

async function answerTo(client: Client, path: string, method: string, body?: object): Promise<unknown> {
  const response = await client.send(path, {
    method,
    ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  if (!response.ok) throw await problemIn(response);
  return response.json();
}
