import { type ReactNode, useEffect } from "react";
import { useText } from "../i18n/use-text.ts";

/** The page's one h1 and the window's title; `children` stand beside it. Focus comes here when the page opens. */
export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  const { t } = useText();
  const name = t("shell.name");
  useEffect(() => {
    document.title = `${title} · ${name}`;
  }, [title, name]);
  return (
    <div className="page-head">
      <h1 tabIndex={-1}>{title}</h1>
      {children}
    </div>
  );
}
