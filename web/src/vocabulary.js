/** The words that stand in the texts, and which of them a word that is searched for means. */

import SearchableMap from "minisearch/SearchableMap";
import { stem } from "./stems.js";

/** How well a word of a text fits; more is better. */
export const FIT = { partOfLike: 1, like: 2, part: 3, beginning: 4, stem: 5, exact: 6 };

const SHORTEST_PART = 4;
const SHORTEST_REST = 4;
const SHORTEST_BEGINNING = 4;
const SHORTEST_BEGUN = 5;
const BEGINNINGS_PER_LETTER = 100;
const FROM_LETTERS_TO_EDITS = [
  [8, 2],
  [4, 1],
];

export class Vocabulary {
  constructor() {
    this.words = new SearchableMap();
    this.norwegian = new Map();
    this.stems = { no: new Map(), en: new Map(), se: new Map() };
  }

  /**
   * Take a word into the vocabulary.
   * @param {string} word a folded word
   * @param {string} rules the rules of its text's language
   */
  add(word, rules) {
    const key = stem(word, rules);
    this.words.set(word, true);
    if (rules === "no") {
      this.norwegian.set(word, key);
    }
    const known = this.stems[rules].get(key);
    if (known === undefined) {
      this.stems[rules].set(key, new Set([word]));
    } else {
      known.add(word);
    }
  }

  /**
   * Return the words of the texts that a searched word means, each with how well it fits.
   * @param {string} word a folded word
   * @param {boolean} isTyped whether it may still be in the middle of being written
   * @returns {Map<string, number>}
   */
  meant(word, isTyped) {
    const found = new Map();
    if (this.words.has(word)) {
      found.set(word, FIT.exact);
    }
    this.#addStems(found, word, FIT.stem);
    if (isTyped || word.length >= SHORTEST_BEGINNING) {
      this.#addBeginnings(found, word);
    }
    if (word.length >= SHORTEST_PART) {
      this.#addParts(found, word, FIT.part);
    }
    return found.size ? found : this.#alike(word);
  }

  #addStems(found, word, fit) {
    for (const rules of Object.keys(this.stems)) {
      for (const one of this.stems[rules].get(stem(word, rules)) ?? []) {
        put(found, one, fit);
      }
    }
  }

  #addBeginnings(found, word) {
    const begun = [...this.words.atPrefix(word).keys()].sort((a, b) => a.length - b.length);
    for (const one of begun.slice(0, BEGINNINGS_PER_LETTER * word.length)) {
      put(found, one, FIT.beginning);
    }
  }

  /**
   * Norwegian writes compounds as one word: "isolasjon" also means "langtidsisolasjon". What stands
   * after it must be its ending or the rest of a compound: "klimapolitikk" has no "politi" in it.
   */
  #addParts(found, word, fit) {
    const shortened = stem(word, "no");
    const part = shortened.length >= SHORTEST_PART ? shortened : word;
    for (const [one, itsStem] of this.norwegian) {
      const at = one.indexOf(part);
      if (at >= 0 && (itsStem.endsWith(part) || isJoint(one, at + part.length))) {
        put(found, one, fit);
      }
    }
  }

  /**
   * The nearest words with their endings and compounds, or what the word begins with if it is a
   * compound itself.
   */
  #alike(word) {
    const found = new Map();
    const near = this.#near(word);
    for (const one of near.length ? near : this.#begun(word)) {
      put(found, one, FIT.like);
      this.#addStems(found, one, FIT.like);
    }
    for (const one of near.filter(({ length }) => length >= SHORTEST_PART)) {
      this.#addParts(found, one, FIT.partOfLike);
    }
    return found;
  }

  /** The words with the fewest other letters; numbers and short words have none. */
  #near(word) {
    const edits = /\d/.test(word) ? 0 : editsFor(word);
    let fewest = edits;
    let nearest = [];
    for (const [one, [, distance]] of edits ? this.words.fuzzyGet(word, edits) : []) {
      if (distance < fewest) {
        fewest = distance;
        nearest = [];
      }
      if (distance === fewest && !/\d/.test(one)) {
        nearest.push(one);
      }
    }
    const swapped = edits ? swaps(word).filter((one) => this.words.has(one)) : [];
    return fewest > 1 && swapped.length ? swapped : [...nearest, ...swapped];
  }

  /** The longest word that another begins with: "justis" of "justisdepartementet". */
  #begun(word) {
    for (let end = word.length - 1; end >= SHORTEST_BEGUN; end -= 1) {
      if (this.words.has(word.slice(0, end))) {
        return [word.slice(0, end)];
      }
    }
    return [];
  }
}

/** Return whether a compound may have a joint here: not in "samtyk-kekompetent". */
function isJoint(word, at) {
  return word.length - at >= SHORTEST_REST && word[at] !== word[at - 1];
}

function put(found, word, fit) {
  if (!found.has(word)) {
    found.set(word, fit);
  }
}

function editsFor(word) {
  return FROM_LETTERS_TO_EDITS.find(([letters]) => word.length >= letters)?.[1] ?? 0;
}

/** Return the word with two neighbouring letters changed about, for each two. */
function swaps(word) {
  const found = [];
  for (let at = 0; at + 1 < word.length; at += 1) {
    found.push(word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));
  }
  return found;
}
