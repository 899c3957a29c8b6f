import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { useFormat } from "../../ui/use-format.ts";
import { useDrafts } from "./use-start.ts";

/** Applications that were begun before: to go on with one instead of beginning anew. */
export function DraftsNote({ id }: { id: string }) {
  const { t } = useText();
  const { time } = useFormat();
  const drafts = useDrafts(false);
  // A draft of a correction has the number of its matter, which is longer.
  const others = (drafts.data ?? []).filter((draft) => draft.id !== id && draft.id.length === 32);
  if (others.length === 0) return null;
  return (
    <nav className="drafts-note sm" aria-label={t("apply.drafts")}>
      <span className="i2">{t("apply.drafts")}</span>
      <ul>
        {others.map((draft) => (
          <li key={draft.id}>
            <Link to={`/work/new?draft=${draft.id}`}>{draft.label ?? t("apply.drafts.unnamed")}</Link>{" "}
            <span className="i3">{time(draft.savedMs)}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
