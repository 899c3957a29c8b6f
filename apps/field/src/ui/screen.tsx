import type { ReactNode } from "react";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "./icon.tsx";
import { TabBar, type TabName } from "./tab-bar.tsx";

/** One page of the phone: its head, its strip, what it is about, and at its foot the tabs or what to do next. */
export function Screen({
  title,
  aside,
  leave,
  strip,
  tab,
  foot,
  children,
}: {
  title: string;
  aside?: ReactNode;
  /** Where the arrow or cross at the top leads; without it there is none. */
  leave?: { readonly href: string; readonly icon: "back" | "close"; readonly label: string };
  strip?: ReactNode;
  tab?: TabName;
  foot?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useText();
  return (
    <>
      <header className="top">
        {leave && (
          <a href={leave.href} className="leave" aria-label={leave.label}>
            <Icon name={leave.icon} size={20} />
          </a>
        )}
        <h1 tabIndex={-1}>{title}</h1>
        {aside !== undefined && <div className="aside">{aside}</div>}
      </header>
      {strip}
      <main>{children}</main>
      {foot !== undefined && (
        <section className="foot" aria-label={t("app.name")}>
          {foot}
        </section>
      )}
      {tab && <TabBar tab={tab} />}
    </>
  );
}
