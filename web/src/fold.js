/** Words of a text, and their letters made simple so that spellings of the same word meet. */

const WORD = /[\p{L}\p{N}]+/gu;
const MARKS = /\p{M}+/gu;
const LETTERS = { æ: "ae", ø: "o", đ: "d", ŧ: "t", ŋ: "n", ß: "ss" };

/**
 * Return a word in small letters without accents: å, aa and a meet, so do ø, oe and o, æ and ae.
 * @param {string} word
 * @returns {string}
 */
export function fold(word) {
  return word
    .toLowerCase()
    .replace(/[æøđŧŋß]/g, (letter) => LETTERS[letter])
    .normalize("NFD")
    .replace(MARKS, "")
    .replace(/aa/g, "a")
    .replace(/oe/g, "o");
}

/**
 * Return the words of a text as they are written.
 * @param {string} text
 * @returns {string[]}
 */
export function words(text) {
  return text.normalize("NFC").match(WORD) ?? [];
}

/**
 * Return the parts of a text: words, and what stands between them.
 * @param {string} text
 * @returns {{text: string, isWord: boolean}[]}
 */
export function parts(text) {
  const found = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    found.push({ text: text.slice(end, match.index), isWord: false });
    found.push({ text: match[0], isWord: true });
    end = match.index + match[0].length;
  }
  found.push({ text: text.slice(end), isWord: false });
  return found;
}
