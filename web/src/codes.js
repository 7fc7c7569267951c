/** Symbols, paragraphs and ids: what is found exactly, and never by likeness. */

const LONGEST_RANGE = 30;

/**
 * Return a symbol, a paragraph or an id as it is compared: 49(c) as 49c.
 * @param {string} code
 * @returns {string}
 */
export function normal(code) {
  return code
    .toLowerCase()
    .replace(/[^\p{L}\p{N}./-]/gu, "")
    .replace(/^[./-]+|[./-]+$/g, "");
}

/**
 * Return whether a part of a query is a code: it has a number in it, or a stroke.
 * @param {string} chunk
 * @returns {boolean}
 */
export function isCode(chunk) {
  return /\p{N}/u.test(chunk) || /[\p{L}]\/[\p{L}]/u.test(chunk);
}

/**
 * Return what a paragraph is found by: itself, and each paragraph of a range.
 * @param {string} paragraph
 * @returns {string[]}
 */
export function paragraphCodes(paragraph) {
  const found = new Set(paragraph ? [normal(paragraph)] : []);
  for (const [, first, last] of paragraph.matchAll(/(\d+)\s*[-–]\s*(\d+)/g)) {
    const end = Math.min(Number(last), Number(first) + LONGEST_RANGE);
    for (let one = Number(first); one <= end; one += 1) {
      found.add(String(one));
    }
  }
  found.delete("");
  return [...found];
}

/**
 * Return whether a code begins with another, which does not end inside a number of it.
 * @param {string} code
 * @param {string} start
 * @returns {boolean}
 */
export function begins(code, start) {
  if (!code.startsWith(start) || code.length === start.length) {
    return false;
  }
  return !(/\d$/.test(start) && /\d/.test(code[start.length]));
}
