/** Status and words of one code; `{name}` stands for a value. */
interface Declared {
  readonly status: number;
  readonly en: string;
  readonly zh: string;
}

/** Every reason why a content, a draft or a file is not kept or given. Each says what to do instead. */
export const contentRefusals = {
  CONTENT_FORM: {
    status: 422,
    en: "The content has no canonical form: objects, lists, text, whole numbers, true and false only.",
    zh: "内容格式不合要求：只能有对象、列表、文字、整数和是非值",
  },
  CONTENT_TOO_LARGE: {
    status: 413,
    en: "The content has {bytes} bytes; at most {bytesMax} are kept. Attach long texts as files.",
    zh: "内容有 {bytes} 字节，最多 {bytesMax} 字节。长文请作为附件上传",
  },
  SHARE_USED: {
    status: 429,
    en: "This account has sent as much as it may within an hour. Try again later.",
    zh: "这个账户一小时内上传的已达上限，请稍后再试",
  },
  NO_SPACE: {
    status: 503,
    en: "The node's disk is full: nothing was kept. Tell whoever runs the node.",
    zh: "节点磁盘已满，没有保存。请告知节点管理员",
  },
  DRAFT_NONE: { status: 404, en: "There is no such draft.", zh: "没有这份草稿" },
  DRAFT_DAMAGED: {
    status: 410,
    en: "The draft cannot be opened: the disk holds something else than was written. Delete it and begin anew.",
    zh: "草稿打不开：磁盘上的内容已损坏。请删除后重写",
  },
  DRAFT_CHANGED: {
    status: 409,
    en: "The draft was saved from another page meanwhile. Compare both and save one.",
    zh: "这份草稿已在另一个页面保存过。请比较两份，再保存其中一份",
  },
  DRAFT_DELETED: {
    status: 409,
    en: "The draft was deleted from another page meanwhile. Save it as a new one to keep it.",
    zh: "这份草稿已在另一个页面删除。要保留请另存为新草稿",
  },
  DRAFTS_FULL: {
    status: 409,
    en: "There are {draftsMax} drafts already. Delete one that is not needed.",
    zh: "草稿已有 {draftsMax} 份，请先删除不用的",
  },
} as const satisfies Readonly<Record<string, Declared>>;
