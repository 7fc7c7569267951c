/** The stems of words, by the rules of the language that a text is written in. */

import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as norwegian } from "@orama/stemmers/norwegian";

/** Languages of texts to those that have rules of their own; others have no stems. */
export const RULES = { nb: "no", nn: "no", en: "en", se: "se" };

const STEMMERS = {
  // Verbs that have a j in nynorsk alone: "samtykkje", "byggje", "følgje".
  no: (word) => norwegian(word).replace(/(.{3}[kg])j$/, "$1"),
  en: english,
};

/**
 * Return the stem of a word, which is the word itself where there are no rules.
 * @param {string} word a folded word
 * @param {string} rules one of the values of RULES
 * @returns {string}
 */
export function stem(word, rules) {
  return STEMMERS[rules] ? STEMMERS[rules](word) : word;
}
