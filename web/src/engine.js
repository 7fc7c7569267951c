/** Finds records by words. MiniSearch keeps the index and counts; what a word means is ours. */

import MiniSearch from "minisearch";
import { begins, normal, paragraphCodes } from "./codes.js";
import { fold, words } from "./fold.js";
import { maybeWords, parsed, pieces } from "./query.js";
import { RULES } from "./stems.js";
import { FIT, Vocabulary } from "./vocabulary.js";

const RECORDS_AT_A_TIME = 150;
const MOST_TOLD = 3;
const TEXTS = ["no", "en", "se"].flatMap((rules) => [`ours-${rules}`, `official-${rules}`]);
const CODES = ["codes", "paragraphs"];
const TOLD = ["names", ...TEXTS, ...CODES];
const FIELDS = ["actors", ...TOLD];
const SHORTEST_OF_ACTORS = 6;
const BOOST = { names: 1.5, "ours-no": 2, "ours-en": 2, "ours-se": 2, codes: 4, paragraphs: 4 };

/**
 * @typedef {object} Hit
 * @property {number} id the record's place in the data
 * @property {string[]} terms the folded words of the record that were meant
 */

/**
 * @typedef {object} Answer
 * @property {Hit[]} hits the best first
 * @property {boolean} isPartial whether no record has all words, so that these have most of them
 * @property {{written: string, shown: string[]}[]} alike words that were found by likeness alone
 */

export class Engine {
  /**
   * @param {object[]} records
   * @param {{language: string, smallWords: string[], paragraphWords: string[]}} settings
   */
  constructor(records, settings) {
    this.records = records;
    this.known = {
      smallWords: new Set(settings.smallWords.map(fold)),
      paragraphWords: new Set(settings.paragraphWords),
    };
    this.rules = new Map(FIELDS.map((field) => [field, rulesOf(field, settings.language)]));
    this.vocabulary = new Vocabulary();
    this.codes = new Set();
    this.spelled = new Map();
    this.written = { no: new Map(), en: new Map(), se: new Map() };
    this.index = new MiniSearch({
      fields: FIELDS,
      extractField: (record, field) => (field === "id" ? record.id : this.#content(record, field)),
      tokenize: (text, field) => (CODES.includes(field) ? text.split(" ") : words(text)),
      processTerm: (term, field) => this.#term(term, field),
    });
  }

  /** Make the index in slices, between which the page answers. */
  async build() {
    await this.index.addAllAsync(this.records, { chunkSize: RECORDS_AT_A_TIME });
    this.written = null;
  }

  /**
   * Return the records that a query means.
   * @param {string} query
   * @returns {Answer}
   */
  search(query) {
    const asked = parsed(query, this.known).flatMap((one) => this.#meaning(one));
    const all = this.#run(asked, "AND");
    const isPartial = all.length === 0 && asked.length > 1;
    const hits = isPartial ? most(this.#run(asked, "OR")) : all;
    return { hits, isPartial: isPartial && hits.length > 0, alike: this.#alike(asked) };
  }

  #content(record, field) {
    const { theme, ministry, body, group } = record.named;
    if (field === "actors") {
      return [...ministry, ...body].map((one) => `${one.full} ${one.short}`).join(" ");
    }
    if (field === "names") {
      return [...[...theme, ...group].map((one) => one.full), record.states].join(" ");
    }
    if (field === "codes") {
      return [record.name, normal(record.document), record.year].filter(Boolean).join(" ");
    }
    if (field === "paragraphs") {
      return paragraphCodes(record.paragraph).join(" ");
    }
    const [whose, rules] = field.split("-");
    const isHere = (one) =>
      RULES[one.language] === rules && one.isOfficial === (whose === "official");
    return record.texts
      .filter(isHere)
      .map((one) => one.text)
      .join(" ");
  }

  #term(term, field) {
    const rules = this.rules.get(field);
    if (rules === null) {
      this.codes.add(term);
      return term;
    }
    const known = this.written[rules].get(term);
    return known === undefined ? this.#newTerm(term, rules) : known;
  }

  #newTerm(term, rules) {
    const folded = fold(term);
    const kept = this.known.smallWords.has(folded) ? null : folded;
    if (kept !== null) {
      this.vocabulary.add(kept, rules);
      this.spelled.set(kept, this.spelled.get(kept) ?? term.toLowerCase());
    }
    this.written[rules].set(term, kept);
    return kept;
  }

  /** What a part of a query means; a code that nothing has is taken as words and numbers. */
  #meaning(part) {
    if (part.kind === "word") {
      return [{ part, fields: TOLD, means: this.vocabulary.meant(part.text, part.isTyped) }];
    }
    const means = new Map([[part.text, FIT.exact]]);
    for (const one of this.codes) {
      if (begins(one, part.text)) {
        means.set(one, FIT.beginning);
      }
    }
    const isKnown = means.size > 1 || this.codes.has(part.text);
    if (part.kind === "code" && !isKnown && maybeWords(part.written)) {
      return pieces(part.written).flatMap((one) => this.#meaning(one));
    }
    return [{ part, fields: part.kind === "paragraph" ? ["paragraphs"] : TOLD, means }];
  }

  #run(asked, combineWith) {
    const queries = asked.map(({ part, fields, means }) => ({
      queries: [
        { queries: [[...means.keys()].join(" ")], fields },
        { queries: [actorWords(part, means).join(" ")], fields: ["actors"] },
      ],
      combineWith: "OR",
      boostTerm: (term) => means.get(term) / FIT.exact,
    }));
    const options = {
      combineWith,
      boost: BOOST,
      tokenize: (text) => text.split(" "),
      processTerm: (term) => term || null,
    };
    const found = queries.length ? this.index.search({ queries, combineWith }, options) : [];
    return found.map((one) => this.#hit(one, asked)).sort((a, b) => this.#order(a, b));
  }

  #hit({ id, score, match }, asked) {
    const terms = Object.keys(match);
    let fit = 0;
    let met = 0;
    for (const { means } of asked) {
      const best = Math.max(0, ...terms.map((one) => means.get(one) ?? 0));
      fit += best;
      met += best > 0;
    }
    return { id, score, fit, met, terms };
  }

