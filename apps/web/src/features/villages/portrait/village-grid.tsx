import type { VillageCell } from "@mingbai/registry/views/village";
import { type KeyboardEvent, useRef, useState } from "react";
import { Link } from "react-router";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { levelLooks } from "../../contradictions/reason/level-words.ts";

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 };

/**
 * The village's households as cells of a tidy grid, group by group: no map and no places. A cell's shape and colour say its level.
 * One cell is in the order of the Tab key; arrows go to the others.
 */
export function VillageGrid({ cells }: { cells: readonly VillageCell[] }) {
  const { t } = useText();
  const [at, setAt] = useState(0);
  const grid = useRef<HTMLFieldSetElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(cells.length - 1, Math.max(0, at + step));
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-at="${next}"]`)?.focus();
  };
  const teams = [...Map.groupBy(cells.entries(), ([, { team }]) => team)];
  return (
    <section aria-labelledby="village-grid">
      <h2 id="village-grid">{t("grid.title")}</h2>
      <p className="row wrap sm i2">
        <b>{t("grid.noMap")}</b> {t("grid.how")}
      </p>
      <fieldset ref={grid} className="village-grid" aria-labelledby="village-grid" onKeyDown={onKeyDown}>
        {teams.map(([team, members]) => (
          <section key={team} aria-label={teamText(team, t("grid.noTeam"))}>
            <h3 className="sm">
              {teamText(team, t("grid.noTeam"))} <span className="i3 num">{members.length}</span>
            </h3>
            <div className="grid-cells">
              {members.map(([place, cell]) => (
                <Cell key={cell.household} cell={cell} place={place} isInOrder={place === at} />
              ))}
            </div>
          </section>
        ))}
      </fieldset>
    </section>
  );
}

function teamText(team: string, none: string): string {
  return team === "" ? none : team;
}

function Cell({ cell, place, isInOrder }: { cell: VillageCell; place: number; isInOrder: boolean }) {
  const { t } = useText();
  const { household, number, head, level, monitored } = cell;
  const { icon, tone } = level === null ? ({ icon: "ring", tone: "i2" } as const) : levelLooks[level];
  const words = [
    number,
    head,
    t(level === null ? "grid.unknown" : `compare.level.${level}`),
    ...(monitored === "" ? [] : [t("villages.monitored")]),
  ];
  const label = words.filter((one) => one !== "").join(t("file.comma"));
  return (
    <Link
      to={`/contradictions/${household}`}
      className={`grid-cell ${tone}${monitored === "" ? "" : " monitored"}`}
      data-at={place}
      tabIndex={isInOrder ? 0 : -1}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} dashed={level === null} />
    </Link>
  );
}
