/** What somebody has written, as what is to be found. */

import { isCode, normal } from "./codes.js";
import { fold, words } from "./fold.js";

const MOST_LETTERS = 200;
const MOST_PARTS = 12;

/**
 * @typedef {object} Part one thing that is searched for
 * @property {"word" | "code" | "paragraph"} kind
 * @property {string} text as it is compared
 * @property {string} written as it was written
 * @property {boolean} isTyped whether it may still be in the middle of being written
 */

/**
 * Return what a query asks for. Small words count only where there are no others.
 * @param {string} query
 * @param {{paragraphWords: Set<string>, smallWords: Set<string>}} known
 * @returns {Part[]}
 */
export function parsed(query, known) {
  const [sign] = known.paragraphWords;
  const text = query.slice(0, MOST_LETTERS).normalize("NFC").replace(/§/g, ` ${sign} `);
  const chunks = text.split(/\s+/).filter(Boolean);
  const found = [];
  for (let at = 0; at < chunks.length; at += 1) {
    const next = chunks[at + 1] ?? "";
    if (known.paragraphWords.has(normal(chunks[at])) && /^\p{N}/u.test(next)) {
      found.push(part("paragraph", normal(next), next));
      at += 1;
    } else {
      found.push(...partsOf(chunks[at]));
    }
  }
  const large = found.filter((one) => one.kind !== "word" || !known.smallWords.has(one.text));
  const kept = (large.length ? large : found).slice(0, MOST_PARTS);
  const last = kept[kept.length - 1];
  if (last !== undefined && last === found[found.length - 1]) {
    last.isTyped = !/\s$/.test(query);
  }
  return kept;
}

/**
 * Return whether a piece of a query that is no known code may be words: 16-åringer, og/eller.
 * @param {string} chunk
 * @returns {boolean}
 */
export function maybeWords(chunk) {
  return !/\p{N}/u.test(chunk) || /^\p{N}+-\p{L}{2,}$/u.test(chunk);
}

/**
 * Return the words and numbers of a piece of a query.
 * @param {string} chunk
 * @returns {Part[]}
 */
export function pieces(chunk) {
  return words(chunk).map((one) => part(isCode(one) ? "code" : "word", fold(one), one));
}

function partsOf(chunk) {
  return isCode(chunk) && normal(chunk) ? [part("code", normal(chunk), chunk)] : pieces(chunk);
}

function part(kind, text, written) {
  return { kind, text, written, isTyped: false };
}
