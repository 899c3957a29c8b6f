import type { placesView } from "@mingbai/registry/views/places";
import { ProblemError } from "@mingbai/sdk/index";
import { useMemo } from "react";
import type { ResultOf } from "../../../api/view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { useProblemWords } from "../../../session/problem-words.ts";
import { Icon } from "../../../ui/icon.tsx";
import { projectMap } from "./project-map.ts";
import { useCountyMap } from "./use-county-map.ts";

type Place = ResultOf<typeof placesView>["rows"][number];

/** From which share of monitored households on a village is of the next shade, in percent. */
const shades = [0, 5, 10] as const;

/** The county's own map with its approval number: a number and a shade for each village. The table beside it says the same. */
export function CountyMapPart({ places }: { places: readonly Place[] }) {
  const { t, language } = useText();
  const wordsOf = useProblemWords();
  const { data, error } = useCountyMap();
  const drawn = useMemo(() => (data ? projectMap(data) : undefined), [data]);
  if (error instanceof ProblemError)
    return (
      <p className="note warn sm">
        <Icon name="warn" />
        <span>{wordsOf(error)}</span>
      </p>
    );
  if (!data || drawn === undefined) return null;
  const placeOf = new Map(places.map((place) => [place.division, place]));
  return (
    <figure className="county-map">
      <svg
        viewBox={`-8 -8 ${drawn.width + 16} ${drawn.height + 16}`}
        role="img"
        aria-label={t("map.name", { title: data.title[language] })}
      >
        {drawn.villages.map(({ code, path, middle: [x, y] }) => {
          const place = placeOf.get(code);
          return (
            <g key={code}>
              <path d={path} className={`shade-${place === undefined ? "none" : shadeOf(place)}`}>
                {place && <title>{t("map.village", { name: place.area[language], count: place.monitored })}</title>}
              </path>
              {place && (
                <text x={x} y={y}>
                  {place.monitored}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <figcaption className="sm">
        <p>
          {data.title[language]} <b className="nw">{t("map.approval", { number: data.approval })}</b>
        </p>
        <ul className="row wrap map-legend">
          {[0, 1, 2, 3].map((shade) => (
            <li key={shade} className="row">
              <svg viewBox="0 0 14 14" aria-hidden="true">
                <rect width="14" height="14" className={`shade-${shade}`} />
              </svg>
              {shade === 0 ? t("map.shade.none") : t("map.shade.from", { percent: shades[shade - 1] ?? 0 })}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

/** 0 for nobody, then one more for each of the shades that the share is above. */
function shadeOf({ monitored, households }: Place): number {
  if (monitored === 0) return 0;
  return shades.filter((percent) => monitored * 100 > percent * households).length;
}