  /** How well the words fit comes first, then how often they stand, then the newest. */
  #order(a, b) {
    return b.fit - a.fit || b.score - a.score || newest(this.records[a.id], this.records[b.id]);
  }

  #alike(asked) {
    const found = asked.filter(
      ({ means }) => means.size && [...means.values()].every((fit) => fit <= FIT.like),
    );
    return found.map(({ part, means }) => ({
      written: part.written,
      shown: [...means]
        .filter(([, fit]) => fit === FIT.like)
        .slice(0, MOST_TOLD)
        .map(([one]) => this.spelled.get(one) ?? one),
    }));
  }
}

/**
 * Tell which of two records comes first in a list: the newest, then by id.
 * @param {object} a
 * @param {object} b
 * @returns {number}
 */
export function newest(a, b) {
  if (a.date !== b.date) {
    return a.date < b.date ? 1 : -1;
  }
  return a.name < b.name ? -1 : 1;
}

/** Return the rules of the language that a field is in; codes have none. */
function rulesOf(field, language) {
  return CODES.includes(field) ? null : (field.split("-")[1] ?? RULES[language]);
}

/**
 * Return the words that a part may mean in names of bodies and ministries. "Kvinner" is not about
 * everything that the committee on discrimination against women says, nor "barn" about all that the
 * Ministry of Children and Families answers for.
 */
function actorWords(part, means) {
  const isLong = part.text.length >= SHORTEST_OF_ACTORS;
  const fits = [FIT.exact, FIT.like, ...(isLong ? [FIT.beginning] : [])];
  const kept = [...means].filter(([, fit]) => part.kind === "word" && fits.includes(fit));
  return kept.map(([word]) => word);
}

function most(hits) {
  const best = Math.max(0, ...hits.map((one) => one.met));
  return hits.filter((one) => one.met === best);
}
