import type { NamedDivision } from "@mingbai/registry/content/entry/list-divisions";
import { useMemo } from "react";
import { useOwnAreas } from "../../registry/form/use-own-areas.ts";

/** The villages that a list may name, by the codes that their files have. */
export function useListDivisions(): readonly NamedDivision[] {
  const { data: areas = [] } = useOwnAreas();
  return useMemo(
    () =>
      areas.filter(({ division }) => division !== "").map(({ division, name }) => ({ code: division, name: name.zh })),
    [areas],
  );
}
