/** What the command line says, in both languages; `MINGBAI_LANG` or `LANG` decides. */
const words = {
  keysMissing: {
    en: "Pin the log's keys first: --key VKEY or --keys FILE. Take them from two places that do not trust each other, never from the receipt; a node shows those of the ledger's organisations at /api/queries/explorer.status (organisationKeys), and its own (verifierKeys).",
    zh: "请先用 --key 或 --keys 指定账本的验证公钥。公钥要从两个互不相干的地方取，不能从回执里取；节点在 /api/queries/explorer.status 的 organisationKeys 里给出各记账机构的，在 verifierKeys 里给出自己的",
  },
  keyUnreadable: {
    en: "is no verifier key: copy it whole, it is name+8 digits+base64.",
    zh: "不是验证公钥：请整条复制，形如 名称+8位数字+base64",
  },
  receiptGood: { en: "This receipt holds", zh: "这张回执是真的" },
  receiptBad: { en: "This receipt does not match", zh: "这张回执对不上" },
  receiptBadAdvice: {
    en: "Ask whoever gave it to you for a new one, and compare the keys you pinned.",
    zh: "请向给您回执的人另要一张，并核对您指定的公钥",
  },
  form: { en: "it is a receipt", zh: "格式是回执" },
  signer: { en: "signed by the key that it names", zh: "签名与密钥相符" },
  content: { en: "the content is what was signed", zh: "内容与签名时一致" },
  included: { en: "it stands in the log that the checkpoint states", zh: "在检查点所说的账本日志里" },
  accepted: { en: "accepted", zh: "已入账本" },
  refused: { en: "refused", zh: "被拒绝" },
  line: { en: "line", zh: "明细行" },
  height: { en: "height", zh: "高度" },
  members: { en: "members that signed", zh: "签认的成员机构" },
  cosigners: { en: "cosigners", zh: "见证" },
  logGood: { en: "The whole log holds", zh: "整本账核对无误" },
  logBad: { en: "The log does not hold", zh: "账本核对不符" },
} as const;

export function say(name: keyof typeof words): string {
  return inLanguage(words[name]);
}

/** Words in the language of whoever runs the command. */
export function inLanguage(given: { readonly en: string; readonly zh: string }): string {
  const language = process.env.MINGBAI_LANG ?? process.env.LANG ?? "en";
  return given[language.startsWith("zh") ? "zh" : "en"];
}
