import { useEffect, useId, useRef } from "react";
import { Link, useLocation } from "react-router";
import { useText } from "../i18n/use-text.ts";
import { DemoPeople } from "../session/demo-people.tsx";
import type { Session } from "../session/session.ts";
import { leaveSession } from "../session/session-store.ts";
import { useAttempt } from "../session/use-attempt.ts";
import { usePersonWords } from "../session/use-person-words.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { Icon } from "../ui/icon.tsx";

/** Who I am and for which organisation, with a menu; the way to sign in for who is nobody yet. */
export function Who({ isDemo }: { isDemo: boolean }) {
  const { t } = useText();
  const session = useSession();
  const { kind } = useSessionState();
  const { pathname, search } = useLocation();
  if (kind === "asking") return null;
  if (session !== undefined) return <WhoMenu session={session} isDemo={isDemo} />;
  return (
    <Link className="iconbtn who" to={`/sign-in?then=${encodeURIComponent(pathname + search)}`}>
      <Icon name="person" />
      {t("session.signIn")}
    </Link>
  );
}

function WhoMenu({ session, isDemo }: { session: Session; isDemo: boolean }) {
  const { t } = useText();
  const wordsOf = usePersonWords();
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  useMenuKey(menu, isDemo);
  const { running, fault, attempt } = useAttempt();
  const { name, organisation, roles } = wordsOf(session);
  return (
    <>
      <button
        type="button"
        className="plain iconbtn who"
        popoverTarget={id}
        aria-haspopup="dialog"
        aria-label={t("session.who", { who: `${organisation} ${name}` })}
        {...(isDemo && { "aria-keyshortcuts": "Control+I" })}
      >
        <Icon name="person" />
        <span className="text">
          <b>{organisation}</b> <span className="i2">{name}</span>
        </span>
        <Icon name="fall" size={12} className="text" />
      </button>
      <div id={id} ref={menu} popover="auto" className="who-menu" role="dialog" aria-label={organisation}>
        <p>
          <b>{name}</b>
        </p>
        <p className="i2">{organisation}</p>
        <p className="i2">{roles}</p>
        <p className="xs i3 mono">{t("session.key", { key: session.keyId })}</p>
        <p>
          <Link className="btn" to="/people/devices" onClick={() => menu.current?.hidePopover()}>
            {t("devices.title")}
          </Link>
        </p>
        <p>
          <button
            type="button"
            className="btn"
            aria-disabled={running}
            onClick={() => {
              menu.current?.hidePopover();
              void attempt(leaveSession);
            }}
          >
            {t("session.out")}
          </button>
        </p>
        {fault && <p className="bad">{t("session.failed", { why: fault })}</p>}
        {isDemo && (
          <section className="who-switch" aria-label={t("session.switch")}>
            <h2>
              {t("session.switch")} <span className="tag">{t("shell.kind.demo")}</span>
            </h2>
            <DemoPeople done={() => menu.current?.hidePopover()} />
          </section>
        )}
      </div>
    </>
  );
}

/** Ctrl I opens the menu at the people of the demo. */
function useMenuKey(menu: React.RefObject<HTMLDivElement | null>, isDemo: boolean): void {
  useEffect(() => {
    if (!isDemo) return;
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "i" || event.shiftKey) return;
      event.preventDefault();
      menu.current?.togglePopover(true);
      menu.current?.querySelector<HTMLElement>(".demo-person")?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [menu, isDemo]);
}
