import type { Helper } from "@mingbai/posts/views";
import { useText } from "../../i18n/use-text.ts";
import { TableHead } from "../../ui/table-head.tsx";
import { HelperName } from "./helper-name.tsx";
import { useHelperWords } from "./use-helper-words.ts";

/** A row for each person who has left: the posts that are over, and what is still kept. */
export function LeftRows({
  rows,
  nowMs,
  onForget,
}: {
  rows: readonly Helper[];
  nowMs: number;
  onForget(helper: Helper): void;
}) {
  const { t } = useText();
  const { nameText, areasText, termText, saidText } = useHelperWords();
  return (
    <table className="tbl helpers-table left-table">
      <caption className="sr">{t("helpers.left")}</caption>
      <TableHead
        columns={[
          { head: t("helpers.who") },
          { head: t("helpers.left.posts") },
          { head: t("helpers.left.kept"), look: "wide" },
        ]}
      />
      <tbody>
        {rows.map((helper) => {
          const kept = (
            <div className="kept">
              <span>{saidText(helper) ?? t("helpers.left.sealed")}</span>
              <button type="button" className="btn s no-print" onClick={() => onForget(helper)}>
                {t("helpers.forget")}
                <span className="sr"> {nameText(helper)}</span>
              </button>
            </div>
          );
          return (
            <tr key={helper.account} data-helper={helper.account}>
              <HelperName helper={helper} />
              <td>
                <ul className="posts">
                  {helper.posts.map((post) => (
                    <li key={post.post}>
                      {t("helpers.post", { kind: t(`post.${post.kind}`), areas: areasText(post) })}{" "}
                      <span className="sm i3 nw">{termText(post, nowMs)}</span>
                    </li>
                  ))}
                </ul>
                <div className="narrow sm">{kept}</div>
              </td>
              <td className="wide">{kept}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
