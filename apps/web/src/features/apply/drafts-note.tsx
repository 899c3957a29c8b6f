import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { useFormat } from "../../ui/use-format.ts";
import { useDrafts } from "./use-start.ts";

/** How many characters the numbers of a form's drafts have: those of corrections and changes have others. */
const idChars = { application: 32, household: 16 } as const;
const pages = { application: "/work/new", household: "/registry/new" } as const;

/** What was begun before in this form: to go on with one instead of beginning anew. */
export function DraftsNote({ id, form }: { id: string; form: keyof typeof pages }) {
  const { t } = useText();
  const { time } = useFormat();
  const drafts = useDrafts(false);
  const others = (drafts.data ?? []).filter((draft) => draft.id !== id && draft.id.length === idChars[form]);
  if (others.length === 0) return null;
  return (
    <nav className="drafts-note sm" aria-label={t("apply.drafts")}>
      <span className="i2">{t("apply.drafts")}</span>
      <ul>
        {others.map((draft) => (
          <li key={draft.id}>
            <Link to={`${pages[form]}?draft=${draft.id}`}>{draft.label ?? t("apply.drafts.unnamed")}</Link>{" "}
            <span className="i3">{time(draft.savedMs)}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
