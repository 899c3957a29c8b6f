import { noticesCountedMax } from "@mingbai/workflow/views";
import { Link } from "react-router";
import { useUnread } from "../features/notices/use-unread.ts";
import { useText } from "../i18n/use-text.ts";
import { useSession } from "../session/use-session.ts";
import { Icon } from "../ui/icon.tsx";

/** How much concerns me that I have not read, and the way to it; nothing for who is not signed in. */
export function Bell() {
  const { t } = useText();
  const session = useSession();
  const count = useUnread()?.count ?? 0;
  if (session === undefined) return null;
  const shown = count >= noticesCountedMax ? `${noticesCountedMax - 1}+` : String(count);
  return (
    <Link
      className="iconbtn bell"
      to="/notices"
      aria-label={count === 0 ? t("notices.title") : t("notices.bell", { count: shown })}
    >
      <Icon name="bell" />
      {count > 0 && (
        <span className="bell-count num" aria-hidden="true">
          {shown}
        </span>
      )}
    </Link>
  );
}
