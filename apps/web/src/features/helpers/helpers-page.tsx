import "../people/people.css";
import "./helpers.css";
import { type Helper, helpersView } from "@mingbai/posts/views";
import { loadsView } from "@mingbai/registry/views/help";
import { useState } from "react";
import { Link } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { FindInList } from "../../ui/find-in-list.tsx";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { SignedInOnly } from "../matter/signed-in-only.tsx";
import { fileDeciderRoles, fileReaderRoles, holdsOne } from "../registry/who-may.ts";
import { HandOversPart } from "./hand-overs-part.tsx";
import { HelperRows } from "./helper-rows.tsx";
import { LeftPart } from "./left-part.tsx";
import { PostForm } from "./post-form.tsx";
import { SkillsForm } from "./skills-form.tsx";
import { appointerRoles } from "./who-may.ts";

/** People who help: who holds which post in which villages, what they can do, and for how many households they answer. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("helpers.title")}>
      <Helpers />
    </SignedInOnly>
  );
}

function Helpers() {
  const { t } = useText();
  const roles = useSession()?.roles;
  const isReader = holdsOne(roles, fileReaderRoles);
  const asked = useView(helpersView, {});
  const loads = useView(loadsView, {}, { off: !isReader });
  const [text, setText] = useState<string>();
  const [isGiving, setGiving] = useState(false);
  const [described, setDescribed] = useState<Helper>();
  const without = loads.data?.without ?? 0;
  return (
    <div className="page people helpers-page">
      <PageTitle title={t("helpers.title")}>
        {asked.data && (
          <p className="i2 num" role="status">
            {t("helpers.count", { count: asked.data.rows.length })}
          </p>
        )}
        <span className="sp" />
        {holdsOne(roles, appointerRoles) && (
          <button type="button" className="btn" aria-expanded={isGiving} onClick={() => setGiving(true)}>
            {t("helpers.give")}
          </button>
        )}
        {holdsOne(roles, fileDeciderRoles) && (
          <Link className="btn p" to="/helpers/assign">
            {t("assign.title")}
          </Link>
        )}
      </PageTitle>
      {isGiving && <PostForm close={() => setGiving(false)} />}
      {described && <SkillsForm key={described.account} helper={described} close={() => setDescribed(undefined)} />}
      {without > 0 && <p className="note">{t("helpers.without", { count: without })}</p>}
      <FindInList id="helper-filter" label={t("helpers.find")} text={text} onChange={setText} />
      <PageState
        asked={asked}
        what={t("helpers.what")}
        rows={6}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<EmptyState title={t("helpers.none")}>{t("helpers.none.how")}</EmptyState>}
      >
        {({ rows, readAt }) => {
          const found = rows.filter((row) => isFound(row, text));
          return found.length === 0 ? (
            <EmptyState title={t("helpers.notFound")}>{t("helpers.notFound.how")}</EmptyState>
          ) : (
            <HelperRows rows={found} loads={loads.data?.rows} nowMs={readAt.timeMs} onDescribe={setDescribed} />
          );
        }}
      </PageState>
      <LeftPart />
      {isReader && <HandOversPart />}
    </div>
  );
}

function isFound({ name, posts }: Helper, text: string | undefined): boolean {
  if (text === undefined) return true;
  const areas = posts.flatMap((post) => post.areas.flatMap(({ en, zh }) => [en, zh]));
  return [name, ...areas].some((words) => words.toLowerCase().includes(text.toLowerCase()));
}
