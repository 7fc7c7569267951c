/** The page to search from: its form, what stands in its address, and what is found. */

import { addressOf, fill, isPlaceOnPage, note, wantedIn, wantedOf } from "./address.js";
import { element, say } from "./dom.js";
import { Engine, newest } from "./engine.js";
import { chosenIn, counts, isAnyChosen, passes } from "./filters.js";
import { Panel } from "./panel.js";
import { unpacked } from "./records.js";
import { Results } from "./results.js";

const AT_A_TIME = 25;
const TYPING_PAUSE = 120;
const MOST_UNKNOWN = 3;
const LONGEST_UNKNOWN = 60;

class SearchPage {
  constructor(data) {
    this.words = data.words;
    this.records = unpacked(data);
    this.byDate = [...this.records].sort(newest);
    this.engine = new Engine(this.records, data.words);
    this.results = new Results(data.words);
    this.isReady = false;
    this.unknown = [];
    this.hits = [];
    this.shown = null;
    this.waiting = 0;
    this.numbers = new Intl.NumberFormat(data.words.locale);
    this.form = document.getElementById("search");
    this.panel = new Panel(this.form, data.words.label.chosen, (number) => this.#n(number));
    this.list = document.getElementById("results");
    this.status = document.getElementById("status");
    this.told = document.getElementById("told");
    this.more = document.getElementById("more");
    this.copied = document.getElementById("copied");
  }

  async start() {
    this.panel.start();
    document.getElementById("searching").hidden = false;
    this.#listen();
    this.#takeAddress();
    await this.engine.build();
    this.isReady = true;
    this.list.removeAttribute("aria-busy");
    performance.measure("anbefal: ready");
    this.#show();
  }

  #listen() {
    const box = document.getElementById("q");
    box.addEventListener("input", () => this.#soon());
    box.addEventListener("change", () => this.#leave());
    this.form.addEventListener("change", () => this.#now());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#now();
    });
    this.form.addEventListener("reset", (event) => {
      event.preventDefault();
      fill(this.form, new URLSearchParams());
      this.#now();
    });
    this.more.addEventListener("click", () => this.#showMore());
    document.getElementById("copy").addEventListener("click", () => this.#copy());
    window.addEventListener("popstate", () => this.#takeAddress());
    window.addEventListener("hashchange", () => this.#takeAddress());
  }

  /** While somebody types, the list follows; the address does when the field is left. */
  #soon() {
    this.unknown = [];
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.#show(), TYPING_PAUSE);
  }

  /** The field may be left by a click on a result, which must still be there when it ends. */
  #leave() {
    if (wantedOf(this.form).toString() === this.shown) {
      this.#note(true);
    } else {
      this.#now();
    }
  }

  #now() {
    this.unknown = [];
    clearTimeout(this.waiting);
    this.#note(true);
    this.#show();
  }

  #takeAddress() {
    const wanted = wantedIn(window.location);
    if (!isPlaceOnPage(window.location) && wanted.toString() !== this.shown) {
      this.unknown = fill(this.form, wanted);
      this.#note(false);
      this.#show();
    }
  }

  #note(isStep) {
    const wanted = wantedOf(this.form);
    note(wanted, isStep);
    for (const link of document.querySelectorAll("nav.languages a")) {
      link.hash = wanted.toString();
    }
  }

  #show() {
    const wanted = wantedOf(this.form);
    const query = wanted.get("q") ?? "";
    if (query && !this.isReady) {
      this.status.textContent = this.words.label.loading;
      this.shown = null;
      return;
    }
    this.shown = wanted.toString();
    const chosen = chosenIn(wanted);
    const start = performance.now();
    const answer = query ? this.engine.search(query) : this.#withoutWords(chosen);
    const met = answer.hits.map((hit) => this.records[hit.id]);
    const counted = counts(query || isAnyChosen(chosen) ? met : this.records, chosen);
    this.panel.tell(counted, chosen);
    this.hits = answer.hits.filter((hit) => passes(this.records[hit.id], chosen));
    this.#tell(answer, query || isAnyChosen(chosen));
    this.list.replaceChildren();
    this.#add();
    performance.measure("anbefal: answer", { start });
  }

  #withoutWords(chosen) {
    const records = isAnyChosen(chosen) ? this.byDate : [];
    const hits = records.map(({ id }) => ({ id, terms: [] }));
    return { hits, isPartial: false, alike: [] };
  }

  #tell({ isPartial, alike }, isAsked) {
    const { label } = this.words;
    const number = this.hits.length;
    const found = number === 1 ? label.found_one : say(label.found_other, { n: this.#n(number) });
    this.status.textContent = isAsked ? found : say(label.nothing_asked, { n: this.#total() });
    const told = alike.map(({ written, shown }) => {
      const words = shown.map((word) => say(label.quoted, { word })).join(", ");
      return say(label.alike, { word: written, words });
    });
    if (this.unknown.length) {
      told.unshift(this.#unknown());
    }
    if (isPartial) {
      told.push(label.partial);
    }
    if (isAsked && !number) {
      told.push(label.none);
    }
    this.told.replaceChildren(...told.map((one) => element("p", {}, one)));
    this.told.hidden = !told.length;
    this.copied.replaceChildren();
  }

  /** What the address asks for and the form has no choice for; whoever wrote it, it is only shown. */
  #unknown() {
    const { label } = this.words;
    const shown = this.unknown.slice(0, MOST_UNKNOWN).map((one) => {
      const word = one.length > LONGEST_UNKNOWN ? `${one.slice(0, LONGEST_UNKNOWN)}…` : one;
      return say(label.quoted, { word });
    });
    return say(label.unknown, { told: shown.join(", ") });
  }

  #total() {
    return this.#n(this.records.length);
  }

  #n(number) {
    return this.numbers.format(number);
  }

  #add() {
    const start = this.list.children.length;
    const next = this.hits.slice(start, start + AT_A_TIME);
    const entries = next.map(({ id, terms }) =>
      this.results.entry(this.records[id], new Set(terms)),
    );
    this.list.append(...entries);
    const left = this.hits.length - start - next.length;
    this.more.hidden = !left;
    this.more.textContent = say(this.words.label.more, {
      n: this.#n(Math.min(left, AT_A_TIME)),
      left: this.#n(left),
    });
    return entries;
  }

  /** Whoever goes by the keyboard goes on from the first of those that came. */
  #showMore() {
    this.#add()[0]?.querySelector("a").focus();
  }

  async #copy() {
    const address = addressOf(wantedOf(this.form));
    const { label } = this.words;
    try {
      await navigator.clipboard.writeText(address);
      this.copied.textContent = label.copied;
    } catch {
      const field = element("input", { type: "text", readonly: "readonly", value: address });
      this.copied.replaceChildren(element("label", {}, `${label.copy_this} `, field));
      field.focus();
      field.select();
    }
  }
}

new SearchPage(window.anbefal).start();
