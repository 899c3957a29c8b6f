import { type CountyMap, MapAnswer } from "@mingbai/registry/views/county-map";
import { problemIn } from "@mingbai/sdk/problem-error";
import { useQuery } from "@tanstack/react-query";
import { nodeClient } from "../../../api/node-client.ts";

/** The county's own map, null where it has none; the problem where the node does not give it. */
export function useCountyMap() {
  return useQuery<CountyMap | null, Error>({
    queryKey: ["county map"],
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: async ({ signal }) => {
      const answer = await nodeClient.send("/api/map", { signal });
      if (!answer.ok) throw await problemIn(answer);
      return MapAnswer.parse(await answer.json()).map;
    },
  });
}
