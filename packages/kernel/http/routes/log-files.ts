import type { FastifyInstance } from "fastify";

/** Where published files of the log are read from: the checkpoint, and tiles by their C2SP path. */
export interface LogFiles {
  readCheckpoint(): Promise<Uint8Array | undefined>;
  /** `path` begins with `tile/`; undefined where there is no such tile (yet). Entry bundles are not served here. */
  readTile(path: string): Promise<Uint8Array | undefined>;
  /** The note of an epoch's roster; undefined where there is no such epoch (yet). */
  readRoster(epoch: number): Promise<Uint8Array | undefined>;
  /** The newest light block of a network's engine, JSON; absent where one organisation keeps the ledger. */
  readLightBlock?(): Promise<Uint8Array | undefined>;
}

const immutable = "public, max-age=31536000, immutable";
const text = "text/plain; charset=utf-8";
const epochText = /^(0|[1-9][0-9]{0,8})$/;
const tilePath = /^tile\/[0-9]{1,2}\/(x[0-9]{3}\/)*[0-9]{3}(\.p\/[0-9]{1,3})?$/;

/** `GET /checkpoint` and `GET /tile/…` (C2SP tlog-tiles), `GET /roster/<epoch>`, `GET /light-block`: static files that any auditor's tool can read. */
export function logFileRoutes(server: FastifyInstance, files: LogFiles): void {
  server.get("/checkpoint", { schema: { hide: true } }, async (_request, reply) => {
    const note = await files.readCheckpoint();
    if (note === undefined) return reply.callNotFound();
    return reply.header("content-type", text).header("cache-control", "no-cache").send(note);
  });
  server.get("/light-block", { schema: { hide: true } }, async (_request, reply) => {
    const block = await files.readLightBlock?.();
    if (block === undefined) return reply.callNotFound();
    return reply.header("content-type", "application/json").header("cache-control", "no-cache").send(block);
  });
  server.get("/tile/*", { schema: { hide: true } }, async (request, reply) => {
    const path = `tile/${(request.params as { "*": string })["*"]}`;
    const tile = tilePath.test(path) ? await files.readTile(path) : undefined;
    if (tile === undefined) return reply.callNotFound();
    return reply.header("content-type", "application/octet-stream").header("cache-control", immutable).send(tile);
  });
  server.get("/roster/:epoch", { schema: { hide: true } }, async (request, reply) => {
    const { epoch } = request.params as { epoch: string };
    const note = epochText.test(epoch) ? await files.readRoster(Number(epoch)) : undefined;
    if (note === undefined) return reply.callNotFound();
    return reply.header("content-type", text).header("cache-control", immutable).send(note);
  });
}
