import "./notices.css";
import { Link, useSearchParams } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import type { Session } from "../../session/session.ts";
import { useSession } from "../../session/use-session.ts";
import { useSettings } from "../../session/use-settings.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { SignedInOnly } from "../matter/signed-in-only.tsx";
import { MailPart } from "./mail-part.tsx";
import { NoticeList } from "./notice-list.tsx";
import { useMarkRead } from "./use-mark-read.ts";
import { useUnread } from "./use-unread.ts";

/** What concerns the person signed in, and whether they are told by mail, too. */
export function Component() {
  const { t } = useText();
  const session = useSession();
  return (
    <SignedInOnly title={t("notices.title")}>
      {session && <Notices key={session.account} session={session} />}
    </SignedInOnly>
  );
}

function Notices({ session }: { session: Session }) {
  const { t } = useText();
  const settings = useSettings();
  const unread = useUnread();
  const { markRead } = useMarkRead();
  const [params] = useSearchParams();
  const isUnreadOnly = params.get("show") === "unread";
  const newest = unread?.newest ?? null;
  return (
    <div className="page notices-page">
      <PageTitle title={t("notices.title")}>
        {newest !== null && (unread?.count ?? 0) > 0 && (
          <button type="button" className="btn" onClick={() => void markRead({ seen: newest })}>
            {t("notices.readAll")}
          </button>
        )}
      </PageTitle>
      <nav className="chips" aria-label={t("notices.show")}>
        <Link className="btn s" to="?" aria-current={isUnreadOnly ? undefined : "page"}>
          {t("notices.show.all")}
        </Link>
        <Link className="btn s" to="?show=unread" aria-current={isUnreadOnly ? "page" : undefined}>
          {t("notices.show.unread")}
        </Link>
      </nav>
      {settings && (
        <>
          <NoticeList
            read={settings.notices.read}
            from={unread?.from ?? settings.notices.seen}
            account={session.account}
          />
          <MailPart mail={settings.mail} />
        </>
      )}
    </div>
  );
}
