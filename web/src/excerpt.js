/** A text as a result shows it: the words that were found marked, and no longer than a list bears. */

import { element } from "./dom.js";
import { fold, parts } from "./fold.js";

const LONGEST = 320;
const BEFORE = 90;
const LAST_OF_ONE_UNIT = 0xffff;

/**
 * Return a text with the words marked that were found.
 * @param {string} text
 * @param {Set<string>} terms folded words
 * @returns {(Node | string)[]}
 */
export function marked(text, terms) {
  return parts(text).map((part) => {
    const isFound = part.isWord && terms.has(fold(part.text));
    return isFound ? element("mark", {}, part.text) : part.text;
  });
}

/**
 * Return whether any of the words stands in a text.
 * @param {string} text
 * @param {Set<string>} terms folded words
 * @returns {boolean}
 */
export function holds(text, terms) {
  return firstFound(text, terms) >= 0;
}

/**
 * Return a text, or what stands around the first word in it that was found.
 * @param {string} text
 * @param {Set<string>} terms folded words
 * @returns {string}
 */
export function excerpt(text, terms) {
  const line = text.split(/\s+/).join(" ").trim();
  if (line.length <= LONGEST) {
    return line;
  }
  const found = firstFound(line, terms);
  const start = found + BEFORE > LONGEST ? startBefore(line, found) : 0;
  const isEnd = start + LONGEST >= line.length;
  const end = isEnd ? line.length : endAfter(line, start);
  return `${start ? "… " : ""}${line.slice(start, end)}${isEnd ? "" : " …"}`;
}

function firstFound(text, terms) {
  let at = 0;
  for (const part of terms.size ? parts(text) : []) {
    if (part.isWord && terms.has(fold(part.text))) {
      return at;
    }
    at += part.text.length;
  }
  return -1;
}

/** Return where a word begins not long before a place, or any character where no space lies there. */
function startBefore(text, place) {
  const at = place - BEFORE;
  const space = text.indexOf(" ", at);
  return space >= 0 && space < place ? space + 1 : betweenCharacters(text, at);
}

/** Return where a word ends before the text gets too long, or any character where no space lies. */
function endAfter(text, start) {
  const at = start + LONGEST;
  const space = text.lastIndexOf(" ", at);
  return space > start ? space : betweenCharacters(text, at);
}

/** Return a place, or the one before where it parts the two halves of a character. */
function betweenCharacters(text, at) {
  return text.codePointAt(at - 1) > LAST_OF_ONE_UNIT ? at - 1 : at;
}
