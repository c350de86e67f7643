const ADDRESS = /https?:\/\/[^\s<>"']+/gi;
/** Punctuation at the end belongs to the sentence, not to the address. */
const TAIL = /[.,:;!?)\]}»”]+$/;

/**
 * A text as nodes: plain text, with links where it names a web address.
 *
 * @param {string} text
 * @return {DocumentFragment}
 */
export function withLinks(text) {
  const nodes = document.createDocumentFragment();
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(TAIL, "");
    if (!URL.canParse(address)) {
      continue;
    }
    const link = document.createElement("a");
    link.href = address;
    link.rel = "noopener noreferrer nofollow";
    link.target = "_blank";
    link.textContent = address;
    nodes.append(text.slice(end, match.index), link);
    end = match.index + address.length;
  }
  nodes.append(text.slice(end));
  return nodes;
}
