/**
 * Characters that hands and eyes take for each other. A small table of such as stand in names, made by looking at the
 * shapes: one stroke more or less, or another left half. Homophones are not needed here; sounds.ts finds those.
 */
const groups = `
己已巳 未末 土士 日曰 千干于 天夭 大太犬 王玉主 白自 今令 田由甲申 木术本 元无 午牛 刀力 兵乒 戊戌戍成 侯候 晴睛 杨扬 辛幸 析折 治冶 栗粟 祟崇 瑞端 陈阵 李季 宋宗 宁宇守 江汪 泽译
娟捐涓 桂挂 佳往住 芳芬 明朋 良艮 民氏 贵责货 军车 国围 因困 园圆 华毕 发友 义叉 龙尤 待侍诗 仕任仁 琳淋 珠株 蔡葵 茶荼 宜宣 昌晶 晃昱 星昱 梁粱 彬淋 治浩 浩洁 清情 波坡
海诲 娇骄 妍研 婷停 媛缓 娜那 莉荊 菊鞠 萍苹 宝宾 建律 延廷 廷庭 彤形 徐涂 恒桓 或域 振拣 敏敬 斌武 旺狂 春舂 晨晟 晓烧 曼蔓 朱未 林材 柏伯 柳抑 桃挑 梅海 棋祺
森淼 汉汊 沈沉 河何 泉皇 洋祥 潘播 炳柄 焕换 玲珍 珊删 琴瑟 琪棋 瑜榆 磊石 福副 秀季 童章 维堆 英央 荣莱 谢榭 郑邓 郭敦 鄂郭 锋锌 阳阴 雪雷 霞震 青责 韩朝 颖颍
魏巍 鲁鱼 云去 光先 文丈 熊能 兴举
`
  .trim()
  .split(/\s+/);

/** Every character of the table leads to one of all that it may be taken for, over however many steps. */
const heads = new Map<string, string>();
const looks = new Map<string, Set<string>>();
for (const group of groups) {
  for (const one of group) {
    const alike = looks.get(one) ?? new Set();
    for (const other of group) if (other !== one) alike.add(other);
    looks.set(one, alike);
  }
}
for (const one of [...looks.keys()].sort()) if (!heads.has(one)) spread(one, one);

function spread(one: string, head: string): void {
  if (heads.has(one)) return;
  heads.set(one, head);
  for (const other of looks.get(one) ?? []) spread(other, head);
}

/** Whether two characters (in their base forms) are taken for each other by eye. A character does not look like itself. */
export function looksLike(a: string, b: string): boolean {
  return looks.get(a)?.has(b) ?? false;
}

export function hasLookAlike(character: string): boolean {
  return looks.has(character);
}

/** One character for all that lead to each other by looks, so that keys may be made of it; itself where it has none. */
export function lookOf(character: string): string {
  return heads.get(character) ?? character;
}
