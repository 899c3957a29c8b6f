import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";

/** What was found of one kind, by how often; each number shows the households behind it. */
export function FoundGroups({
  kind,
  title,
  groups,
  titleOf,
  shown,
  show,
}: {
  kind: string;
  title: string;
  groups: readonly { readonly id: string; readonly count: number; readonly households: readonly string[] }[];
  titleOf(id: string): string;
  /** Of which group the households are shown. */
  shown: string;
  show(group: string): void;
}) {
  const { t } = useText();
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {groups.length === 0 && <p className="sm i3">{t("village.report.none")}</p>}
      <ul className="found-groups">
        {groups.map(({ id, count, households }) => (
          <li key={id}>
            <button
              type="button"
              className="plain row"
              aria-pressed={shown === `${kind}.${id}`}
              onClick={() => show(`${kind}.${id}`)}
            >
              <span>{titleOf(id)}</span>
              <span className="sp" />
              <span className="opens num nw">
                {households.length === count
                  ? countText(count)
                  : t("village.report.in", { count: countText(count), households: countText(households.length) })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
