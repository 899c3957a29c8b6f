import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FollowedLog } from "@mingbai/log/segments/follow-segment-log";
import { findGivenPart, partSubject } from "@mingbai/read-model/given-part";
import { type Postgres, startPostgres } from "@mingbai/read-model/postgres/start-postgres";
import { defineProjection } from "@mingbai/read-model/projection";
import { Projector } from "@mingbai/read-model/projector";
import { findMany } from "@mingbai/read-model/vault-port";
import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { testZone } from "@mingbai/testkit/test-tables";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { namedPart, opened, openTestSubjects, readTestSubjects, testPart } from "../subjects/test-subjects.ts";
import { VaultReader } from "../vault/vault-reader.ts";
import { joinedVault } from "./joined-vault.ts";
import { projectDurable } from "./project-durable.ts";

const parts = Array.from({ length: 5 }, (_, at) => testPart(at));
const names = parts.map((part) => partSubject(namedPart(part)));
const told: unknown[] = [];

/** Wants every part before any block, and notes what it is told has come. */
const waiting = defineProjection({
  name: "waiting",
  migrations: [],
  async found(_, { awaits }) {
    for (const [at, subject] of names.entries()) await awaits({ subject, place: String(at) });
  },
  project: async () => undefined,
  async arrived(awaited, { vault }) {
    const found = await findMany(
      vault,
      awaited.map(({ subject }) => subject),
    );
    told.push(...awaited.map(({ place }, at) => [place, found[at]]));
  },
});

const emptyLog: FollowedLog = {
  read: async (sequence) => Promise.reject(new RangeError(`no record ${sequence}`)),
  async *records() {},
};
const noSealing = { seal: async (bytes: Uint8Array) => bytes, open: async (bytes: Uint8Array) => bytes };

let root = "";
let server: Postgres;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-parts-"));
  server = await startPostgres({ folder: root, log: () => undefined });
});
afterAll(async () => {
  await server.stop();
  await rm(root, { recursive: true, force: true });
});

describe("parts that come after the rows that name them", () => {
  it("are told to the projection that awaits them, once each, when the node says that they are durable", async () => {
    const disk = simulatedDisk({ seed: 1 });
    const vault = await openTestSubjects(disk);
    const subjects = await readTestSubjects(disk, vault);
    const contents = new VaultReader(emptyLog, noSealing);
    const projector = await Projector.open({
      connectionString: server.connectionString,
      chain: "parts",
      projections: [waiting],
      vault: joinedVault({ contents, subjects }),
      zone: testZone,
      founding: { timeMs: 1_800_000_000_000, events: [] },
    });
    const ledger = { blocks: emptyLog, bodies: emptyLog, vault: contents, subjects };
    const project = () => {
      const marks = { blocks: 0, bodies: 0, vaultEntries: 0, subjects: vault.marks };
      return projectDurable(projector, ledger, { marks, onPosition: () => undefined });
    };
    await project();
    expect(told).toEqual([]);
    await vault.put(parts.slice(3));
    await vault.put(parts.slice(0, 2));
    await project();
    await project();
    expect(told.map((one) => (one as [string])[0])).toEqual(["0", "1", "3", "4"]);
    await vault.put(parts);
    await project();
    expect(told.toSorted()).toEqual(parts.map((part, at) => [String(at), opened(part)]));
    expect(names.map(findGivenPart)).toEqual(parts.map(namedPart));
    await projector.close();
  });
});
