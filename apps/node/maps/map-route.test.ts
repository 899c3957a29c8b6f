import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { anonymousReader, type Reader } from "@mingbai/http/query-route";
import { createServer } from "@mingbai/http/server";
import { createRegistry } from "@mingbai/ledger/definition/registry";
import { Registry as Metrics } from "prom-client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mapRoute } from "./map-route.ts";

const none = async () => undefined;
const clerk: Reader = { account: "00000000000000b1", organisation: "town", roles: ["caseHandler"] };
const ring = [
  [120, 30],
  [120.1, 30],
  [120.1, 30.1],
  [120, 30],
];
const feature = {
  type: "Feature",
  properties: { code: "339901105201", name: "x" },
  geometry: { type: "Polygon", coordinates: [ring] },
};
const title = { en: "Lanwan District", zh: "澜湾区" };
const map = { type: "FeatureCollection", features: [feature] };
const approval = "黔S（2026）012号";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-map-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function ask(file: unknown, reader: Reader = clerk) {
  const path = join(folder, "map.json");
  if (file !== undefined) await writeFile(path, typeof file === "string" ? file : JSON.stringify(file));
  const server = await createServer({
    registry: createRegistry([]),
    sequencer: { submit: async () => [], receive: async () => [], close: async () => undefined },
    queries: [],
    findReader: async () => reader,
    logFiles: { readCheckpoint: none, readTile: none, readRoster: none },
    health: () => ({ state: "ok", height: 0, readModelBehind: 0 }),
    metrics: new Metrics(),
  });
  mapRoute(server, { folder: { map: path }, findReader: async () => reader });
  const answer = await server.inject({ method: "GET", url: "/api/map" });
  return { status: answer.statusCode, body: answer.json() };
}

describe("a county's own map", () => {
  it("is given with its approval number", async () => {
    expect(await ask({ title, approval, map })).toEqual({
      status: 200,
      body: { map: { title, approval, villages: [{ code: "339901105201", polygons: [[ring]] }] } },
    });
  });

  it("is none where there is no file", async () => {
    expect(await ask(undefined)).toEqual({ status: 200, body: { map: null } });
  });

  it("may have villages of several parts, and heights that are left out", async () => {
    const parts = { type: "MultiPolygon", coordinates: [[ring.map((position) => [...position, 12])]] };
    const { body } = await ask({ title, approval, map: { ...map, features: [{ ...feature, geometry: parts }] } });
    expect(body.map.villages[0].polygons).toEqual([[ring]]);
  });

  it.each([
    ["without an approval number", { title, map }, "MAP_UNAPPROVED"],
    ["with words in its place", { title, map, approval: "approved" }, "MAP_INVALID"],
    ["that is no GeoJSON", { title, approval, map: { type: "Topology" } }, "MAP_INVALID"],
    ["that is half written", "{", "MAP_INVALID"],
  ])("is refused %s", async (_, file, code) => {
    expect(await ask(file)).toMatchObject({ status: 409, body: { code } });
  });

  it.each([
    ["nobody", anonymousReader],
    ["a supplier", { ...clerk, roles: ["supplier"] } satisfies Reader],
  ])("is not given to %s", async (_, reader) => {
    expect(await ask({ title, approval, map }, reader)).toMatchObject({ status: 403 });
  });
});
