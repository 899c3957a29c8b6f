/** Pairs of characters that sound alike, tones aside, as clerks mistake them in names. */
const pairs =
  "生声 根跟 田甜 财材 才裁 发法 贵桂 林霖 山珊 福富 树述 成诚 德得 明铭 松嵩 祥翔 旺望 英瑛 珍贞 兰岚 枝芝 花华 莲连 香湘 菊桔 妹媚 娥蛾 梅玫 云芸 秀绣 凤奉 军君 国帼 强墙 平萍 伟维 勇咏 民敏 辉晖 东冬 兵冰 锋峰 红宏 霞侠 燕艳 芳方 丽莉 娟涓 琴勤";
const other = new Map(
  pairs.split(" ").flatMap((pair) => {
    const [one, two] = [pair.slice(0, 1), pair.slice(1)];
    return [
      [one, two],
      [two, one],
    ] as const;
  }),
);

/** The name with its last character replaced by one that sounds alike, or as it is where none is known. */
export function homophoneOf(name: string): string {
  const characters = [...name];
  const last = characters.at(-1) ?? "";
  return [...characters.slice(0, -1), other.get(last) ?? last].join("");
}
