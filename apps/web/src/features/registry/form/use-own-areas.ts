import { type AreaRow, areasView, organisationsView } from "@mingbai/identity/views";
import { placesView } from "@mingbai/registry/views/places";
import { useView } from "../../../api/use-view.ts";
import { useSession } from "../../../session/use-session.ts";

/** An area in which one's own organisation keeps files, with the code that its village has in them; "" where none has one yet. */
export interface OwnArea extends AreaRow {
  readonly division: string;
}

/** The villages of one's own organisation; the smallest areas there are where it has no villages. */
export function useOwnAreas(): readonly OwnArea[] {
  const session = useSession();
  const organisations = useView(organisationsView, {});
  const places = useView(placesView, {});
  const within = organisations.data?.rows.find(({ id }) => id === session?.organisation)?.area?.id;
  const areas = useView(areasView, within === undefined ? {} : { within }, { off: organisations.data === undefined });
  const rows = areas.data?.rows ?? [];
  const villages = rows.filter(({ level }) => level === "village");
  return (villages.length > 0 ? villages : rows).map((row) => ({
    ...row,
    division: places.data?.rows.find(({ area }) => area.id === row.id)?.division ?? "",
  }));
}
