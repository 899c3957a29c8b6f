import { dirname, posix } from "node:path";
import { type Finding, lineAt, type Rule, type Tree } from "../tree.ts";

const link = /!?\[[^\]\n]*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;

/** Every relative link in a Markdown page names a file or folder of the checkout. */
export const docLinksRule: Rule = {
  name: "links in documents",
  check(tree) {
    const folders = foldersOf(tree);
    return [...tree.texts].flatMap(([path, text]) =>
      path.endsWith(".md") ? checkPage({ path, text, tree, folders }) : [],
    );
  },
};

type Page = { path: string; text: string; tree: Tree; folders: ReadonlySet<string> };

function checkPage({ path, text, tree, folders }: Page): Finding[] {
  // Blocks and spans of code show links as text.
  const prose = text.replace(/```[\s\S]*?```|`[^`\n]*`/g, (code) => code.replace(/[^\n]/g, " "));
  return [...prose.matchAll(link)].flatMap((match) => {
    const target = decodeURIComponent((match[1] ?? "").split("#")[0] ?? "");
    if (target === "" || /^[a-z][a-z+.-]*:/i.test(target)) return [];
    const place = posix.normalize(target.startsWith("/") ? target.slice(1) : posix.join(dirname(path), target));
    if (tree.paths.has(place) || folders.has(place.replace(/\/$/, ""))) return [];
    return [{ path, line: lineAt(text, match.index), what: `links to ${target}, which is not there` }];
  });
}

function foldersOf(tree: Tree): Set<string> {
  const folders = new Set<string>(["."]);
  for (const path of tree.paths) {
    const parts = path.split("/").slice(0, -1);
    parts.forEach((_, index) => {
      folders.add(parts.slice(0, index + 1).join("/"));
    });
  }
  return folders;
}
