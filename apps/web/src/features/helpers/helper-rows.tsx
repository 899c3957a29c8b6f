import type { Helper, Post } from "@mingbai/posts/views";
import type { loadsView } from "@mingbai/registry/views/help";
import { useState } from "react";
import type { ResultOf } from "../../api/view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { State } from "../../ui/state.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { type PlannedAct, SignAct } from "../people/sign-act.tsx";
import { holdsOne } from "../registry/who-may.ts";
import { HelperName } from "./helper-name.tsx";
import { useHelperWords } from "./use-helper-words.ts";
import { appointerRoles } from "./who-may.ts";

type Loads = ResultOf<typeof loadsView>["rows"];

/** A row for each person: posts with their terms, what they can do, and for how many households they answer. */
export function HelperRows({
  rows,
  loads,
  nowMs,
  onDescribe,
}: {
  rows: readonly Helper[];
  /** Undefined where the reader looks after no files. */
  loads: Loads | undefined;
  nowMs: number;
  onDescribe(helper: Helper): void;
}) {
  const { t } = useText();
  const session = useSession();
  const { nameText, skillsText } = useHelperWords();
  const [act, setAct] = useState<PlannedAct>();
  const isLeader = holdsOne(session?.roles, appointerRoles);
  return (
    <>
      <table className="tbl helpers-table">
        <caption className="sr">{t("helpers.title")}</caption>
        <TableHead
          columns={[
            { head: t("helpers.who") },
            { head: t("helpers.posts") },
            { head: t("helpers.can"), look: "wide" },
            { head: t("helpers.load"), look: "wide" },
          ]}
        />
        <tbody>
          {rows.map((helper) => {
            const mayDescribe = isLeader || session?.account === helper.account;
            const said = helper.qualifications && skillsText(helper.qualifications);
            const load = loads && <Load helper={helper} loads={loads} nowMs={nowMs} />;
            const able = (
              <>
                <span className={said ? "" : "i3"}>{said || (mayDescribe ? t("helpers.can.none") : "")}</span>
                {mayDescribe && (
                  <button type="button" className="btn s t no-print" onClick={() => onDescribe(helper)}>
                    {t("helpers.describe")}
                    <span className="sr"> {nameText(helper)}</span>
                  </button>
                )}
              </>
            );
            return (
              <tr key={helper.account} data-helper={helper.account}>
                <HelperName helper={helper} />
                <td>
                  <ul className="posts">
                    {helper.posts.map((post) => (
                      <PostLine key={post.post} {...{ post, helper, nowMs }} onEnd={isLeader ? setAct : undefined} />
                    ))}
                  </ul>
                  <div className="narrow sm">{able}</div>
                  <div className="narrow sm">{load}</div>
                </td>
                <td className="wide">{able}</td>
                <td className="wide">{load}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {act && <SignAct act={act} close={() => setAct(undefined)} done={() => setAct(undefined)} />}
    </>
  );
}

function PostLine({
  post,
  helper,
  nowMs,
  onEnd,
}: {
  post: Post;
  helper: Helper;
  nowMs: number;
  onEnd: ((act: PlannedAct) => void) | undefined;
}) {
  const { t } = useText();
  const { nameText, areasText, termText } = useHelperWords();
  const words = { kind: t(`post.${post.kind}`), areas: areasText(post), name: nameText(helper) };
  const plan = (): PlannedAct => ({
    command: "posts.endPost",
    title: t("helpers.end.title"),
    sentence: t("helpers.end.sentence", words),
    input: () => ({ post: post.post }),
  });
  return (
    <li>
      {t("helpers.post", words)} <span className="sm i3 nw">{termText(post, nowMs)}</span>
      {onEnd && (
        <button type="button" className="btn s t no-print" onClick={() => onEnd(plan())}>
          {t("helpers.end")}
          <span className="sr">
            {" "}
            {words.name} {words.kind}
          </span>
        </button>
      )}
    </li>
  );
}

/** For how many households somebody answers, of how many they take on. */
function Load({ helper: { account, posts }, loads, nowMs }: { helper: Helper; loads: Loads; nowMs: number }) {
  const { t } = useText();
  const { households = 0, monitored = 0 } = loads.find((one) => one.account === account) ?? {};
  const max = posts.filter(({ fromMs }) => fromMs <= nowMs).reduce((sum, post) => sum + post.householdsMax, 0);
  return (
    <>
      <span className="num nw">{t("helpers.load.of", { count: households, max })}</span>
      {monitored > 0 && <span className="sm i2 line">{t("helpers.load.monitored", { count: monitored })}</span>}
      {households > max && (
        <State icon="warn" tone="warn">
          {t("helpers.load.over")}
        </State>
      )}
    </>
  );
}
