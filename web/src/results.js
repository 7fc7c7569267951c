/** A record in the list of results. */

import { element } from "./dom.js";
import { excerpt, holds, marked } from "./excerpt.js";

export class Results {
  /** @param {object} words the words of the page's language */
  constructor(words) {
    this.words = words;
    this.label = words.label;
  }

  /**
   * Return a record as an entry.
   * @param {object} record
   * @param {Set<string>} terms the folded words that were found in it
   * @returns {HTMLElement}
   */
  entry(record, terms) {
    const said = [this.#place(record), ...this.#texts(record, terms)];
    return element("li", { class: "entry" }, ...said, this.#facts(record, terms));
  }

  #place(record) {
    const address = `${this.words.folder}${record.file}.html`;
    const link = element("a", { href: address }, record.place);
    const line = element("p", { class: "place" }, link);
    const [kind] = record.values.kind;
    if (kind !== "recommendation") {
      line.append(" ", element("span", { class: "kind" }, this.words.kind[kind]));
    }
    if (!record.isVerified) {
      line.append(" ", element("span", { class: "unverified" }, this.label.unverified));
    }
    return line;
  }

  /** What it says; and another text of it, where that alone has the words that were found. */
  #texts(record, terms) {
    const { shown, texts } = record;
    const told = [this.#text(shown, terms)];
    if (terms.size && !holds(shown.text, terms)) {
      const other = texts.find((one) => one !== shown && holds(one.text, terms));
      if (other) {
        told.push(this.#text(other, terms));
      }
    }
    return told;
  }

  #text({ language, text, isOfficial }, terms) {
    const whose = isOfficial ? this.label.official : this.label.ours;
    const inside = marked(excerpt(text, terms), terms);
    const foreign = language === this.words.language ? null : language;
    const said = element(isOfficial ? "q" : "span", { lang: foreign }, ...inside);
    return element("p", {}, element("span", { class: "whose" }, `${whose}:`), " ", said);
  }

  #facts(record, terms) {
    const { theme, ministry } = record.named;
    const { reported, assessed, position } = record.values;
    const answers = record.isInferred ? this.label.answers_inferred : this.label.answers;
    const lines = [
      [this.label.theme, theme],
      [answers, ministry.length ? ministry : [{ short: this.label.not_recorded }]],
      [this.label.states, record.states ? [{ short: record.states }] : []],
      [this.label.position, named(position, this.words.position), true],
      [this.label.reported, named(reported, this.words.value), true],
      [this.label.assessed, named(assessed, this.words.value), true],
    ];
    const told = lines.filter(([, names]) => names.length);
    const none = new Set();
    return element(
      "p",
      { class: "small" },
      ...told.flatMap(([label, names, isOurs], at) => [
        ...(at ? [element("br", {})] : []),
        `${label}: `,
        ...listed(names, isOurs ? none : terms),
      ]),
    );
  }
}

function named(values, words) {
  return values.map((one) => ({ short: words[one] }));
}

/** Return names with commas between; one of another language than the page's says so. */
function listed(names, terms) {
  return names.flatMap(({ short, language }, at) => {
    const name = marked(short, terms);
    const told = language ? [element("span", { lang: language }, ...name)] : name;
    return at ? [", ", ...told] : told;
  });
}
