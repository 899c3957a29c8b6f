/**
 * Surnames of China with their bearers in hundredths of a percent, rounded, after the count of the Ministry of Public
 * Security of 2007 for the most frequent; the rest falls off as ranks do. For invented people only.
 */
export const surnames: readonly (readonly [surname: string, share: number])[] = (
  "王725 李719 张683 刘538 陈453 杨308 黄223 赵229 吴205 周212 徐167 孙154 马129 朱126 胡131 林118 郭115 何117 高121 罗86 " +
  "郑93 梁84 谢82 宋81 唐80 许76 邓73 冯69 韩77 曹67 曾62 彭60 萧59 蔡58 潘57 田56 董55 袁54 于54 余53 叶52 蒋51 杜50 苏49 魏48 程47 " +
  "吕46 丁45 沈44 任43 姚42 卢41 傅40 钟39 姜38 崔37 谭37 廖36 范36 汪35 陆35 金34 石34 戴33 贾33 韦32 夏32 邱31 方31 侯30 邹30 " +
  "熊29 孟29 秦28 白28 江27 阎27 薛26 尹26 段25 雷25 黎24 史24 龙23 陶23 贺22 顾22 毛21 郝21 龚20 邵20 万19 钱19 严18 覃18 武17 戚9 " +
  "莫16 孔16 向15 汤15 常14 温14 康13 施13 文12 牛12 樊11 葛11 邢10 安10 齐9 易9 乔8 伍8 庞8 颜7 倪7 庄7 聂6 章6 鲁5 岳5 翟5 申5 " +
  "欧阳4 单4 仇3 乐2 诸葛2 上官2 司马1 䶮1"
)
  .split(" ")
  .map((entry) => [entry.replace(/\d+/, ""), Number(entry.replace(/\D+/, ""))]);

/** Characters of given names, the frequent first; the share of each falls with its rank. */
export const givenCharacters = {
  male: [
    ..."伟强磊军勇涛明超杰斌波辉刚健平鹏飞俊峰林龙宇浩志建国文华东海永成德庆春福荣光宏亮胜利江兵新学忠良松金玉生祥云",
    ..."振家世清洪正义仁信立民子天泽轩博雨嘉晨旭昊航翔凯瑞鑫坤森栋梁柱根发财贵富有才长安康寿山川河石土水火木全喜来保",
    ..."佑启继承先祖万千百兴旺顺达通远广大中南北西方和谐友善诚勤俭朴厚朋威猛虎彪豹钢铁锋锐铭钧钊镇炎煜烨燃灿焕炳昌盛景",
  ],
  female: [
    ..."芳娜敏静丽艳娟霞秀英燕玲桂红梅兰凤洁萍莉莲珍淑琴云花春玉香月美雪丹晶慧琳颖婷欣怡佳倩雯璐瑶琪妍嘉思雨梦涵诗雅",
    ..."彩菊荷芬芝蓉蓝薇蕾苗荣菲菁莹青翠碧珠宝银金巧喜爱惠贤贞素清纯真善好妮娇姣婉媛嫣婵娥娣妹姐姗妙如意心念忆冬夏秋晓",
    ..."晨曦露霜冰洋洪波滢潇澜淼楠桃杏柳枝叶桐枫竹笛书画琼瑛璇珊珂玥瑾瑜玫彤丝绣锦绮纹红绿紫素萱葵",
  ],
} as const;

/** Traditional spellings of some of them, as older papers have them. */
export const traditional: Readonly<Record<string, string>> = Object.fromEntries(
  "张張 陈陳 刘劉 杨楊 黄黃 赵趙 吴吳 孙孫 马馬 郑鄭 谢謝 许許 韩韓 冯馮 邓鄧 叶葉 苏蘇 吕呂 蒋蔣 卢盧 国國 华華 伟偉 强強 军軍 东東 丽麗 红紅 飞飛 辉輝 凤鳳 莲蓮 荣榮 贵貴 财財 兴興 庆慶 发發 云雲 龙龍 静靜 洁潔"
    .split(" ")
    .map(([simple = "", old = ""]) => [simple, old]),
);

/** Characters that sound alike and stand in names. */
export const homophones: Readonly<Record<string, string>> = pairUp(
  "张章 伟玮 军君 丽莉 静婧 英瑛 玲铃 红虹 兰岚 洁杰 芳方 平萍 华桦 明铭 辉晖 建健 国帼 志智 文雯 海亥 永勇 成诚 德得 春椿 福富 荣容 宏鸿 涛滔 波博 林琳 龙隆 宇雨 浩昊 燕艳 桂贵 梅玫 秀绣 霞遐 娟鹃 敏闵 珍真 淑书 琴勤 玉钰 香湘 月悦 美镁 雪鳕 慧惠 颖影 婷庭 欣新 佳嘉 云芸 生升 祥翔 金锦 义艺 立力 民珉 子梓 余俞 魏卫 程成 沈审 江姜 石时 白百 于余 许栩 何禾 徐许",
);

/** Characters that look alike and sound otherwise. */
export const lookAlikes: Readonly<Record<string, string>> = pairUp(
  "未末 晶昌 芳芬 琳淋 杰术 治冶 季李 宋宗 梅海 海梅 涛寿 敏敬 建律 桂挂 娟捐 玲珍 珍玲 清情 瑞端 宝宾 林材 佳住 晨晟 彤形 云去 明朋 光先 斌武 莉荊 菊鞠 雪雷 霞震 英央 荣莱 祥洋 洋祥 浩洁 旺狂",
);

function pairUp(pairs: string): Record<string, string> {
  return Object.fromEntries(pairs.split(" ").map(([one = "", other = ""]) => [one, other]));
}
