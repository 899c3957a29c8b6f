import { HttpProblem, Problem } from "@mingbai/http/problem";
import { mayAsk } from "@mingbai/http/query-route";
import type { FindReader } from "@mingbai/http/routes/queries";
import { officeReaders } from "@mingbai/registry/queries/reader-scope";
import { MapAnswer } from "@mingbai/registry/views/county-map";
import type { FastifyInstance } from "fastify";
import type { DataFolder } from "../data-folder.ts";
import { type MapFault, readMap } from "./read-map.ts";

const faults = {
  MAP_UNAPPROVED: {
    status: 409,
    en: "The county's map has no map approval number and is not shown. Enter it as `approval` in map.json.",
    zh: "本县地图没有审图号，不显示。请管理员在地图配置里写上审图号",
  },
  MAP_INVALID: {
    status: 409,
    en: "The county's map cannot be read. Whoever runs the node has to mend map.json.",
    zh: "本县地图读不了，请管理员改好地图配置",
  },
} as const satisfies Readonly<Record<MapFault["fault"], object>>;

/** `GET /api/map`: the county's own map with its approval number, where it has one, for those who look after files. It is read anew each time. */
export function mapRoute(
  server: FastifyInstance,
  { folder, findReader }: { folder: Pick<DataFolder, "map">; findReader: FindReader },
): void {
  server.route({
    method: "GET",
    url: "/api/map",
    schema: {
      operationId: "countyMap",
      summary: "The county's own map, with its map approval number",
      description: "本县地图和审图号",
      response: { 200: MapAnswer, default: Problem },
    },
    handler: async (request) => {
      const reader = await findReader(request);
      if (reader.account === undefined || !mayAsk(reader, officeReaders)) throw notAllowed();
      const found = await readMap(folder.map);
      if (found === undefined) return { map: null };
      if (!("fault" in found)) return { map: found };
      const { status, en, zh } = faults[found.fault];
      throw new HttpProblem({
        code: found.fault,
        status,
        en,
        zh,
        ...(found.where !== undefined && { values: { where: found.where } }),
      });
    },
  });
}

function notAllowed(): HttpProblem {
  const en = "Only those who look after household files see the county's map here.";
  return new HttpProblem({ code: "NOT_ALLOWED", status: 403, en, zh: "本县地图只给管户档案的人看" });
}
