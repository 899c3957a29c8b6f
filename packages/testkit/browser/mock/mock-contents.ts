import { hash } from "node:crypto";
import { type CanonicalObject, canonicalBytes } from "@mingbai/codec/canonical-json";
import { commitmentOf, commitmentOfBytes, fileIdOf } from "@mingbai/codec/commitment";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { type Draft, fileNameHeader, fileSaltHeader } from "@mingbai/http/contents-views";
import { findSubjectParts } from "@mingbai/http/subject-parts-views";
import { hex, mockNowMs } from "./mock-matters.ts";
import type { MockApi } from "./serve-mock.ts";

const refused = (status: number, code: string, detailEn: string, detailZh: string) => ({
  status,
  body: { status, code, detailEn, detailZh },
});

/** Whether a node would take it: names that begin with a letter, whole numbers, no null. */
function isCanonical(content: object): boolean {
  try {
    return canonicalBytes(JSON.parse(JSON.stringify(content))).length > 0;
  } catch (fault) {
    if (fault instanceof TypeError) return false;
    throw fault;
  }
}

/** Contents, drafts and files of one person, as a node keeps them, in memory. */
export function mockContents() {
  const contents = new Map<string, CanonicalObject>();
  const parts = new Map<string, { readonly subject: string; readonly part: CanonicalObject }>();
  const drafts = new Map<string, Draft>();
  const files = new Map<string, Buffer>();
  const api: MockApi = async ({ method, path, headers, body }) => {
    if (path === "/api/contents") {
      const { salt, content } = JSON.parse(body.toString()) as { salt: string; content: CanonicalObject };
      const commitment = toHex(commitmentOf({ salt: fromHex(salt), content }));
      contents.set(commitment, content);
      return { status: 200, body: { commitment } };
    }
    if (path === "/api/subjects/parts") {
      const commitments = (findSubjectParts(body) ?? []).map((part) => {
        const commitment = toHex(commitmentOfBytes(part));
        parts.set(commitment, { subject: part.subject, part: JSON.parse(new TextDecoder().decode(part.bytes)) });
        return commitment;
      });
      return { status: 200, body: { commitments } };
    }
    if (path === "/api/drafts") return { status: 200, body: [...drafts.values()].map(({ content: _, ...row }) => row) };
    const draftId = /^\/api\/drafts\/(\w+)$/.exec(path)?.[1];
    if (draftId !== undefined) return draftCall(method, draftId, body);
    if (path === "/api/files") {
      const name = decodeURIComponent(String(headers[fileNameHeader]));
      if (name.endsWith(".exe")) {
        return refused(422, "FILE_TYPE", "Programs are not taken.", "不收程序文件");
      }
      const digest = Buffer.from(hash("sha256", body, "hex"), "hex");
      const file = toHex(fileIdOf({ salt: fromHex(String(headers[fileSaltHeader])), digest }));
      files.set(file, body);
      const kept = { file, digestOfCiphertext: hex(file), bytes: body.length, type: "application/pdf", name };
      return { status: 200, body: { ...kept, untrusted: name.includes("macro") } };
    }
    if (path.startsWith("/api/files/")) return { status: 200, body: files.get(path.slice(11)) ?? Buffer.from("%PDF") };
    return undefined;
  };
  const draftCall = (method: string, id: string, body: Buffer) => {
    const stored = drafts.get(id);
    if (method === "DELETE") {
      drafts.delete(id);
      return { status: 204, body: undefined };
    }
    if (method === "GET") {
      return stored ? { status: 200, body: stored } : refused(404, "DRAFT_NONE", "There is no draft.", "没有草稿");
    }
    const given = JSON.parse(body.toString()) as Omit<Draft, "id" | "savedMs">;
    if (!isCanonical(given.content)) return refused(422, "CONTENT_FORM", "No canonical form.", "内容格式不合要求");
    if (given.version !== (stored?.version ?? 0)) {
      const conflict = { yours: given, ...(stored && { stored: { ...stored, id: undefined } }) };
      return { status: 409, body: { ...refused(409, "DRAFT_CHANGED", "Changed.", "改过").body, values: conflict } };
    }
    const saved = { ...given, id, version: given.version + 1, savedMs: mockNowMs };
    drafts.set(id, saved);
    return { status: 200, body: { version: saved.version, savedMs: saved.savedMs } };
  };
  return { api, contents, parts, drafts };
}
