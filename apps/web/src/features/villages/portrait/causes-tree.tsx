import type { PortraitNode } from "@mingbai/registry/views/village";
import { type Text, useText } from "../../../i18n/use-text.ts";
import { countText } from "../../../ui/format-money.ts";
import type { Counted } from "./portrait.ts";

/** What parts households that are monitored from the others, as questions with counts; each count opens its households. */
export function CausesTree({
  tree,
  shown = "",
  show,
}: {
  tree: PortraitNode;
  shown?: string;
  /** Absent where no households stand behind the counts. */
  show?(id: string): void;
}) {
  const { t } = useText();
  return (
    <section className="causes-tree" aria-label={t("portrait.tree")}>
      <h3>{t("portrait.tree")}</h3>
      <p className="sm i2">{t("portrait.tree.how")}</p>
      <ul>
        <Node node={tree} path="" words={t("portrait.tree.all")} shown={shown} {...(show && { show })} />
      </ul>
    </section>
  );
}

function Node({
  node,
  path,
  words,
  shown,
  show,
}: {
  node: PortraitNode;
  /** y and n for each answer on the way. */
  path: string;
  words: string;
  shown: string;
  show?(id: string): void;
}) {
  const { t } = useText();
  const monitored = node.outcomes.find(({ outcome }) => outcome === "monitored")?.count ?? 0;
  const all = node.outcomes.reduce((sum, { count }) => sum + count, 0);
  const counts = t("portrait.tree.counts", { monitored: countText(monitored), all: countText(all) });
  const id = idOf(path);
  const more = { shown, ...(show && { show }) };
  return (
    <li>
      <p className="row wrap">
        <span>{words}</span>
        {show ? (
          <button type="button" className="plain opens num" aria-pressed={shown === id} onClick={() => show(id)}>
            {counts}
          </button>
        ) : (
          <span className="num">{counts}</span>
        )}
      </p>
      {node.split && (
        <ul>
          <Node node={node.split.yes} path={`${path}y`} words={t(`portrait.is.${node.split.indicator}`)} {...more} />
          <Node node={node.split.no} path={`${path}n`} words={t("portrait.rest")} {...more} />
        </ul>
      )}
    </li>
  );
}

/** Who stands in each node of the tree. */
export function treeGroups(node: PortraitNode, t: Text, path = "", label = t("portrait.tree.all")): readonly Counted[] {
  const own = { id: idOf(path), label, at: node.at };
  if (node.split === null) return [own];
  const { indicator, yes, no } = node.split;
  const is = t(`portrait.is.${indicator}`);
  return [own, ...treeGroups(yes, t, `${path}y`, is), ...treeGroups(no, t, `${path}n`, t("portrait.rest"))];
}

const idOf = (path: string) => `tree.${path}`;
