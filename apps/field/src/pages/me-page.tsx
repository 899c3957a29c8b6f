import { useLook } from "@mingbai/app-web/src/ui/use-look";
import { useState } from "react";
import { filesStore, keptDaysMax } from "../files/kept-file.ts";
import { listStore } from "../files/kept-list.ts";
import { setLanguage, useText } from "../i18n/use-text.ts";
import { useStore } from "../keep/use-store.ts";
import { recordsStore } from "../outbox/records.ts";
import { meStore } from "../person/me.ts";
import { leave } from "../person/session.ts";
import { goTo } from "../ui/route.ts";
import { Screen } from "../ui/screen.tsx";

/** Who somebody is here, how the pages look, what lies in the phone, and the way out. */
export function MePage() {
  const { t, language } = useText();
  const me = useStore(meStore);
  const { size, setSize } = useLook();
  const files = useStore(filesStore).size;
  const left = [...useStore(recordsStore).values()].filter(
    ({ owner, stage }) => owner === me?.account && stage !== "entered",
  ).length;
  return (
    <Screen title={t("me.title")} tab="me">
      <section className="block">
        <p className="who">{me?.name}</p>
        <p className="i2">{me?.organisation[language]}</p>
        <p className="buttons">
          <button
            type="button"
            className="btn"
            lang={language === "zh" ? "en" : "zh-CN"}
            onClick={() => setLanguage(language === "zh" ? "en" : "zh")}
          >
            {t("me.language")}
          </button>
          <button
            type="button"
            className="btn"
            aria-pressed={size === "large"}
            onClick={() => setSize(size === "large" ? "usual" : "large")}
          >
            {t(size === "large" ? "me.large.on" : "me.large")}
          </button>
        </p>
      </section>
      <section className="block" aria-labelledby="kept">
        <h2 id="kept">{t("me.kept")}</h2>
        <ul>
          <li>{t("me.kept.files", { count: files, days: keptDaysMax })}</li>
          <li>{t("me.kept.records", { count: left })}</li>
        </ul>
        <p className="hint">{t("me.kept.how")}</p>
      </section>
      <section className="block">
        <p>
          <a href="/work">{t("me.office")}</a>
        </p>
        <Leave left={left} />
      </section>
    </Screen>
  );
}

function Leave({ left }: { left: number }) {
  const { t } = useText();
  const [isAsking, setAsking] = useState(false);
  const go = async (): Promise<void> => {
    await leave();
    filesStore.set(new Map());
    listStore.set(undefined);
    goTo();
  };
  if (!isAsking)
    return (
      <p className="buttons">
        <button type="button" className="btn" onClick={() => (left === 0 ? void go() : setAsking(true))}>
          {t("me.leave")}
        </button>
      </p>
    );
  return (
    <div className="note warn" role="alert">
      <p>{t("me.leave.waiting", { count: left })}</p>
      <p className="buttons">
        <button type="button" className="btn" onClick={() => setAsking(false)}>
          {t("me.leave.stay")}
        </button>
        <button type="button" className="btn" onClick={() => void go()}>
          {t("me.leave.do")}
        </button>
      </p>
    </div>
  );
}
