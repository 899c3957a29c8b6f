import { type Finding, findingsOf, lineAt, type Rule, type Source } from "../tree.ts";

const openWork = /\b(TODO|FIXME|XXX|HACK)\b/g;
const emptyCatch = /\bcatch\s*(\([^)]*\))?\s*\{\s*\}|\.catch\(\s*(async\s*)?\(\s*\w*\s*\)\s*=>\s*\{\s*\}\s*\)/g;

/** No open work in comments, and no error that disappears. */
export const leftoversRule: Rule = {
  name: "no leftovers",
  check: (tree) => tree.sources.flatMap((source) => [...findOpenWork(source), ...findEmptyCatches(source)]),
};

function findOpenWork(source: Source): Finding[] {
  return source.comments.flatMap((comment) =>
    findingsOf(
      {
        source,
        where: source.text.slice(0, comment.start).replace(/[^\n]/g, " ") + comment.text,
        what: "is open work; do it or open an issue",
      },
      openWork,
    ),
  );
}

/** A catch that does nothing is only right with a sentence in it that says why nothing is to be done. */
function findEmptyCatches(source: Source): Finding[] {
  const what = "swallows an error; handle the one you expect and throw the others again, or say why nothing is lost";
  const bare = [...source.code.matchAll(emptyCatch)].filter((match) => {
    const end = match.index + match[0].length;
    return !source.comments.some(({ start }) => start > match.index && start < end);
  });
  return bare.map((match) => ({ path: source.path, line: lineAt(source.text, match.index), what }));
}
