import type { Divisions } from "@mingbai/registry/content/entry/entry";
import { listDivisions } from "@mingbai/registry/content/entry/list-divisions";
import { placesView } from "@mingbai/registry/views/places";
import { useMemo } from "react";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { fileReaderRoles, holdsOne } from "./who-may.ts";

/** The villages whose files the reader looks after, by name and by the code that their files have. */
export function useDivisions(): Divisions {
  const { language } = useText();
  const isReader = holdsOne(useSession()?.roles, fileReaderRoles);
  const places = useView(placesView, {}, { off: !isReader });
  return useMemo(
    () =>
      listDivisions(
        (places.data?.rows ?? [])
          .filter(({ division }) => division !== "")
          .map(({ division, area }) => ({ code: division, name: area[language] })),
      ),
    [places.data, language],
  );
}

/** What a village is called by its code; the code where the reader looks after no files there. */
export function useDivisionName(): (code: string) => string {
  const divisions = useDivisions();
  return (code) => divisions.findName(code) ?? code;
}
