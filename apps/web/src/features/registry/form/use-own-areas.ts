import { type AreaRow, areasView, organisationsView } from "@mingbai/identity/views";
import { type PlaceRow, placesView } from "@mingbai/registry/views/places";
import { useView } from "../../../api/use-view.ts";
import { useSession } from "../../../session/use-session.ts";
import { askedTogether } from "../../../ui/asked-together.ts";
import type { Asked } from "../../../ui/page-state.tsx";

/** An area in which one's own organisation keeps files, with the code that its village has in them; "" where none has one yet. */
export interface OwnArea extends AreaRow {
  readonly division: string;
}

/** The villages of one's own organisation; the smallest areas there are where it has no villages. */
export function useOwnAreas(): Asked<readonly OwnArea[]> {
  const session = useSession();
  const organisations = useView(organisationsView, {});
  const places = useView(placesView, {});
  const within = organisations.data?.rows.find(({ id }) => id === session?.organisation)?.area?.id;
  const areas = useView(areasView, within === undefined ? {} : { within }, { off: organisations.data === undefined });
  const isKnown = areas.data !== undefined && places.data !== undefined;
  return askedTogether(
    [organisations, places, areas],
    isKnown ? ownAreas(areas.data.rows, places.data.rows) : undefined,
  );
}

function ownAreas(rows: readonly AreaRow[], places: readonly PlaceRow[]): readonly OwnArea[] {
  const villages = rows.filter(({ level }) => level === "village");
  return (villages.length > 0 ? villages : rows).map((row) => ({
    ...row,
    division: places.find(({ area }) => area.id === row.id)?.division ?? "",
  }));
}
