import type { Divisions } from "@mingbai/registry/content/entry/entry";
import { useMemo } from "react";
import { useStore } from "../keep/use-store.ts";
import { listStore } from "./kept-list.ts";

/** Names of the villages that the phone knows. */
export function useDivisions(language: "en" | "zh"): Divisions {
  const places = useStore(listStore)?.places;
  return useMemo(
    () => ({
      find: (text) => (places ?? []).filter(({ area }) => area[language] === text).map(({ division }) => division),
      findName: (code) => places?.find(({ division }) => division === code)?.area[language],
    }),
    [places, language],
  );
}
