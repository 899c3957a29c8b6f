import { Readable } from "node:stream";
import { commitmentSaltBytes } from "@mingbai/codec/commitment";
import { findHex } from "@mingbai/codec/hex";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import {
  FileId,
  FileKept,
  FileReading,
  fileBytesMax,
  fileNameBytesMax,
  fileNameHeader,
  fileSaltHeader,
  ReadingPurpose,
} from "../contents-views.ts";
import { Problem } from "../problem.ts";
import { contentProblem, orContentProblem, refuseContent } from "./content-refusal.ts";
import type { ContentsParts } from "./contents-port.ts";
import { fileHeaders } from "./file-headers.ts";
import { findFileName } from "./file-name.ts";

const mediaType = "application/octet-stream";
const Params = z.strictObject({ id: FileId });
const Query = z.strictObject({ purpose: ReadingPurpose.default("handling") });

/** `POST /api/files`, `GET /api/files/<id>` and `GET /api/files/<id>/readings`. */
export function filesRoutes(server: FastifyInstance, parts: ContentsParts): void {
  // A scope of its own: here bodies are streams and nothing else, and elsewhere they never are.
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(mediaType, (_request, payload, done) => done(null, payload));
    uploadRoute(scope, parts);
  });
  fetchRoute(server, parts);
  readingsRoute(server, parts);
}

function uploadRoute(server: FastifyInstance, { files, findWriter }: ContentsParts): void {
  server.route({
    method: "POST",
    url: "/api/files",
    bodyLimit: fileBytesMax,
    schema: {
      operationId: "uploadFile",
      summary: `Keep a file sealed. Headers: ${fileNameHeader} (percent-encoded), ${fileSaltHeader} (32 bytes, hex)`,
      description: "密封保存一个文件；类型按内容判断",
      consumes: [mediaType],
      response: { 200: FileKept, default: Problem },
    },
    handler: async (request, reply) => {
      // What is refused early is not read to its end: the connection does not go on behind it.
      reply.header("connection", "close");
      const { account } = findWriter(request);
      const upload = uploadOf(request);
      const source = request.body as AsyncIterable<Uint8Array>;
      return orContentProblem(await files.keep({ ...upload, account, source }));
    },
  });
}

/** What the headers say. Throws the problems FILE_LENGTH, FILE_TOO_LARGE, FILE_EMPTY, FILE_NAME, FILE_SALT. */
function uploadOf({ headers }: FastifyRequest): { bytes: number; name: string; salt: Uint8Array } {
  const bytes = Number(headers["content-length"]);
  if (!Number.isSafeInteger(bytes)) throw contentProblem(refuseContent("FILE_LENGTH"));
  if (bytes > fileBytesMax) throw contentProblem(refuseContent("FILE_TOO_LARGE", { bytesMax: fileBytesMax }));
  if (bytes === 0) throw contentProblem(refuseContent("FILE_EMPTY"));
  const name = findFileName(headers[fileNameHeader]);
  if (name === undefined) throw contentProblem(refuseContent("FILE_NAME", { bytesMax: fileNameBytesMax }));
  const salt = findHex(String(headers[fileSaltHeader] ?? ""));
  if (salt?.length !== commitmentSaltBytes) throw contentProblem(refuseContent("FILE_SALT"));
  return { bytes, name, salt };
}

function fetchRoute(server: FastifyInstance, parts: ContentsParts): void {
  server.route({
    method: "GET",
    url: "/api/files/:id",
    exposeHeadRoute: false,
    schema: {
      operationId: "fetchFile",
      summary: "A file's content. The reading is recorded before the file is opened",
      params: Params,
      querystring: Query,
    },
    handler: async (request, reply) => {
      const { id, account } = await requireReadable(request, parts);
      const { purpose } = request.query as z.infer<typeof Query>;
      const { kept, content } = orContentProblem(await parts.files.open({ file: id, account, purpose }));
      return sendFile(reply, kept, content);
    },
  });
}

function sendFile(reply: FastifyReply, kept: FileKept, content: AsyncIterable<Uint8Array>): FastifyReply {
  for (const [name, value] of Object.entries(fileHeaders(kept))) reply.header(name, value);
  return reply.send(Readable.from(content, { objectMode: false }));
}

function readingsRoute(server: FastifyInstance, parts: ContentsParts): void {
  server.route({
    method: "GET",
    url: "/api/files/:id/readings",
    schema: {
      operationId: "fileReadings",
      summary: "Who looked at a file, the newest first",
      description: "谁看过这个文件，最近的在前",
      params: Params,
      response: { 200: z.array(FileReading), default: Problem },
    },
    handler: async (request) => {
      const { id } = await requireReadable(request, parts);
      return [...(await parts.files.readsOf(id))];
    },
  });
}

/** Throws FILE_NONE, the same where there is no such file and where it is not for this reader. */
async function requireReadable(
  request: FastifyRequest,
  { files, findWriter, mayRead }: ContentsParts,
): Promise<{ id: string; account: string }> {
  const reader = findWriter(request);
  const { id } = request.params as z.infer<typeof Params>;
  const facts = await files.find(id);
  if (facts === undefined || !(await mayRead(reader, facts))) throw contentProblem(refuseContent("FILE_NONE"));
  return { id, account: reader.account };
}
